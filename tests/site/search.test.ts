import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { attribute, jsonLdOf, inLine, isKeptOut, openPage, Page } from './page.ts';

interface Fragment {
  url: string;
  content: string;
  meta: { title: string };
  filters: Record<string, string[]>;
}

/** Every story that the search of a site finds, as it is kept in the index. */
function found(site: Site): Fragment[] {
  return [...filesOf(site)]
    .filter(([path]) => path.endsWith('.pf_fragment'))
    .map(([, bytes]) => JSON.parse(bytes.toString().replace('pagefind_dcd', '')) as Fragment);
}

/** The page of every story of a site, by its path. */
function storiesOf(site: Site): Map<string, Page> {
  return new Map(
    pagesOf(site)
      .map(
        ([path, html]) => [site.base + path.replace(/index\.html$/, ''), new Page(html)] as const,
      )
      .filter(([, page]) => page.meta('og:type') === 'article'),
  );
}

const links = (page: Page, selector: string) =>
  page.all(`${selector} a`).map((link) => attribute(link, 'href'));

describe.each([home, archive])('the search of $folder', (site) => {
  const stories = storiesOf(site);
  const hits = found(site);

  it('finds every story once, and nothing else', () => {
    expect(hits.map(({ url }) => url).toSorted()).toEqual([...stories.keys()].toSorted());
  });

  it('says of each story what its page says', () => {
    for (const { url, meta, filters } of hits) {
      const page = stories.get(url)!;
      const texts = (selector: string) =>
        page.all(selector).map((element) => inLine(toString(element)));
      expect(inLine(meta.title), url).toBe(page.text('h1'));
      expect(filters['section']!.map(inLine), url).toEqual(texts('.kicker'));
      expect(filters['topic']!.map(inLine), url).toEqual(texts('.topics a'));
      expect(filters['author']!.map(inLine), url).toEqual(texts('.byline [rel=author]'));
    }
  });

  it('has only words that stand on the story’s page', () => {
    for (const { url, content } of hits) {
      // The calls of footnotes are no words.
      const shown = toString(stories.get(url)!.one('article')).replaceAll(/\[\d+\]/g, '');
      const words = content.split(/[\s:,]+/);
      expect(
        words.filter((word) => !shown.includes(word)),
        url,
      ).toEqual([]);
    }
  });

  it('is one click away from every page', () => {
    const pages = pagesOf(site).filter(([path, html]) => !isKeptOut(html) || path === '404.html');
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, html] of pages)
      expect(links(new Page(html), '.masthead'), path).toContain(`${site.base}search/`);
  });

  it('leads to every section and year without a script, and shows no form that does nothing', () => {
    const page = openPage(site, 'search/');
    expect(attribute(page.one('form'), 'hidden')).toBe('true');
    const ways = links(page, '#ways');
    for (const address of [
      ...links(openPage(site, 'tags/'), '.index'),
      ...links(openPage(site, 'authors/'), '.index'),
      ...links(openPage(site, ''), '.years'),
      `${site.base}military/`,
    ])
      expect(ways).toContain(address);
  });

  it('is offered to programs', () => {
    const [{ potentialAction } = {}] = jsonLdOf(openPage(site, '')) as {
      potentialAction?: { target: { urlTemplate: string } };
    }[];
    expect(potentialAction).toMatchObject({
      target: { urlTemplate: `${site.url}search/?q={words}` },
      'query-input': 'required name=words',
    });
  });

  it('names what browsers may keep for ever by what is in it', () => {
    const named = [...filesOf(site).keys()].filter((path) => /\.pf_\w+$/.test(path));
    expect(new Set(named.map((path) => path.replace(/.*\./, '')))).toEqual(
      new Set(['pf_filter', 'pf_fragment', 'pf_index', 'pf_meta']),
    );
    for (const path of named) {
      const [, name] = /([0-9a-f]{10})\.pf_\w+$/.exec(path) ?? [];
      const digest = createHash('sha256').update(readFileSync(join(site.folder, path)));
      expect(digest.digest('hex').slice(0, 10), path).toBe(name);
    }
  });

  it('sends what is needed and no more, and only to who searches', () => {
    const files = filesOf(site);
    const own = [...files.keys()].filter((path) => path.endsWith('.js'));
    // One of the page, and one of each language.
    const names = own.map((path) => path.replace(/^_astro\/.*|(?<=search\/)\w+/, ''));
    expect([...new Set(names)]).toEqual(['', 'search//pagefind.js']);
    const sent = (path: string) => brotliCompressSync(files.get(path)!).length;
    expect(sent(own[0]!)).toBeGreaterThan(1_500);
    expect(sent(own[0]!)).toBeLessThan(3_500);
    // Pagefind’s program is packed already.
    const program = files.get('search/en/wasm.en.pagefind')!.length;
    const first = sent(own[0]!) + sent('search/en/pagefind.js') + program;
    expect(first).toBeGreaterThan(50_000);
    expect(first).toBeLessThan(95_000);
  });
});

it('tells of a story that was taken back that it was, and nothing that it said', () => {
  const retracted = found(archive).find(({ url }) => url.endsWith('/retracted/'))!;
  expect(retracted.content).toBe(
    'Correction: It happened elsewhere. Retraction: It did not happen: 5 < 6 & more.',
  );
  expect(retracted.filters['label']).toEqual(['Retracted']);
});
