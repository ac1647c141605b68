import { describe, expect, it } from 'vitest';
import { idFor } from '../../../src/import/identity.ts';
import { Sweepings } from '../../../src/import/sweepings.ts';
import { withoutCodes } from '../../../src/import/wordpress-codes.ts';
import type { Library } from '../../../src/import/wordpress-library.ts';
import { upload, type WordPressItem } from './wordpress-export.ts';
import { bodyOf, post } from './wordpress-post.ts';

describe('classic text of WordPress', () => {
  it.each([
    [
      'around a block',
      'First.\n\nSecond.\n\n<p style="text-align:center">* * *</p>\n\nThird.',
      'First.\n\nSecond.\n\n\\* \\* \\*\n\nThird.',
    ],
    [
      'with line ends',
      'One\ntwo\n\n<h2>Three</h2>\nfour\nfive',
      'One\\\ntwo\n\n## Three\n\nfour\\\nfive',
    ],
    [
      'in a block',
      '<div>One\n\ntwo</div>\n<blockquote>three\n\nfour</blockquote>',
      'One\n\ntwo\n\n> three\n>\n> four',
    ],
    ['with a break before a line end', 'One<br />\ntwo', 'One\\\ntwo'],
    ['across bold words', '<strong>CITY\n\nOne</strong> two', '**CITY**\n\n**One** two'],
    [
      'beside a list',
      'One\n\n<ul>\n\n<li>two</li>\n<li>three</li>\n</ul>\n\nfour',
      'One\n\n- two\n- three\n\nfour',
    ],
    ['in a verse', '<pre>One\n\ntwo</pre>', '```\nOne\n\ntwo\n```'],
    ['with a mark for more', 'One\n\n<!--more-->\n\ntwo', 'One\n\ntwo'],
    [
      'beside the block editor’s',
      '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\nThree\nfour\n\nfive',
      'One two\n\nThree\\\nfour\n\nfive',
    ],
  ])('keeps its paragraphs and lines %s', async (_, content, body) => {
    expect(await bodyOf(content)).toBe(body);
  });

  it('keeps an address alone in its line as a link', async () => {
    expect(await bodyOf('One\n\nhttps://v.example/1?a=b&c=d\n\ntwo')).toBe(
      'One\n\n[https://v.example/1?a=b\\&c=d](https://v.example/1?a=b\\&c=d)\n\ntwo',
    );
  });
});

