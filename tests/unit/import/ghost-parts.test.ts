import { describe, expect, it } from 'vitest';
import { lexicalHtml } from '../../../src/import/ghost-lexical.ts';
import { permalinkOf } from '../../../src/import/ghost-permalink.ts';
import { Relations } from '../../../src/import/ghost-relations.ts';

describe('a node of Ghost’s editor', () => {
  const text = (words: string, format?: number) => ({ type: 'text', text: words, format });
  const html = (...children: object[]) => lexicalHtml(JSON.stringify({ root: { children } }));
  const said = [text('Said')];

  it.each([
    [text('5 < 6 & 7'), '5 &lt; 6 &amp; 7'],
    [text('a', 1), '<strong>a</strong>'],
    [text('a', 2), '<em>a</em>'],
    [text('a', 4), '<s>a</s>'],
    [text('a', 8), 'a'],
    [text('a', 16), '<code>a</code>'],
    [text('a', 32), '<sub>a</sub>'],
    [text('a', 64), '<sup>a</sup>'],
    [text('a', 3), '<em><strong>a</strong></em>'],
    [{ type: 'linebreak' }, '<br>'],
    [{ type: 'paragraph', children: said }, '<p>Said</p>'],
    [{ type: 'heading', tag: 'h3', children: said }, '<h3>Said</h3>'],
    [{ type: 'heading', tag: 'script', children: said }, '<h2>Said</h2>'],
    [{ type: 'extended-quote', children: said }, '<blockquote>Said</blockquote>'],
    [{ type: 'aside', children: said }, '<blockquote>Said</blockquote>'],
    [{ type: 'list', listType: 'bullet', children: [] }, '<ul></ul>'],
    [{ type: 'list', listType: 'number', children: [] }, '<ol start="1"></ol>'],
    [{ type: 'list', listType: 'number', start: 4 }, '<ol start="4"></ol>'],
    [{ type: 'listitem', children: said }, '<li>Said</li>'],
    [
      { type: 'link', url: '/a?b="c"&d', children: said },
      '<a href="/a?b=&quot;c&quot;&amp;d">Said</a>',
    ],
    [{ type: 'horizontalrule' }, '<hr>'],
    [{ type: 'image', src: '/a.jpg' }, '<figure><img src="/a.jpg" alt=""></figure>'],
    [
      { type: 'image', src: '/a.jpg', alt: 'A', caption: '<b>B</b>' },
      '<figure><img src="/a.jpg" alt="A"><figcaption><b>B</b></figcaption></figure>',
    ],
    [
      { type: 'gallery', images: [{ src: '/a.jpg' }], caption: 'C' },
      '<figure class="kg-gallery-card"><figure><img src="/a.jpg" alt=""></figure><figcaption>C</figcaption></figure>',
    ],
    [{ type: 'gallery', images: 'none' }, '<figure class="kg-gallery-card"></figure>'],
    [{ type: 'html', html: '<hr>' }, '<hr>'],
    [{ type: 'html', html: 5 }, ''],
    [{ type: 'codeblock', code: 'a<b' }, '<pre><code>a&lt;b</code></pre>'],
    [
      { type: 'video', src: '/a.mp4', caption: 'C' },
      '<figure><video src="/a.mp4"></video><figcaption>C</figcaption></figure>',
    ],
    [{ type: 'audio', src: '/a.mp3', title: 'T' }, '<audio src="/a.mp3" title="T"></audio>'],
    [
      { type: 'file', src: '/a.pdf', fileTitle: 'T', fileName: 'a.pdf', fileCaption: 'C' },
      '<p><a href="/a.pdf">T</a></p><p>C</p>',
    ],
    [
      { type: 'file', src: '/a.pdf', fileTitle: '', fileName: 'a.pdf' },
      '<p><a href="/a.pdf">a.pdf</a></p><p></p>',
    ],
    [
      { type: 'bookmark', url: '/a', metadata: { title: 'T' }, caption: 'C' },
      '<p><a href="/a">T</a></p><p>C</p>',
    ],
    [{ type: 'embed', url: '/a' }, '<p><a href="/a">/a</a></p>'],
    [
      {
        type: 'toggle',
        heading: 'Why so',
        content: '<p>For that.</p>',
        mode: 'open',
        style: 'a b',
      },
      '<p>Why so</p><p><p>For that.</p></p>',
    ],
    [{ type: 'other', children: said, note: ' word ', number: 5 }, 'Said'],
    [{ children: said }, 'Said'],
  ])('says in HTML what it is: %j', (node, expected) => expect(html(node)).toBe(expected));

  it.each(['', '{', '{}', 'null', '{"root":{}}'])(
    'says nothing where there is none: %s',
    (lexical) => {
      expect(lexicalHtml(lexical)).toBe('');
    },
  );
});

