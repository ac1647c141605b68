import sax from 'sax';
import { describe, expect, it } from 'vitest';
import { makeEdition } from '../../src/edition/edition.ts';
import type { Edition } from '../../src/edition/model.ts';
import { newsSitemap } from '../../src/outputs/news-sitemap.ts';
import { sitemap, sitemapIndex, sitemapsOf } from '../../src/outputs/sitemap.ts';
import { xml } from '../../src/files/xml.ts';
import { problemsOf } from '../standards/sitemap.ts';
import { editionOf, idOf, publication, read, story, storyFile } from './content.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const hour = 3_600_000;

/** An edition of many stories, each published so many milliseconds before the one before it. */
async function editionOfMany(count: number, apart: number): Promise<Edition> {
  const content = await read();
  const [copy] = content.stories;
  const stories = Array.from({ length: count }, (_, index) => {
    const at = now - index * apart;
    const iso = new Date(at).toISOString().replace('.000', '');
    const published = { at, iso, day: iso.slice(0, 10) };
    return {
      ...copy!,
      id: `story-${index}`,
      path: `/${published.day.replaceAll('-', '/')}/story-${index}/`,
      frontmatter: { ...copy!.frontmatter, id: idOf(index), published },
    };
  });
  return makeEdition({ ...content, stories }, now);
}

const everyPicture = ({ stories, addresses }: Edition) =>
  new Map(stories.map(({ id }) => [id, addresses.absolute('/_astro/a.jpg')]));

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);

describe.each([
  ['1 story', 1, hour, 2],
  ['1,000 stories over two years', 1_000, 18 * hour, 26],
  ['60,000 stories of one month', 60_000, 30_000, 3],
])('of %s', (_, count, apart, files) => {
  it('every file is as the schemas have it, and each story is in one of them', async () => {
    const edition = await editionOfMany(count, apart);
    const sitemaps = sitemapsOf(edition);
    expect(sitemaps).toHaveLength(files);
    const pictures = everyPicture(edition);
    const found = new Set<string | undefined>();
    // The largest, the smallest and the pages stand for all: each takes a process of its own.
    const bySize = sitemaps.toSorted((a, b) => a.entries.length - b.entries.length);
    const checked = new Set([sitemaps[0], bySize[0], bySize.at(-1)]);
    for (const one of sitemaps) {
      const xml = sitemap(one, edition, pictures);
      expect(Buffer.byteLength(xml)).toBeLessThan(50_000_000);
      expect(one.entries.length).toBeLessThanOrEqual(50_000);
      if (checked.has(one)) expect(await problemsOf(xml)).toEqual([]);
      for (const loc of locations(xml)) found.add(loc);
    }
    const absent = edition.stories.filter(
      ({ address }) => !found.has(edition.addresses.absolute(address)),
    );
    expect(absent).toHaveLength(0);

    const index = sitemapIndex(sitemaps, edition.addresses);
    expect(await problemsOf(index, 'siteindex.xsd')).toEqual([]);
    expect(locations(index)).toEqual(
      sitemaps.map(({ name }) => `https://anh.example/sitemaps/${name}.xml`),
    );

    const news = newsSitemap(edition, now);
    expect(await problemsOf(news)).toEqual([]);
    expect(locations(news).length).toBe(Math.min(1_000, Math.ceil((48 * hour) / apart), count));
  });
});

it('a month that has too many stories goes on in a second file, and the first stays as it is', async () => {
  const sitemaps = sitemapsOf(await editionOfMany(50_001, 30_000));
  expect(sitemaps.map(({ name, entries }) => [name, entries.length])).toEqual([
    ['pages', 11],
    ['2026-11', 50_000],
    ['2026-11-2', 1],
  ]);
  // Oldest first: what is published next comes at the end.
  expect(sitemaps[1]?.entries[0]?.story?.id).toBe('story-50000');
  expect(sitemaps[2]?.entries[0]?.story?.id).toBe('story-0');
});

/** What a sitemap of an edition says, as `address lastmod picture`. */
async function entriesOf(
  files: Parameters<typeof editionOf>[0],
): Promise<Record<string, string[]>> {
  const edition = await editionOf(files);
  const home = 'https://anh.example';
  return Object.fromEntries(
    sitemapsOf(edition).map((one) => [
      one.name,
      [...sitemap(one, edition, new Map()).matchAll(/<url>(.*?)<\/url>/g)].map(([, url = '']) =>
        url
          .replaceAll(/<\/?loc>|<\/lastmod>/g, '')
          .replace('<lastmod>', ' ')
          .replace(home, ''),
      ),
    ]),
  );
}

