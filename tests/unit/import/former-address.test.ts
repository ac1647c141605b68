import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/desk/desk.ts';
import { idFor } from '../../../src/import/identity.ts';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder, idOf, page, publication, story, type Files } from '../content.ts';
import { written } from './imported.ts';

/** An item of a feed whose story was at an address until now; its day here is March 9, 2021. */
const item = (mark: string, link: string, date?: string, title = 'Boats sail') =>
  `<item><guid>${mark}</guid><title>${title}</title><link>${link}</link><pubDate>${date ?? 'Mon, 08 Mar 2021 23:30:00 GMT'}</pubDate><category>Kosovo</category><creator>Anthony Barnett</creator><description>They sail.</description></item>`;

/** Imports a feed of such items. */
async function bring(items: string[], content = contentFolder()) {
  const feed = `<rss version="2.0"><channel>${items.join('')}</channel></rss>`;
  const order = { wishes: { section: 'military' } };
  const reports = await importInto(content, [written(content, 'feed.xml', feed)], order);
  return { content, stories: storiesIn(reports) };
}

/** Where the story of such an item says that it was formerly, and what the report says is lost. */
async function kept(link: string, files: Files = {}, date?: string) {
  const { stories } = await bring([item('a', link, date)], contentFolder(files));
  const former = /^formerly: .*$/m.exec(storyText(stories[0]!))?.[0];
  return [former, ...stories[0]!.lost.map(({ what, text }) => `${what}: ${text}`)];
}

const lost = (link: string) => [undefined, `its old address: ${link}`];