describe('Ghost address', () => {
  const post = {
    ...{ id: 'p1', slug: 'a-boat', published: '2021-03-09T23:30:00Z' },
    ...{ tag: 'sea', author: 'ana' },
  };
  it.each([
    [{}, {}, '/a-boat/'],
    [{}, { permalinks: '/:primary_author/:primary_tag/:slug/' }, '/ana/sea/a-boat/'],
    [{ tag: '' }, { permalinks: '/:tag/:slug/' }, '/all/a-boat/'],
    [{ author: '' }, { permalinks: '/:author/:slug/' }, undefined],
    [{}, { permalinks: '/:year/' }, undefined],
    [{}, { permalinks: '/{id}/' }, '/p1/'],
    [{}, { permalinks: '/{year}/{slug}/' }, '/2021/a-boat/'],
    [{}, { permalinks: '/:day/:slug/' }, '/09/a-boat/'],
    [{}, { permalinks: '/:day/:slug/', timeZone: 'Europe/Tirane' }, '/10/a-boat/'],
    [{}, { permalinks: '/:day/:slug/', timeZone: 'Nowhere' }, undefined],
    [{ published: '' }, { permalinks: '/:day/:slug/' }, undefined],
    [{ slug: 'a/b' }, {}, '/a%2Fb/'],
  ])('of %j by %j', (parts, settings, path) => {
    expect(permalinkOf({ ...post, ...parts }, settings)).toBe(path);
  });
});

describe('what posts of Ghost refer to', () => {
  const relationsOf = (lists: Record<string, object[]>) => {
    const relations = new Relations();
    for (const [list, rows] of Object.entries(lists))
      for (const row of rows) relations.note(list, row);
    return relations;
  };
  const tags = [
    { id: 't1', name: '#news', slug: 'hash-news' },
    { id: 't2', name: 'Mail', slug: 'mail', visibility: 'internal' },
    { id: 't3', name: 'Sea &amp; sand', slug: 'sea', visibility: 'public' },
    { id: 't4', name: 'Without' },
  ];
  const users = [
    { id: 'u1', name: 'Ana', slug: 'ana' },
    { id: 'u2', name: 'Ben', slug: 'ben' },
  ];

  it('are tags, but for those that only Ghost uses', () => {
    const posts_tags = tags.map(({ id }, at) => ({ post_id: 'p1', tag_id: id, sort_order: at }));
    const relations = relationsOf({ tags, posts_tags });
    expect(relations.tagsOf('p1')).toEqual({
      tags: ['Sea & sand', 'Without'],
      internal: ['#news', 'Mail'],
    });
    expect(relations.tagsOf('p2')).toEqual({ tags: [], internal: [] });
    expect(relations.slugsOf('p1', '')).toEqual({ tag: 'sea', author: '' });
  });

  it('are authors in their order, or the one that an old export names', () => {
    const posts_authors = [
      { post_id: 'p1', author_id: 'u1', sort_order: 1 },
      { post_id: 'p1', author_id: 'u2' },
      { post_id: 'p1', author_id: 'gone', sort_order: 2 },
    ];
    const relations = relationsOf({ users, posts_authors });
    expect(relations.authorsOf('p1', 'u1')).toEqual(['Ben', 'Ana']);
    expect(relations.slugsOf('p1', 'u1')).toEqual({ tag: '', author: 'ben' });
    expect(relations.authorsOf('p2', 'u1')).toEqual(['Ana']);
    expect(relations.slugsOf('p2', 'u1')).toEqual({ tag: '', author: 'ana' });
    expect(relations.authorsOf('p2', '')).toEqual([]);
  });

  it('have lists at addresses of their own', () => {
    const relations = relationsOf({ tags, users: [...users, { id: 'u3', name: 'Old' }] });
    expect(relations.lists('https://a.example')).toEqual([
      { kind: 'tag', name: 'Sea & sand', address: 'https://a.example/tag/sea/' },
      { kind: 'author', name: 'Ana', address: 'https://a.example/author/ana/' },
      { kind: 'author', name: 'Ben', address: 'https://a.example/author/ben/' },
    ]);
  });

  it.each([
    [
      { permalinks: '/:id/', timezone: 'Europe/Tirane' },
      { permalinks: '/:id/', timeZone: 'Europe/Tirane' },
    ],
    [{ active_timezone: 'UTC', title: 'The sea', old_timezone: 'x' }, { timeZone: 'UTC' }],
    [{ permalinks: '', timezone: '' }, {}],
  ])('have settings, of which those of addresses count: %j', (settings, expected) => {
    const rows = Object.entries(settings).map(([key, value]) => ({ key, value }));
    expect(relationsOf({ settings: rows }).settings).toEqual(expected);
  });
});