it('the last change of a story is that of its list and of the index, where it is known', async () => {
  const files = {
    'articles/old.md': story({ id: idOf(1), published: '2020-01-02' }),
    'articles/changed.md': story({
      id: idOf(2),
      published: '2020-01-01 10:00',
      updated: '2026-11-20 09:30',
      section: 'culture',
    }),
    'articles/gone.md': story({
      id: idOf(3),
      expires: '2022-01-01',
      formerly: '[/2021/03/09/was/]',
    }),
    'articles/retracted.md': story({
      id: idOf(4),
      published: '2020-01-03',
      formerly: '[/2020/01/03/was-too/]',
      corrections: '[{ date: 2020-01-04, kind: retraction, text: No. }]',
    }),
    'articles/later.md': story({ id: idOf(5), published: '2026-11-24' }),
    'articles/draft.md': story({ id: idOf(6), draft: 'true' }),
  };
  const changed = '2026-11-20T09:30:00+01:00';
  expect(await entriesOf(files)).toEqual({
    pages: [
      `/ ${changed}`,
      '/corrections/ 2020-01-04',
      '/tags/',
      '/authors/',
      '/feeds/',
      '/search/',
      '/2021/',
      '/2020/',
      '/military/ 2021-03-09',
      `/culture/ ${changed}`,
      `/tags/kosovo/ ${changed}`,
      `/authors/anthony-barnett/ ${changed}`,
      '/2021/03/ 2021-03-09',
      `/2020/01/ ${changed}`,
    ],
    '2021-03': ['/2021/03/09/troops/ 2021-03-09'],
    '2020-01': [
      `/2020/01/01/changed/ ${changed}`,
      '/2020/01/02/old/ 2020-01-02',
      '/2020/01/03/retracted/ 2020-01-04',
    ],
  });
  const edition = await editionOf(files);
  const index = sitemapIndex(sitemapsOf(edition), edition.addresses);
  expect([...index.matchAll(/<lastmod>(.*?)<\/lastmod>/g)].map(([, iso]) => iso)).toEqual([
    changed,
    '2021-03-09',
    changed,
  ]);
});

it('with no story yet there are the pages', async () => {
  const edition = await editionOf({ [storyFile]: undefined });
  const [pages, ...others] = sitemapsOf(edition);
  expect(others).toEqual([]);
  expect(await problemsOf(sitemap(pages!, edition, new Map()))).toEqual([]);
  expect(await problemsOf(sitemapIndex([pages!], edition.addresses), 'siteindex.xsd')).toEqual([]);
});

describe('the news sitemap', () => {
  it('has the stories of the last 48 hours to the minute, newest first, a retracted one too', async () => {
    const times = ['2026-11-21 13:00', '2026-11-21 13:01', '2026-11-22', '2026-11-23 13:00'];
    const files = Object.fromEntries(
      times.map((published, n) => [`articles/story-${n}.md`, story({ id: idOf(n), published })]),
    );
    const edition = await editionOf({
      ...files,
      'articles/retracted.md': story({
        id: idOf(9),
        published: '2026-11-22 10:00',
        corrections: '[{ date: 2026-11-22 11:00, kind: retraction, text: No. }]',
      }),
    });
    const xml = newsSitemap(edition, now);
    expect(locations(xml).map((loc) => loc?.split('/').at(-2))).toEqual([
      'story-3',
      'retracted',
      'story-2',
      'story-1',
    ]);
    expect(xml).toContain('<news:publication_date>2026-11-23T13:00:00+01:00<');
    expect(xml).toContain('<news:publication_date>2026-11-22<');
    expect(xml).toContain('<news:title>Retracted: Kosovo');
    expect(await problemsOf(xml)).toEqual([]);
  });

  it('is there when there is no news, though only Google’s schema minds', async () => {
    const xml = newsSitemap(await editionOf(), now);
    expect(locations(xml)).toEqual([]);
    expect(await problemsOf(xml)).toEqual([expect.stringContaining('Missing child element')]);
  });

  it.each([
    ['en-US', 'en'],
    ['sq', 'sq'],
    ['gsw-CH', 'gsw'],
    ['zh-CN', 'zh-cn'],
    ['zh-TW', 'zh-tw'],
    ['zh-Hant', 'zh-tw'],
  ])('says the language %s as Google wants it', async (language, said) => {
    const edition = await editionOf({
      'publication.yaml': publication({ language }),
      [storyFile]: story({ published: '2026-11-23 09:00' }),
    });
    const xml = newsSitemap(edition, now);
    expect(xml).toContain(`<news:language>${said}</news:language>`);
    expect(await problemsOf(xml)).toEqual([]);
  });

  it.each(['</news:title><b> & ]]> <!-- 5" 🎉', 'عنوان طويل — كلمات من اليمين', 'x'.repeat(200)])(
    'keeps a headline data: %s',
    async (headline) => {
      const edition = await editionOf({
        [storyFile]: story({ headline: JSON.stringify(headline), published: '2026-11-23 09:00' }),
      });
      const titles: string[] = [];
      const parser = sax.parser(true);
      parser.ontext = (text) => titles.push(text);
      parser.onopentag = ({ name }) => expect(name).toMatch(/^(?:urlset|url|loc|news:\w+)$/);
      parser.write(newsSitemap(edition, now)).close();
      expect(titles).toContain(headline);
    },
  );
});

it('XML leaves out what it cannot hold, and quotes what is put into an attribute', () => {
  const { text } = xml`<a b="${'"<\u0000\u0008\uFFFE\uD800>"'}">${'\u001F]]>'}${[xml`<c/>`]}</a>`;
  expect(text).toBe('<a b="&quot;&lt;&gt;&quot;">]]&gt;<c/></a>');
});
