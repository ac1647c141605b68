import { describe, expect, it } from 'vitest';
import { idFor } from '../../../src/import/identity.ts';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { ghostExport, type GhostParts } from './ghost-export.ts';
import { written } from './imported.ts';

/** What becomes of the first post of a Ghost export. */
async function ghost(parts: GhostParts, site?: string) {
  const content = contentFolder();
  const file = written(content, 'ghost.json', ghostExport(parts));
  const reports = await importInto(content, [file], { ...(site && { site }) });
  const [story] = storiesIn(reports);
  if (!story) throw new Error(JSON.stringify(reports));
  const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(storyText(story)) ?? [];
  return { ...story, frontmatter, body: body.trim() };
}

const picture = '__GHOST_URL__/content/images/size/w1000/2021/03/hall.jpg';

describe('posts of Ghost 6', () => {
  it('have words, not codes of HTML, and the originals of their pictures', async () => {
    const { frontmatter, body, pictures, path } = await ghost({
      posts: [
        {
          title: 'Storm &amp; flood',
          slug: 'storm',
          feature_image: picture,
          html: `<p>One</p><figure class="kg-card kg-image-card kg-card-hascaption"><img src="${picture}" srcset="__GHOST_URL__/content/images/size/w600/2021/03/hall.jpg 600w, ${picture} 1000w"><figcaption><span style="white-space: pre-wrap;">In &amp; out</span></figcaption></figure>`,
        },
      ],
      meta: [
        {
          id: 'm1',
          post_id: 'p1',
          feature_image_alt: 'A hall',
          feature_image_caption: 'Tom &amp; Ann&#8217;s <i>hall</i>. (Lea Lens/Example)',
          og_title: 'Come in!',
        },
      ],
    });
    expect(frontmatter).toContain('headline: Storm & flood\n');
    expect(frontmatter).toContain(
      'alt: A hall\n  caption: Tom & Ann’s hall.\n  credit: Lea Lens/Example\n',
    );
    expect(body).toBe('One\n\n![](picture-1.jpg "In & out")');
    expect(pictures.map(({ address }) => address)).toEqual(['/content/images/2021/03/hall.jpg']);
    expect(path).toMatch(/\/storm\/index\.md$/);
    const there = await ghost(
      { posts: [{ feature_image: picture }] },
      'https://hall.example/news/',
    );
    expect(there.pictures[0]?.address).toBe(
      'https://hall.example/news/content/images/2021/03/hall.jpg',
    );
  });

  it('are known by their UUID, and where an old export has none by their id in it', async () => {
    const uuid = '3f0c52a8-5d0e-4f6c-9a3b-0f1d6d1c7e55';
    expect((await ghost({ posts: [{ uuid }] })).frontmatter).toContain(`id: ${uuid}\n`);
    const { frontmatter } = await ghost({ posts: [{ uuid: null }] });
    expect(frontmatter).toContain(`id: ${idFor('p1', 'ghost.json')}\n`);
  });

  it('have their authors and tags in order, without those that are internal', async () => {
    const { frontmatter, lost } = await ghost({
      posts: [{}],
      users: [
        { id: 'u1', name: 'Ana Reis' },
        { id: 'u2', name: 'Anthony Barnett' },
        { id: 'u3', name: 'Zoe &amp; Co' },
      ],
      tags: [
        { id: 't1', name: 'kuwait' },
        { id: 't2', name: 'kosovo' },
        { id: 't3', name: '#newsletter', visibility: 'internal' },
      ],
      postsTags: [
        ['p1', 't2'],
        ['p1', 't3'],
        ['p1', 't1'],
      ],
      postsAuthors: [
        ['p1', 'u3'],
        ['p1', 'u2'],
        ['p1', 'u1'],
      ],
    });
    expect(frontmatter).toContain('tags: [kosovo, kuwait]\nauthors: [anthony-barnett]\n');
    expect(lost.filter(({ what }) => /author|tag/.test(what))).toEqual([
      { what: 'unknown author', text: 'Zoe & Co' },
      { what: 'unknown author', text: 'Ana Reis' },
      { what: 'internal Ghost tag', text: '#newsletter' },
    ]);
  });

  it.each([
    [
      { status: 'draft', published_at: null },
      false,
      'It was a draft in Ghost, and was not published there.',
    ],
    [
      { status: 'scheduled' },
      true,
      'It was scheduled in Ghost: until that time it is under embargo.',
    ],
    [{ status: 'sent' }, true, 'It was sent by email only and had no page in Ghost.'],
    [{ visibility: 'members' }, true, 'Only members could read it in Ghost; here everybody can.'],
    [
      { visibility: 'paid' },
      true,
      'Only paying members could read it in Ghost; here everybody can.',
    ],
    [{ featured: 1 }, true, 'It was featured in Ghost.'],
    [
      { html: '<p>One</p><!--members-only--><p>two</p>' },
      true,
      'A part of it was for members only in Ghost; here everybody can read it.',
    ],
  ])('say what they were: %j', async (post, isDated, note) => {
    const { frontmatter, notes, held } = await ghost({ posts: [post] });
    expect([...notes, held]).toContain(note);
    expect(held !== undefined).toBe('status' in post && post.status === 'scheduled');
    expect(/^published: 2021-03-09T10:00:00Z$/m.test(frontmatter)).toBe(isDated);
  });

  it('tell when they were last saved, and nothing that only Ghost uses', async () => {
    const { frontmatter, lost } = await ghost({
      posts: [{ updated_at: '2021-04-01T08:00:00.000Z' }],
    });
    expect(frontmatter).not.toContain('updated');
    expect(lost.map(({ what }) => what)).toEqual([
      'email_recipient_filter',
      'when it was last saved',
    ]);
  });

  it.each([
    { lexical: null, mobiledoc: '{"version":"0.3.1"}' },
    { lexical: '{"root":"none"}', mobiledoc: null },
  ])('are reported where they are in no form that can be read: %j', async (written) => {
    const { body, lost } = await ghost({ posts: [{ html: null, plaintext: null, ...written }] });
    expect(body).toBe('');
    expect(lost).toContainEqual({
      what: 'text in Ghost’s own format only',
      text: written.lexical ?? written.mobiledoc,
    });
  });

  it('are read from Ghost’s editor where there is no HTML', async () => {
    const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format });
    const root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            text('It '),
            text('sails', 1),
            text(' at '),
            { type: 'link', url: '__GHOST_URL__/x/', children: [text('5 & 6')] },
          ],
        },
        { type: 'extended-heading', tag: 'h2', children: [text('Then')] },
        {
          type: 'list',
          listType: 'number',
          start: 3,
          children: [
            { type: 'listitem', children: [text('three')] },
            { type: 'listitem', children: [text('four')] },
          ],
        },
        {
          type: 'image',
          src: '__GHOST_URL__/content/images/a.jpg',
          alt: 'A "boat"',
          caption: '<span>The <b>boat</b></span>',
        },
        { type: 'callout', calloutText: '<p>Mind the gap.</p>', backgroundColor: 'blue' },
        { type: 'html', html: '<blockquote>Said</blockquote>' },
      ],
    };
    const { body } = await ghost(
      { posts: [{ html: null, lexical: JSON.stringify({ root }) }] },
      'https://hall.example',
    );
    expect(body).toBe(
      'It **sails** at [5 & 6](https://hall.example/x/)\n\n## Then\n\n3. three\n4. four\n\n![A "boat"](picture-1.jpg "The boat")\n\nMind the gap.\n\n> Said',
    );
  });
});