describe('the address of a story until now', () => {
  it('leads to the story when it has the form of one here', async () => {
    const link = 'https://old.example/2021/03/08/boats-sail/';
    const { content, stories } = await bring([item('a', link)]);
    expect(storyText(stories[0]!)).toContain('\nformerly: [/2021/03/08/boats-sail/]\n');
    expect(stories[0]!.fields).toContainEqual({
      field: 'formerly',
      how: 'taken',
      value: '/2021/03/08/boats-sail/',
      from: link,
    });
    expect(stories[0]!.lost).toEqual([]);
    const read = await readContent(content);
    expect(read.stories.map(({ path }) => path)).toContain('/2021/03/09/boats-sail/');
  });

  it.each([
    ['https://old.example/2021/03/boats-sail/', '/2021/03/boats-sail/'],
    ['https://old.example/2021/03/08/Boats', '/2021/03/08/Boats/'],
    ['https://old.example/boats.html', '/boats.html'],
    ['https://old.example/?p=123', '/?p=123'],
    ['https://old.example/caf%c3%a9/%d0%bb%d0%be%d0%b4/', '/café/лод/'],
    // What nobody would see stays encoded.
    ['https://old.example/%D9%85%DB%8C%E2%80%8C%D8%B4/', '/%D9%85%DB%8C%E2%80%8C%D8%B4/'],
    ['/2021/03/08/boats/', '/2021/03/08/boats/'],
  ])('leads to the story from %s', async (link, value) => {
    expect(await kept(link)).toEqual([`formerly: [${value}]`]);
  });

  it('is below the front page, wherever that is', async () => {
    const site = { 'publication.yaml': publication({ url: 'https://a.example/news/' }) };
    expect(await kept('https://old.example/news/2019/a/', site)).toEqual(['formerly: [/2019/a/]']);
    expect(await kept('https://old.example/2019/a/', site)).toEqual(['formerly: [/2019/a/]']);
  });

  it.each([
    ['its address here', 'https://old.example/2021/03/09/boats-sail/'],
    ['one that hosts can’t be told', 'https://old.example/12:boats/'],
    ['told by no plain parameter', 'https://old.example/?a=1;b=2'],
    ['no address', 'boats'],
    ['that of a section', 'https://old.example/Military'],
    ['that of a page', 'https://old.example/about/'],
    ['that of a list', 'https://old.example/tags/'],
  ])('is reported as lost when it is %s', async (_, link) => {
    const pages = { 'pages/about.md': page() };
    expect(await kept(link, pages)).toEqual(lost(link));
  });

  it('is reported as lost when nobody knows where the story will be', async () => {
    const link = 'https://old.example/2021/03/08/boats/';
    expect(await kept(link, {}, 'soon')).toEqual(lost(link));
  });

  it('is reported as lost when it is that of another story', async () => {
    const link = 'https://old.example/2021/03/09/troops/';
    expect(await kept(link)).toEqual(lost(link));
    const other = 'https://old.example/2021/03/08/troops/';
    const formerly = '\n  - /2021/03/08/troops/';
    const moved = { 'articles/moved.md': story({ id: idOf(1), formerly }) };
    expect(await kept(other, moved)).toEqual(lost(other));
    const night = { 'articles/a/boats.md': story({ id: idOf(1), published: '2021-03-07T23:30Z' }) };
    const boats = 'https://old.example/2021/03/08/boats/';
    expect(await kept(boats, night)).toEqual(lost(boats));
    const lock = (id: string) => ({ 'addresses.lock': `/2021/03/08/boats/ ${id}\n` });
    expect(await kept(boats, lock(idOf(1)))).toEqual(lost(boats));
    expect(await kept(boats, lock(idFor('a', 'feed.xml')))).toEqual([
      'formerly: [/2021/03/08/boats/]',
    ]);
  });

  it('is one story’s only, and stays it', async () => {
    const link = 'https://old.example/2021/03/08/ferry/';
    const before = 'Sun, 07 Mar 2021 23:30:00 GMT';
    const items = [item('a', link), item('b', link), item('c', 'x', before, 'Ferry')];
    const { content, stories } = await bring(items);
    const texts = stories.map(storyText);
    expect(texts.map((text) => text.includes('formerly:'))).toEqual([true, false, false]);
    expect((await readContent(content)).stories.map(({ path }) => path)).toEqual([
      '/2021/03/09/troops/',
      '/2021/03/09/boats-sail-2/',
      '/2021/03/09/boats-sail/',
      '/2021/03/08/ferry-2/',
    ]);
    const log = readFileSync(`${content}/imports.lock`, 'utf8');
    const again = await bring(items.toReversed(), content);
    expect(again.stories.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
    expect(again.stories.map(storyText)).toEqual(texts.toReversed());
    expect(readFileSync(`${content}/imports.lock`, 'utf8')).toBe(log);
  });
});

describe('the addresses that a story had', () => {
  const post = (status: string, link: string, more = '') =>
    `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Boats sail</title><link>${link}</link><guid isPermaLink="false">https://old.example/?p=7</guid><content:encoded>They sail.</content:encoded><wp:post_id>7</wp:post_id><wp:post_date>2021-03-09 10:00:00</wp:post_date><wp:post_date_gmt>2021-03-09 09:00:00</wp:post_date_gmt><wp:post_name>boats-sail</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>${more}</item></channel></rss>`;
  const meta = (key: string, value: string) =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
  const formerlyOf = async (name: string, text: string) => {
    const content = contentFolder();
    const reports = storiesIn(await importInto(content, [written(content, name, text)]));
    const formerly = reports.map((report) => /^formerly: .*$/m.exec(storyText(report))?.[0]);
    const lost = reports.flatMap(({ lost }) => lost.map(({ text }) => text));
    return { formerly, lost };
  };

  it('in WordPress are its link, its number, and its names and days of before', async () => {
    const more = [
      meta('_wp_old_slug', 'boats'),
      meta('_wp_old_slug', 'ships'),
      meta('_wp_old_date', '2021-03-08'),
    ].join('');
    const link = 'https://old.example/2021/03/09/boats-sail.html';
    const { formerly, lost } = await formerlyOf('wp.xml', post('publish', link, more));
    expect(formerly).toEqual([
      'formerly: [/2021/03/09/boats-sail.html, /?p=7, /2021/03/09/boats.html, /2021/03/09/ships.html, /2021/03/08/boats-sail.html]',
    ]);
    expect(lost).not.toContain('ships');
  });

  it.each([
    ['of another site', 'https://stage.example/?p=9', '<wp:post_id>7</wp:post_id>', ', /?p=7'],
    [
      'without a number',
      'https://old.example/boats',
      '<wp:post_id>7</wp:post_id>',
      ', /boats/, /?p=7',
    ],
    ['where nothing has a number', 'https://stage.example/?p=9', '', ''],
  ])('in WordPress have its number beside a mark %s', async (_, guid, id, more) => {
    const link = 'https://old.example/2021/03/09/boats-sail.html';
    const text = post('publish', link)
      .replace('https://old.example/?p=7', guid)
      .replace('<wp:post_id>7</wp:post_id>', id);
    const { formerly, lost } = await formerlyOf('wp.xml', text);
    expect(formerly).toEqual([`formerly: [/2021/03/09/boats-sail.html${more}]`]);
    expect(lost).not.toContain('/?p=');
  });

  it('in WordPress are none of a draft, whose address is reported', async () => {
    const link = 'https://old.example/?p=7';
    const { formerly, lost } = await formerlyOf('wp.xml', post('draft', link));
    expect(formerly).toEqual([undefined]);
    expect(lost).toContain(link);
  });

  it('in Ghost is its slug', async () => {
    const data = {
      posts: [
        {
          id: '1',
          uuid: idOf(1),
          title: 'Boats sail',
          slug: 'boats',
          html: '<p>They sail.</p>',
          status: 'published',
          published_at: '2021-03-09T23:30:00.000Z',
        },
      ],
      posts_authors: [{ id: '1', post_id: '1', author_id: 'u' }],
      users: [{ id: 'u', name: 'Anthony Barnett', slug: 'tony' }],
    };
    const text = JSON.stringify({ db: [{ meta: { version: '6.0.0' }, data }] });
    const { formerly } = await formerlyOf('ghost.json', text);
    expect(formerly).toEqual(['formerly: [/boats/]']);
  });
});
