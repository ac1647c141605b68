import { describe, expect, it } from 'vitest';
import { Sweepings } from '../../../src/import/sweepings.ts';
import { withoutCodes } from '../../../src/import/wordpress-codes.ts';
import type { Attachment, Library } from '../../../src/import/wordpress-library.ts';
import { post } from './wordpress-post.ts';
import { upload, type WordPressItem } from './wordpress-export.ts';

const attachment = (id: string, file: string, parts: Partial<Attachment> = {}): Attachment => ({
  ...{ id, address: `https://a.example/${file}`, title: '', alt: '', caption: '', parent: '' },
  ...parts,
});

/** The HTML that becomes of codes, and what is lost of them. */
function read(html: string, attachments: Attachment[] = []) {
  const sweepings = new Sweepings();
  const notes: string[] = [];
  const library = {
    attachments: new Map(attachments.map((one) => [one.id, one])),
    byPath: new Map(attachments.map((one) => [new URL(one.address).pathname, one])),
  } as unknown as Library;
  const found = withoutCodes(html, { library, post: '7', sweepings, notes });
  return { html: found.replace(/\s*\n\s*/g, '\n').trim(), notes, lost: sweepings.lost };
}

describe('codes of WordPress', () => {
  it.each([
    ['[[sic]]', '[sic]'],
    ['[[box a=1]x', '[x'],
    ['[a b="c"', '[a b="c"'],
    ['[a b="c]', '[a b="c]'],
    ['<p title="[a b=1]">x</p>', '<p title="[a b=1]">x</p>'],
    ['[/none]', ''],
    ['x [my_ads] y', 'x [my_ads] y'],
    ['x\n[my-ads]\ny', 'x\ny'],
    ['<p>[my_ads]</p>', '<p></p>'],
    ['<p>[ads]</p>', '<p>[ads]</p>'],
    ['<p>[my_ads] x</p>', '<p>[my_ads] x</p>'],
    ['[map https://b.example/]x', 'x'],
    ['[a/]x', '[a/]x'],
    ['[a=b]x', '[a=b]x'],
    ['[BOX a=1]One[/BOX]', 'One'],
    ['[box a=1]One [box b=2]two[/box] three', 'One two three'],
    [`[a b="${'x'.repeat(1900)}"]y`, 'y'],
    [`[a b="${'x'.repeat(2100)}"]y`, `[a b="${'x'.repeat(2100)}"]y`],
  ])('are taken out where they are codes: %s', (html, expected) => {
    expect(read(html).html).toBe(expected);
  });

  const figure = (words: string) =>
    `<figure><img src="a.jpg"><figcaption>${words}</figcaption></figure>`;
  it.each([
    ['[caption]<img src="a.jpg"> Now[/caption]', figure('Now'), []],
    ['[wp_caption caption="Now"]<img src="a.jpg">[/wp_caption]', figure('Now'), []],
    [
      '[caption caption="Then" credit="Ana"]<img src="a.jpg">Now[/caption]',
      figure('Now (Ana)'),
      ['Then'],
    ],
    ['[caption]Now[/caption]', 'Now', ['[caption]']],
    ['[caption a=b]', '', ['[caption a=b]']],
  ])('have a picture and its caption: %s', (code, html, lost) => {
    const found = read(code);
    expect(found.html).toBe(html);
    expect(found.lost.map(({ text }) => text)).toEqual(lost);
  });

  const [a, b, c] = [
    attachment('1', 'a.jpg', { parent: '7', alt: 'A "b"', caption: '<Now>' }),
    attachment('2', 'b.pdf', { parent: '7' }),
    attachment('3', 'c.png', { parent: '8' }),
  ] as [Attachment, Attachment, Attachment];
  it.each([
    ['[gallery ids="3, 1"]', ['c.png', 'a.jpg']],
    ['[gallery include="3"]', ['c.png']],
    ['[gallery]', ['a.jpg']],
    ['[gallery id="8"]', ['c.png']],
    ['[gallery exclude="1"]', []],
    ['[gallery exclude="2,3"]', ['a.jpg']],
  ])('have the pictures that they name: %s', (code, names) => {
    const { html } = read(code, [a, b, c]);
    expect(html).toMatch(/^<figure class="wp-block-gallery">.*<\/figure>$/s);
    expect(
      [...html.matchAll(/src="https:\/\/a\.example\/([^"]*)"/g)].map(([, name]) => name),
    ).toEqual(names);
  });

  it('have alternative text and caption of a picture as the library has them', () => {
    expect(read('[gallery ids="1"]', [a]).html).toContain(
      '<img class="wp-image-1" src="https://a.example/a.jpg" alt="A &quot;b&quot;"><figcaption>&lt;Now></figcaption>',
    );
  });

  const talk = attachment('9', 'talk.mp3', { title: 'Talk & more' });
  const link = (address: string, words = address) => `<p><a href="${address}">${words}</a></p>`;
  it.each([
    ['[audio src="https://a.example/talk.mp3"]', link(talk.address, 'Talk &amp; more')],
    ['[audio mp3="" ogg="https://b.example/a.ogg"]', link('https://b.example/a.ogg')],
    ['[embed]https://b.example/1[/embed]', link('https://b.example/1')],
    ['[embed https://b.example/1]', link('https://b.example/1')],
    ['[embed src="https://c.example/"]https://b.example/1[/embed]', link('https://b.example/1')],
    ['[video loop="on"]', ''],
    ['[video loop="on"]No film[/video]', 'No film'],
    ['[playlist ids="9"]', link(talk.address, 'Talk &amp; more')],
  ])('have a link to what is played: %s', (code, html) => {
    expect(read(code, [talk]).html).toBe(html);
  });

  it.each([
    ['[pullquote]We sail.[/pullquote]', ''],
    ['[pull-quote cite="Ana"]We sail.[/pull-quote]', 'Ana'],
    ['[pull_quote author="" speaker="Ana" by="x"]We sail.[/pull_quote]', 'Ana'],
  ])('have a quotation and its speaker: %s', (code, speaker) => {
    expect(read(code).html).toBe(
      `<figure class="wp-block-pullquote"><blockquote>We sail.<cite>${speaker}</cite></blockquote></figure>`,
    );
  });

  it('have footnotes, which are counted', () => {
    const { html, notes } = read('One[ref] a [/ref] two[mfn]b[/mfn][fn a=1]');
    const call = (mark: number) =>
      `<sup><a href="#note-of-code-${mark}" id="call-of-code-${mark}">${mark}</a></sup>`;
    expect([html, notes]).toEqual([`One${call(1)} two${call(2)}`, ['a', 'b']]);
    expect(read('[pullquote a=1]').lost).toHaveLength(1);
  });
});