describe('addresses of Ghost', () => {
  const parts = {
    // Late in the evening where the site was.
    posts: [{ slug: 'a-boat', published_at: '2021-03-09T23:30:00.000Z' }],
    tags: [
      { id: 't1', name: '#top', slug: 'hash-top', visibility: 'internal' },
      { id: 't2', name: 'Kosovo', slug: 'kosovo' },
    ],
    postsTags: [
      ['p1', 't1'],
      ['p1', 't2'],
    ] as [string, string][],
    users: [{ id: 'u1', name: 'Anthony Barnett', slug: 'tony' }],
    postsAuthors: [['p1', 'u1']] as [string, string][],
  };
  const former = ({ frontmatter }: { frontmatter: string }) =>
    /^formerly: (.*)$/m.exec(frontmatter)?.[1];

  it.each([
    [{}, '[/a-boat/]'],
    [{ permalinks: '/:slug/' }, '[/a-boat/]'],
    [{ permalinks: '/:year/:month/:day/:slug/', timezone: 'Etc/UTC' }, '[/2021/03/09/a-boat/]'],
    // Which is its address here.
    [{ permalinks: '/:year/:month/:day/:slug/', active_timezone: 'Europe/Belgrade' }, undefined],
    [{ permalinks: '/blog/:year/:slug/' }, '[/blog/2021/a-boat/]'],
    [{ permalinks: '/{primary_tag}/{slug}/' }, '[/kosovo/a-boat/]'],
    [{ permalinks: '/:author/:slug' }, '[/tony/a-boat/]'],
    [{ permalinks: '/:id/' }, '[/p1/]'],
  ])('are those that its settings made: %j', async (settings, expected) => {
    expect(former(await ghost({ ...parts, settings }))).toBe(expected);
  });

  it('are reported where the settings name what the export does not have', async () => {
    const told = await ghost({ ...parts, settings: { permalinks: '/:season/:slug/' } });
    expect(former(told)).toBeUndefined();
    expect(told.lost).toContainEqual({
      what: 'its slug in Ghost (it had no address)',
      text: 'a-boat',
    });
  });

  it('have the day of a draft nowhere', async () => {
    const posts = [{ slug: 'a-boat', status: 'draft', published_at: null }];
    const settings = { permalinks: '/:year/:slug/' };
    expect(former(await ghost({ ...parts, posts, settings }))).toBeUndefined();
  });
});