describe('codes of WordPress', () => {
  const ship = upload(201, 'ship.jpg', {
    excerpt: 'The Aurora. (Ana Reis/Harbour Post)',
    meta: { _wp_attachment_image_alt: 'A ship' },
  });
  const dock = upload(202, 'dock.jpg', {
    parent: 1,
    meta: { _media_credit: 'Ana Reis', _navis_media_credit_org: 'AP' },
  });

  it.each([
    [
      '[caption id="attachment_201" width="300"]<img src="a.jpg" alt="A ship" /> The Aurora in dock. (Ana Reis/Harbour Post)[/caption]',
    ],
    [
      '[caption id="attachment_201" width="300" caption="The Aurora in dock. (Ana Reis/Harbour Post)"]<img src="a.jpg" alt="A ship" />[/caption]',
    ],
    [
      '[caption width="300" credit="Ana Reis/Harbour Post"]<a href="a.jpg"><img src="a.jpg" alt="A ship"></a>The Aurora in dock.[/caption]',
    ],
  ])('have a caption with its credit: %s', async (content) => {
    expect(await bodyOf(`One\n\n${content}\n\ntwo`)).toBe(
      'One\n\n![A ship](picture-1.jpg "The Aurora in dock. (Ana Reis/Harbour Post)")\n\ntwo',
    );
  });

  it('have a gallery of what the library has', async () => {
    const { body, pictures, lost } = await post({ content: 'One\n\n[gallery ids="201,202,999"]' }, [
      ship,
      dock,
    ]);
    expect(body).toBe(
      'One\n\n:::gallery\n![A ship](picture-1.jpg "The Aurora. (Ana Reis/Harbour Post)")\n\n![](picture-2.jpg "(Ana Reis/AP)")\n:::',
    );
    expect(pictures.map(({ address }) => address)).toEqual([ship.url, dock.url]);
    expect(lost).toContainEqual({
      what: 'picture of a gallery that the export does not have',
      text: '999',
    });
  });

  it('have a gallery of what was uploaded to the post', async () => {
    const boat = upload(203, 'boat.png', { parent: 1 });
    const sheet = upload(204, 'list.pdf', { parent: 1 });
    const { pictures } = await post({ content: '[gallery]' }, [ship, dock, boat, sheet]);
    expect(pictures.map(({ address }) => address)).toEqual([dock.url, boat.url]);
  });

  it.each([
    [
      '[pullquote align="left" author="Ana"]We sail.[/pullquote]',
      ':::pull-quote{speaker="Ana"}\nWe sail.\n:::',
    ],
    ['[pullquote]We sail.[/pullquote]', '> We sail.'],
    ['[embed width="9"]https://v.example/1[/embed]', '[https://v.example/1](https://v.example/1)'],
    [
      '[audio mp3="https://a.example/talk.mp3"][/audio]',
      '[https://a.example/talk.mp3](https://a.example/talk.mp3)',
    ],
    [
      '[video width="640" mp4="https://harbour.example/wp-content/uploads/2021/03/film.mp4"][/video]',
      '[film](https://harbour.example/wp-content/uploads/2021/03/film.mp4)',
    ],
    [
      'They [sic] said [laughs] “no [way]” [1].',
      'They \\[sic] said \\[laughs] “no \\[way]” \\[1].',
    ],
    ['Write [[gallery]] for one.', 'Write \\[gallery] for one.'],
    ['One [see a=b [1] there] two', 'One \\[see a=b \\[1] there] two'],
    [
      'One [see <a href="https://v.example/">it</a>] two',
      'One \\[see [it](https://v.example/)] two',
    ],
  ])('become what they say: %s', async (content, body) => {
    expect(await bodyOf(content, [upload(205, 'film.mp4')])).toBe(body);
  });

  it.each([
    [
      'One [contact-form-7 id="12" title="Write to us"] two',
      'One two',
      '[contact-form-7 id="12" title="Write to us"]',
    ],
    ['[box color="red"]One [b_x]two[/b_x][/box]', 'One two', '[box color="red"]'],
    ['One\n\n[my_ads]\n\ntwo', 'One\n\ntwo', '[my_ads]'],
  ])('that nobody knows are reported: %s', async (content, body, code) => {
    const found = await post({ content });
    expect(found.body).toBe(body);
    expect(found.lost).toContainEqual({ what: 'WordPress shortcode', text: code });
  });

  it.each([
    [
      '[playlist ids="205"]',
      '[film](https://harbour.example/wp-content/uploads/2021/03/film.mp4)',
      false,
    ],
    [
      '[playlist ids="205,999"]',
      '[film](https://harbour.example/wp-content/uploads/2021/03/film.mp4)',
      true,
    ],
    ['[playlist type="video"]', '', true],
  ])('are reported where a playlist has less than they say: %s', async (content, body, isTold) => {
    const found = await post({ content }, [upload(205, 'film.mp4')]);
    expect(found.body).toBe(body);
    const codes = found.lost.filter(({ what }) => what === 'WordPress shortcode');
    expect(codes.map(({ text }) => text)).toEqual(isTold ? [content] : []);
  });

  it('end behind values in quotation marks, whichever they are', async () => {
    for (const quote of [`'`, '"'])
      expect(await bodyOf(`[pullquote author=${quote}Ana [A] M${quote}]We sail.[/pullquote]`)).toBe(
        ':::pull-quote{speaker="Ana [A] M"}\nWe sail.\n:::',
      );
  });

  it('are read however many enclose each other', () => {
    const names = Array.from({ length: 30_000 }, (_, at) => `b${at}`);
    const opened = names.map((name) => `[${name} a="1"]`).join('');
    const closed = names.toReversed().map((name) => `[/${name}]`);
    const sweepings = new Sweepings();
    const around = { library: {} as Library, post: '', sweepings, notes: [] };
    expect(withoutCodes(`${opened}We sail.${closed.join('')}`, around)).toBe('We sail.');
    expect(sweepings.lost).toHaveLength(names.length);
  });

  it.each([
    ['It follows.[efn_note]Of 1999.[/efn_note] Then.', {}],
    ['It follows.[ref]Of 1999.[/ref] Then.', {}],
    [
      '<!-- wp:paragraph --><p>It follows.<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup> Then.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
      { footnotes: '[{"id":"a","content":"Of 1999."}]' },
    ],
  ])('are footnotes: %s', async (content, meta) => {
    const { body, lost } = await post({ content, meta });
    expect(body).toBe('It follows.[^1] Then.\n\n[^1]: Of 1999.');
    expect(lost.filter(({ what }) => /note|field/.test(what))).toEqual([]);
  });

  it('tell of blocks that are made when they are shown, and hold those of several posts', async () => {
    const shared: WordPressItem = {
      id: 7,
      type: 'wp_block',
      content: '<!-- wp:paragraph --><p>Give now.</p><!-- /wp:paragraph -->',
    };
    const { body, lost } = await post(
      {
        content:
          '<!-- wp:paragraph {"a":1} --><p>One</p><!-- /wp:paragraph --><!-- wp:block {"ref":7} /-->\n<!-- wp:acf/quote {"data":{"words":"We sail"}} /-->',
      },
      [shared],
    );
    expect(body).toBe('One\n\nGive now.');
    expect(lost).toContainEqual({
      what: 'WordPress block',
      text: 'acf/quote {"data":{"words":"We sail"}}',
    });
  });
});