describe('posts of WordPress', () => {
  it('tell of what other than posts the export has', async () => {
    const others: WordPressItem[] = [
      { id: 2, type: 'page', title: 'About &amp; more' },
      { id: 3, type: 'nav_menu_item', title: 'Menu' },
      { id: 4, status: 'auto-draft', title: 'Begun' },
      upload(5, 'a.jpg'),
    ];
    const { reports } = await post({ id: 1 }, others);
    expect(reports.filter(({ kind }) => kind === 'aside')).toMatchObject([
      {
        lost: [
          { what: 'WordPress page', text: 'About & more' },
          { what: 'WordPress nav_menu_item', text: 'Menu' },
          { what: 'WordPress post, auto-draft', text: 'Begun' },
        ],
      },
    ]);
  });

  it.each([
    [{ status: 'publish' }, []],
    [{ status: 'odd' }, ['It was “odd” in WordPress.']],
    [{ sticky: true }, ['It was sticky in WordPress.']],
  ])('are noted where they were not like others: %j', async (item, notes) => {
    expect((await post(item)).notes).toEqual(notes);
  });

  it('keep the address of one that was not public to themselves', async () => {
    const link = 'https://harbour.example/2021/03/x/';
    const draft = await post({ status: 'draft', link });
    expect(draft.lost).toContainEqual({
      what: 'its address before it was published',
      text: link,
    });
    expect(draft.frontmatter).not.toContain('formerly');
  });

  it('tell of comments, and of a lead that the export does not have', async () => {
    const { lost } = await post({
      comments: [['Ana &amp; Ben', 'So <b>what</b>?']],
      meta: { _thumbnail_id: '99' },
    });
    expect(lost).toContainEqual({ what: 'comment by Ana & Ben', text: 'So what?' });
    expect(lost).toContainEqual({ what: 'lead picture that the export does not have', text: '99' });
  });

  it.each([
    [{ _media_credit: 'Ana', _navis_media_credit_org: 'AP' }, 'Ana/AP'],
    [{ _navis_media_credit_org: 'AP' }, 'AP'],
    [{ photo_credit: 'Ana' }, 'Ana'],
    [{ _media_credit: '', credit: 'Ana &amp; Ben' }, 'Ana & Ben'],
  ])('have the credit of a picture where plugins keep it: %j', async (meta, credit) => {
    const lead = upload(9, 'a.jpg', { excerpt: 'Now.', meta });
    const { frontmatter } = await post({ meta: { _thumbnail_id: '9' } }, [lead]);
    expect(frontmatter).toContain(`caption: Now.\n  credit: ${credit}\n`);
  });

  it('are signed by guests under each of their names', async () => {
    const guest = (meta: Record<string, string>): WordPressItem => ({
      ...{ id: 8, type: 'guest-author', title: 'Rosa &amp; Luz', name: 'cap-rosa', meta },
    });
    const signed = async (nicename: string, meta: Record<string, string>) => {
      const item = { terms: [['author', nicename, 'x']] as WordPressItem['terms'] & object };
      const { lost } = await post(item, [guest(meta)]);
      return lost.find(({ what }) => what === 'unknown author')?.text;
    };
    expect(await signed('cap-rosa', {})).toBe('Rosa & Luz');
    expect(await signed('rosa', { 'cap-display_name': 'Rosa L' })).toBe('Rosa L');
    expect(await signed('cap-login', { 'cap-user_login': 'cap-login' })).toBe('Rosa & Luz');
    expect(await signed('cap-desk', {})).toBeUndefined();
    expect(await signed('none', {})).toBe('x');
  });

  it('are filed by what names a term, and by no other', async () => {
    const { lost } = await post({
      terms: [
        ['category', 'uncategorized', 'Ohne'],
        ['category', 'x', 'Uncategorized'],
        ['category', 'sea', ''],
        ['tag', 'boats', 'Boats'],
        ['series', 'one', 'One'],
        ['series', 'two', 'Two'],
        ['post_format', 'standard', 'Standard'],
        ['place', 'standard', 'Standard'],
        ['', 'odd', 'Odd'],
      ],
    });
    const told = lost.filter(({ what }) => !/author|account/.test(what));
    expect(told).toEqual([
      { what: 'unknown tag', text: 'Boats' },
      { what: 'unknown series', text: 'One' },
      { what: 'WordPress series', text: 'Two' },
      { what: 'WordPress place', text: 'Standard' },
      { what: 'WordPress category without a kind', text: 'Odd' },
    ]);
  });

  it.each(['_edit_lock', '_oembed_1', '_wp_old_slug', '_wp_attached_file', '_wp_trash_meta_time'])(
    'have fields that are only WordPress’s: %s',
    async (key) => {
      const { lost } = await post({ meta: { [key]: 'x', [`${key}x_`]: 'y' } });
      const fields = lost.filter(({ what }) => what.startsWith('custom field'));
      const isOpen = /^_oembed_|^_wp_(?:attach|trash)/.test(key) && key !== '_wp_attached_file';
      expect(fields).toHaveLength(isOpen ? 0 : 1);
    },
  );
});
