import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import sax from 'sax';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hostileHeadline, hub } from '../fixture.ts';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { feedsOf, type ReadFeed } from './feeds.ts';
import { attribute, jsonLdOf, inLine, isKeptOut, kuwait, openPage, Page } from './page.ts';

const read = new Map([home, archive].map((site) => [site, feedsOf(site)]));
const folder = ({ path }: ReadFeed) => path.replace(/[^/]+$/, '');
/** The feeds of a site’s one format, by the path of the page they are of. */
const inFormat = (site: Site, format: ReadFeed['format']) =>
  new Map(
    read
      .get(site)!
      .filter((feed) => feed.format === format)
      .map((feed) => [folder(feed), feed]),
  );
const pathOf = (site: Site, url: string | undefined) => decodeURI(url!.slice(site.url.length));
const dateOf = (time: Element) => attribute(time, 'dateTime');

/** The moment for which sites are built (tests/sites.ts), in ms. */
const clock = Date.parse('2026-11-23T12:00:00Z');

describe.each([home, archive])('$folder', (site) => {
  const feeds = read.get(site)!;
  const rss = inFormat(site, 'rss');

  it('has a feed of the whole and of each section, topic, author and series, in each format', () => {
    const listed = ['', 'tags/', 'authors/', ...(site === archive ? ['series/'] : [])]
      .flatMap((path) => openPage(site, path).all('.masthead nav a, .index a'))
      .map((link) => attribute(link, 'href').slice(site.base.length))
      .filter((path) => !['tags/', 'authors/', 'search/', 'feeds/'].includes(path));
    expect([...rss.keys()].sort()).toEqual([...new Set(['', ...listed])].sort());
    expect([...inFormat(site, 'atom').keys()].sort()).toEqual([...rss.keys()].sort());
    expect([...inFormat(site, 'json').keys()].sort()).toEqual([...rss.keys()].sort());
    expect(rss.size).toBeGreaterThan(8);
  });

  it('says the same in each format', () => {
    for (const format of ['atom', 'json'] as const)
      for (const [path, feed] of inFormat(site, format)) {
        const own = { path: feed.path, format, text: feed.text, self: feed.self };
        expect(feed, feed.path).toEqual({ ...rss.get(path)!, ...own });
      }
  });

  it('names each feed and its page as they are', () => {
    for (const feed of feeds) {
      const page = openPage(site, folder(feed));
      expect(feed.self).toBe(site.url + feed.path);
      expect(feed.page).toBe(site.url + folder(feed));
      expect(feed.title).toBe(page.text('title'));
      expect(feed.language).toBe('en-US');
      expect(feed.description).toBe(page.meta('description'));
    }
  });

  it('is well-formed', () => {
    for (const { path, format, text } of feeds) {
      if (format === 'json') expect(() => JSON.parse(text) as unknown, path).not.toThrow();
      else expect(() => sax.parser(true, { xmlns: true }).write(text).close(), path).not.toThrow();
    }
  });

  it('holds at most thirty stories and those of two days, each once, newest first', () => {
    for (const { path, items } of feeds) {
      expect(items.length, path).toBeGreaterThan(0);
      const fresh = items.filter(({ published }) => published > clock - 2 * 86_400_000);
      expect(items.length, path).toBeLessThanOrEqual(Math.max(30, fresh.length));
      expect(new Set(items.map(({ id }) => id)).size, path).toBe(items.length);
      const times = items.map(({ published }) => published);
      expect(times, path).toEqual(times.toSorted((a, b) => b - a));
    }
  });

  it('knows a story by one mark in all feeds, and tells the same of it', () => {
    const told = new Map<string, string>();
    for (const { items, path } of feeds)
      for (const item of items) {
        expect(item.id).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        const written = JSON.stringify(item);
        expect((told.get(item.url!) ?? written) === written, `${path}: ${item.url}`).toBe(true);
        told.set(item.url!, written);
      }
    const marks = [...told.values()].map((item) => (JSON.parse(item) as { id: string }).id);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('tells of each story what its page shows', () => {
    for (const item of new Map(
      feeds.flatMap(({ items }) => items.map((one) => [one.url, one])),
    ).values()) {
      const page = openPage(site, pathOf(site, item!.url));
      const { title, url } = item!;
      const retraction = page.all('.notice').find((notice) => toString(notice).startsWith('Retr'));
      expect(title).toBe(page.text('h1'));
      expect(item!.summary).toBe(
        retraction
          ? inLine(toString(retraction)).replace(/^[^:]*: /, '')
          : page.text('.standfirst'),
      );
      expect(page.text('.byline div').endsWith(` ${item!.byline}`), url).toBe(true);
      expect(item!.categories, url).toEqual(
        [page.one('.kicker'), ...page.all('.topics a')].map(toString),
      );
      const [published, ...changes] = page.all('.byline time, .notice time').map(dateOf);
      const zone = { timeZone: site === home ? 'UTC' : 'Europe/Tirane' };
      const day = new Intl.DateTimeFormat('sv', zone);
      // A day counts from its start in the newsroom’s zone.
      const shown = (time: string, at: number) =>
        time.includes('T')
          ? Date.parse(time) === at
          : day.format(at) === time && new Date(at).toLocaleTimeString('sv', zone) === '00:00:00';
      expect(shown(published!, item!.published), url).toBe(true);
      const latest = Math.max(
        item!.published,
        ...changes.filter((time) => time.includes('T')).map((time) => Date.parse(time)),
      );
      expect(
        [published, ...changes].some((time) => shown(time!, item!.updated)),
        url,
      ).toBe(true);
      expect(item!.updated, url).toBeGreaterThanOrEqual(latest);
    }
  });

  it('opens with the standfirst and carries the words of each page, no more and no less', () => {
    for (const { html, url } of rss.get('')!.items) {
      const page = openPage(site, pathOf(site, url));
      // What covers a picture is said otherwise where there is none to show.
      for (const cover of page.all('.cover summary')) cover.children = [];
      const inPage = page.all('.standfirst, .body').map((part) => inLine(toString(part)));
      const content = fromHtml(html, { fragment: true });
      // Of a picture that may not be republished the feed says so; the page shows it.
      for (const notice of selectAll('figure > p', content)) notice.children = [];
      const inFeed = inLine(toString(content));
      // White space between blocks shows as a gap on the page and not in the feed.
      const dense = (text: string) => text.replaceAll(' ', '');
      expect(dense(inFeed)).toBe(dense(inPage.join('')));
      expect(inFeed.length).toBeGreaterThan(10);
    }
  });

  it('has only whole addresses in the text, of files that there are', () => {
    const files = filesOf(site);
    const addresses = rss
      .get('')!
      .items.flatMap(({ html }) =>
        selectAll('[src], [href]', fromHtml(html)).map(
          (element) => attribute(element, 'src') || attribute(element, 'href'),
        ),
      );
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      expect(address).toMatch(/^https:\/\//);
      if (!address.startsWith('https://anh.example/')) continue;
      const path = pathOf(site, address.replace(/#fn(?:ref)?-[\w-]+$/, ''));
      expect(files.has(path.endsWith('/') ? `${path}index.html` : path), address).toBe(true);
    }
  });

  it('tells of each picture in the text, with its true length, size and type', async () => {
    const files = filesOf(site);
    let told = 0;
    for (const item of parseRssFeed(rss.get('')!.text).items!) {
      const contents = (item.media?.contents ?? []).filter(({ medium }) => medium === 'image');
      const shown = selectAll('img', fromHtml(item.content!.encoded!));
      expect(new Set(contents.map(({ url }) => url))).toEqual(
        new Set(shown.map((image) => attribute(image, 'src'))),
      );
      for (const { url, fileSize, type, width, height, medium } of contents) {
        const file = files.get(pathOf(site, url))!;
        const data = await sharp(file).metadata();
        expect({ type, medium, fileSize, width, height }).toEqual({
          type: `image/${data.format}`,
          medium: 'image',
          fileSize: file.length,
          width: data.width,
          height: data.height,
        });
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(1);
  });

  it('lets the feeds of each page be found', () => {
    const types: Record<string, string> = {
      'application/rss+xml': 'feed.xml',
      'application/atom+xml': 'atom.xml',
      'application/feed+json': 'feed.json',
    };
    for (const [path, html] of pagesOf(site).filter(([, html]) => !isKeptOut(html))) {
      const links = new Page(html)
        .all(
          Object.keys(types)
            .map((type) => `link[rel=alternate][type="${type}"]`)
            .join(),
        )
        .map((link) => attribute(link, 'href').slice(site.base.length));
      const all = Object.values(types);
      // A list’s further pages have its feeds, too.
      const list = path.replace(/(?:page\/\d+\/)?index\.html$/, '');
      const own = rss.has(list) && list !== '' ? all.map((name) => list + name) : [];
      expect(links, path).toEqual(own.length > 0 ? [...own, 'feed.xml'] : all);
    }
  });

  it('offers every feed on the page for people, and nothing else', () => {
    const page = openPage(site, 'feeds/');
    const offered = page.all('.feeds a').map((link) => attribute(link, 'href'));
    expect(offered.sort()).toEqual(feeds.map(({ path }) => site.base + path).sort());
    const names = page.all('.feeds a').map((link) => inLine(toString(link)));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('RSS: Military');
    expect(attribute(page.one('.masthead .subscribe a'), 'href')).toBe(`${site.base}feeds/`);
  });
});

it('leads from each author to their page', () => {
  for (const site of [home, archive]) {
    const { entries } = parseAtomFeed(inFormat(site, 'atom').get('')!.text);
    const { items } = parseJsonFeed(inFormat(site, 'json').get('')!.text);
    entries!.forEach(({ links, authors }, index) => {
      const page = openPage(site, pathOf(site, links![0]!.href));
      const shown = page
        .all('.byline [rel=author]')
        .map((link) => [toString(link), new URL(attribute(link, 'href'), site.url).href]);
      expect(authors!.map(({ name, uri }) => [name, uri])).toEqual(shown);
      expect(items![index]!.authors!.map(({ name, url }) => [name, url])).toEqual(shown);
    });
  }
});

it('names the hub where there is one', () => {
  expect(new Set(read.get(archive)!.map((feed) => feed.hub))).toEqual(new Set([hub]));
  expect(new Set(read.get(home)!.map((feed) => feed.hub))).toEqual(new Set([undefined]));
  for (const { text, path } of read.get(home)!) expect(text.includes('hub'), path).toBe(false);
});

it('has the newest and the hostile stories on top', () => {
  const { items, text } = inFormat(archive, 'rss').get('')!;
  expect(items).toHaveLength(30);
  expect(items[0]?.title).toBe('Pictures above the text and in it');
  expect(items[1]?.title).toBe(hostileHeadline);
  expect(parseRssFeed(text).items?.[1]?.pubDate).toBe('Fri, 20 Nov 2026 09:30:00 +0100');
});

it('places a story where its dateline says', () => {
  for (const [site, path, point] of [
    [home, kuwait, { lat: 42.6629, lng: 21.1655 }],
    [archive, '2026/11/22/pictures/', { lat: 41.3275, lng: 19.8187 }],
  ] as const) {
    const placed = (item: { georss?: unknown }) => item.georss;
    const { items } = parseRssFeed(inFormat(site, 'rss').get('')!.text);
    const { entries } = parseAtomFeed(inFormat(site, 'atom').get('')!.text);
    expect(items!.filter(placed).map(({ link, georss }) => [link, georss])).toEqual([
      [site.url + path, { point }],
    ]);
    expect(entries!.filter(placed).map(({ links, georss }) => [links?.[0]?.href, georss])).toEqual([
      [site.url + path, { point }],
    ]);
  }
});

it('shows figures with caption and credit', () => {
  const [item] = inFormat(home, 'rss').get('')!.items;
  const figure = select('figure:has(img)', fromHtml(item!.html))!;
  const page = openPage(home, kuwait);
  expect(inLine(toString(figure))).toBe(
    `${page.text('.figure .caption')} ${page.text('.figure .credit')}`,
  );
});

it('hands on no picture that may not be, and says where it is', () => {
  const path = '2026/11/18/rights/';
  const item = inFormat(archive, 'rss')
    .get('')!
    .items.find(({ url }) => url === `${archive.url}${path}`)!;
  const [kept, noted] = selectAll('figure', fromHtml(item.html));
  expect(inLine(toString(kept!))).toBe(
    'This image may not be republished. See it in the story.The colour of kept, seen from close by. Photograph: Somebody/KEPT',
  );
  expect(attribute(select('a', kept!)!, 'href')).toBe(`${archive.url}${path}`);
  expect(attribute(select('img', noted!)!, 'src')).toMatch(/\/noted\.[^/]+\.jpg$/);
  expect(item.pictures.map(({ caption }) => caption)).toEqual(['Noted.']);
  for (const { path, text } of read.get(archive)!)
    expect(/kept[^ ]*\.(?:jpg|webp|avif)/.test(text), path).toBe(false);

  // The story's own page still shows it, in previews too.
  const page = openPage(archive, path);
  expect(page.meta('og:image')).toMatch(/\/kept\.[^/]+\.jpg$/);
  expect(jsonLdOf(page)[0]).toMatchObject({
    image: [{ contentUrl: expect.stringMatching(/\/kept\.[^/]+\.webp$/) as unknown }, {}],
  });
  expect(attribute(page.one('.figure img'), 'src')).toMatch(/\/kept\.[^/]+\.webp$/);
});
