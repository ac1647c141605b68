import { expect, it } from 'vitest';
import { problemsOf } from '../standards/sitemap.ts';
import { readRobots } from '../standards/robots.ts';
import { published } from '../fixture.ts';
import { passedSlush } from '../slush-pile.ts';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { attribute, isKeptOut, openPage, Page } from './page.ts';

/** The path of a file below the front page, by its whole address. */
const pathOf = (site: Site, address: string) => {
  expect(address.startsWith(site.url), address).toBe(true);
  return address.slice(site.url.length);
};

const all = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

/** The sitemaps as a crawler finds them, from robots.txt on. */
function read(site: Site) {
  const files = filesOf(site);
  const open = (address: string) => {
    const bytes = files.get(pathOf(site, address));
    if (!bytes) throw new Error(`${site.folder} has no ${address}`);
    return bytes.toString();
  };
  const [index = '', news = ''] = readRobots(files.get('robots.txt')!.toString()).sitemaps.map(
    open,
  );
  const sitemaps = all(index, 'loc').map(open);
  const urls = sitemaps.flatMap((xml) => xml.match(/<url>.*?<\/url>/gs) ?? []);
  return { files, index, news, sitemaps, urls };
}

it.each([home, archive])('every sitemap of $folder is as its schema has it', async (site) => {
  const { index, news, sitemaps } = read(site);
  expect(await problemsOf(index, 'siteindex.xsd')).toEqual([]);
  for (const xml of [...sitemaps, ...(site === archive ? [news] : [])])
    expect(await problemsOf(xml)).toEqual([]);
});

it.each([home, archive])('names every page of $folder once that is to be found', (site) => {
  const { urls } = read(site);
  const named = urls.map((url) => pathOf(site, all(url, 'loc')[0]!));
  const there = pagesOf(site)
    .filter(([path, html]) => !isKeptOut(html) && path !== '404.html' && !path.includes('/page/'))
    .map(([path]) => path.replace(/index\.html$/, ''));
  expect(named.toSorted()).toEqual(there.toSorted());
});

it.each([home, archive])('dates each story of $folder by its last change', (site) => {
  const { urls } = read(site);
  const dates = new Map(urls.map((url) => [all(url, 'loc')[0], all(url, 'lastmod')[0]]));
  const stories = pagesOf(site).map(([, html]) => new Page(html));
  let checked = 0;
  for (const page of stories.filter((page) => page.meta('og:type') === 'article')) {
    const changed = page.meta('article:modified_time') ?? page.meta('article:published_time');
    expect(dates.get(page.meta('og:url'))).toBe(changed);
    checked += 1;
  }
  const slush = passedSlush(`${archive.folder}-content`).out.length;
  expect(checked).toBe(site === home ? 1 : published + slush);
});

it.each([home, archive])(
  'shows pictures that $folder has, and none that stays on its page',
  (site) => {
    const { files, urls } = read(site);
    const shown = urls.flatMap((url) =>
      all(url, 'image:loc').map((picture) => ({ story: all(url, 'loc')[0]!, picture })),
    );
    const maps = shown.filter(({ picture }) => picture.includes('/maps/'));
    expect(maps.length).toBeGreaterThan(0);
    expect(shown.length - maps.length).toBe(site === home ? 0 : 6);
    for (const { story, picture } of shown) {
      expect(files.has(pathOf(site, picture)), picture).toBe(true);
      const shown = openPage(site, pathOf(site, story)).one('.figure img');
      expect(new URL(picture).pathname).toBe(attribute(shown, 'src'));
      expect(picture).not.toContain('kept');
    }
  },
);

it('has the news of two days and nothing else', () => {
  expect(all(read(home).news, 'loc')).toEqual([]);
  const { news } = read(archive);
  expect(all(news, 'loc')).toEqual([`${archive.url}2026/11/22/pictures/`]);
  expect(all(news, 'news:title')).toEqual(['Pictures above the text and in it']);
  expect(all(news, 'news:publication_date')).toEqual(['2026-11-22T08:00:00+01:00']);
});