describe('pictures of WordPress', () => {
  it.each([
    [
      '<img class="wp-image-201" src="https://harbour.example/wp-content/uploads/2021/03/ship-300x200.jpg">',
    ],
    ['<img src="http://old.example/wp-content/uploads/2021/03/ship-1024x683.jpg">'],
    [
      '<img class="wp-image-9" src="https://i0.wp.com/harbour.example/wp-content/uploads/2021/03/ship.jpg?resize=300%2C200&amp;ssl=1">',
    ],
  ])('are the originals of the library: %s', async (content) => {
    const { pictures } = await post({ content }, [
      upload(201, 'ship-scaled.jpg'),
      upload(9, 'other.jpg'),
    ]);
    expect(pictures.map(({ address }) => address)).toEqual([
      'https://harbour.example/wp-content/uploads/2021/03/ship-scaled.jpg',
    ]);
  });

  it('lead with caption and credit, without codes of HTML', async () => {
    const lead = upload(201, 'ship.jpg', {
      excerpt: 'Crew &amp; <em>captain</em>',
      meta: { _wp_attachment_image_alt: 'A ship&#8217;s crew', _media_credit: 'Ana' },
    });
    const { frontmatter } = await post({ meta: { _thumbnail_id: '201' } }, [lead]);
    expect(frontmatter).toContain('alt: A ship’s crew\n  caption: Crew & captain\n  credit: Ana\n');
  });
});

describe('fields of WordPress', () => {
  it('are words, not codes of HTML, and find their sections', async () => {
    const { frontmatter, lost, path } = await post({
      title: 'Storm &amp; flood: the port&#8217;s <em>night</em>',
      terms: [
        ['category', 'arts-letters', 'Arts &amp; Letters'],
        ['post_tag', 'q-a', 'Q&amp;A'],
      ],
      excerpt: 'It&#8217;s over.',
    });
    expect(frontmatter).toContain(
      'headline: "Storm & flood: the port’s night"\nstandfirst: It’s over.\nsection: culture\n',
    );
    expect(lost).toContainEqual({ what: 'unknown tag', text: 'Q&A' });
    expect(path).toMatch(/\/storm-and-flood-the-ports-night\/index\.md$/);
  });

  const guest: WordPressItem = {
    id: 8,
    type: 'guest-author',
    title: 'Rosa Luz',
    name: 'cap-rosa',
    meta: { 'cap-display_name': 'Rosa Luz', 'cap-user_login': 'rosa' },
  };
  it('sign with who wrote it, not with who uploaded it', async () => {
    const { lost } = await post(
      {
        creator: 'desk',
        terms: [
          ['author', 'cap-rosa', 'rosa'],
          ['author', 'cap-maria', 'maria'],
          ['author', 'cap-xy', 'Xenia Y'],
        ],
      },
      [guest],
    );
    expect(lost.filter(({ what }) => /author|account|tag/.test(what))).toEqual([
      { what: 'unknown author', text: 'Rosa Luz' },
      { what: 'unknown author', text: 'María & Co' },
      { what: 'unknown author', text: 'Xenia Y' },
      { what: 'account that uploaded it', text: 'Anthony Barnett' },
    ]);
    expect((await post({ creator: 'desk' }, [guest])).frontmatter).toContain(
      'authors: [anthony-barnett]',
    );
  });

  it('name what other plugins file by', async () => {
    const { lost } = await post({
      terms: [
        ['location', 'porto', 'Porto &amp; Gaia'],
        ['post_format', 'post-format-video', 'Video'],
        ['series', 'sea', 'The sea'],
        ['category', 'uncategorized', 'Sin categoría'],
      ],
    });
    const named = lost.filter(({ what }) => /series|^WordPress /.test(what));
    expect(named).toEqual([
      { what: 'unknown series', text: 'The sea' },
      { what: 'WordPress location', text: 'Porto & Gaia' },
      { what: 'WordPress post_format', text: 'Video' },
    ]);
  });

  it('tell of what editors kept with it, but for the footnotes of the text', async () => {
    const { lost } = await post({ meta: { score: '[1, 2]', footnotes: 'none', mood: '' } });
    expect(lost.filter(({ what }) => what.startsWith('custom field'))).toEqual([
      { what: 'custom field score', text: '[1, 2]' },
      { what: 'custom field footnotes', text: 'none' },
    ]);
  });

  it('keep the name of its address, in Latin letters', async () => {
    expect((await post({ name: 'the-port_s-night' })).path).toMatch(
      /\/the-port-s-night\/index\.md$/,
    );
    expect((await post({ name: '%d0%bd%d0%be%d0%b2%d0%be-vreme' })).path).toMatch(
      /\/novo-vreme\/index\.md$/,
    );
    expect((await post({ name: 'a'.repeat(90) })).path).toContain(`/${'a'.repeat(90)}/`);
  });

  it.each([
    ['its guid', {}, 'https://harbour.example/?p=7'],
    ['its address, where it has no guid', { guid: '' }, 'https://harbour.example/2021/03/a/'],
    ['its number in this file, where it has neither', { guid: '', link: '' }, '7'],
  ])('are known by %s', async (_, item, mark) => {
    const { frontmatter } = await post({ id: 7, name: 'a', ...item });
    expect(frontmatter).toContain(`id: ${idFor(mark, 'wordpress.xml')}`);
  });

  it('tell when it was last saved, and make an update of it only when asked to', async () => {
    const item = { modified: '2021-04-01 08:00:00' };
    const { frontmatter, lost } = await post(item);
    expect(frontmatter).not.toContain('updated');
    expect(lost).toContainEqual({ what: 'when it was last saved', text: '2021-04-01T08:00:00Z' });
    expect((await post(item, [], true)).frontmatter).toContain('updated: 2021-04-01T08:00:00Z');
  });

  it.each([
    ['draft', undefined, /not published there/],
    ['pending', undefined, /waiting for review/],
    ['private', 'published: 2021-03-09T10:00:00Z', /readers did not see it/],
    ['future', 'published: 2021-03-09T10:00:00Z', /until that time it is under embargo/],
  ])('of one that is %s say so, and when', async (status, published, note) => {
    const { frontmatter, notes, lost, held } = await post({ status });
    if (published) expect(frontmatter).toContain(published);
    else {
      expect(frontmatter).not.toContain('published:');
      expect(lost).toContainEqual({
        what: 'when the draft was created',
        text: '2021-03-09 10:00:00',
      });
    }
    expect(frontmatter).toContain('draft: true');
    expect([...notes, held]).toContainEqual(expect.stringMatching(note));
    expect(held !== undefined).toBe(published !== undefined);
  });

  it('name one that cannot be read by its guid, else by its title', async () => {
    const deep = { id: 7, title: 'A storm', content: `${'<b>'.repeat(600)}x` };
    for (const [guid, item] of [
      [undefined, 'https://harbour.example/?p=7'],
      ['', 'A storm'],
    ])
      expect((await post({ ...deep, ...(guid !== undefined && { guid }) })).reports).toMatchObject([
        { kind: 'failure', item },
      ]);
  });

  it('of one in the trash make no story', async () => {
    expect((await post({ status: 'trash', title: 'Gone &amp; away' })).reports).toMatchObject([
      { kind: 'aside', lost: [{ what: 'WordPress post, trash', text: 'Gone & away' }] },
    ]);
  });

  it('tell of a password without telling it', async () => {
    const { reports, notes } = await post({ password: 'sesame' });
    expect(notes).toContain('Readers needed a password for it in WordPress.');
    expect(JSON.stringify(reports)).not.toContain('sesame');
  });
});
