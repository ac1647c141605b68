import { parseFeed } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { hostileHeadline } from '../fixture.ts';
import { archive, filesOf, home, type Site } from '../sites.ts';
import { attribute, inLine, kuwait, openPage } from './page.ts';

function read(site: Site) {
  const xml = filesOf(site).get('feed.xml')!.toString();
  const { format, feed } = parseFeed(xml);
  if (format !== 'rss') throw new Error(`The feed is ${format}.`);
  return { xml, feed, items: feed.items ?? [] };
}

const { xml, feed, items } = read(home);
const below = read(archive);

it('describes the publication', () => {
  expect(feed).toMatchObject({ title: 'ANH', link: home.url, language: 'en-US' });
  expect(feed.atom?.links).toEqual([
    { href: `${home.url}feed.xml`, rel: 'self', type: 'application/rss+xml' },
  ]);
  expect(feed.lastBuildDate).toBe('Tue, 09 Mar 2021 00:00:00 +0000');
  expect(below.feed.link).toBe(archive.url);
});

it('describes the story, known again by a mark that is not its address', () => {
  expect(items).toHaveLength(1);
  const [item] = items;
  expect(item).toMatchObject({
    title: openPage(home, kuwait).text('h1'),
    description: openPage(home, kuwait).text('.standfirst'),
    link: `${home.url}${kuwait}`,
    pubDate: 'Tue, 09 Mar 2021 00:00:00 +0000',
  });
  expect(item?.guid).toEqual({
    value: 'urn:uuid:b082b392-279c-4638-81bd-00da3af204db',
    isPermaLink: false,
  });
  expect(item?.dc?.creators).toEqual(['Anthony Barnett']);
  expect(item?.categories?.map(({ name }) => name)).toContain('US Central Command');
  expect(xml.indexOf('<description>', xml.indexOf('<item>'))).toBeLessThan(
    xml.indexOf('<content:encoded>'),
  );
});

it('holds the newest thirty, newest first', () => {
  expect(below.items).toHaveLength(30);
  expect(below.items[0]?.title).toBe('Pictures above the text and in it');
  expect(below.items[1]).toMatchObject({
    title: hostileHeadline,
    pubDate: 'Fri, 20 Nov 2026 09:30:00 +0100',
  });
  expect(new Set(below.items.map(({ guid }) => guid?.value)).size).toBe(30);
});

it.each([home, archive])(
  'carries the words of each page of $folder, no more and no less',
  (site) => {
    for (const item of read(site).items) {
      const page = openPage(site, item.link!.slice(site.url.length));
      const inPage = page
        .all('.story > .figure, .body, .notice')
        .map((part) => inLine(toString(part)));
      const content = fromHtml(item.content!.encoded!, { fragment: true });
      // Of a picture that may not be handed on, the feed says so; the page has nothing to say.
      for (const notice of selectAll('figure > p', content)) notice.children = [];
      const inFeed = inLine(toString(content));
      // White space between blocks shows as a gap on the page and not in the feed.
      const dense = (text: string) => text.replaceAll(' ', '');
      expect(dense(inFeed)).toBe(dense(inPage.join('')));
      expect(inFeed.length).toBeGreaterThan(10);
    }
  },
);

it.each([home, archive])(
  'has only whole addresses in the text, of files that $folder has',
  (site) => {
    const files = filesOf(site);
    const addresses = read(site).items.flatMap((item) =>
      selectAll('[src], [href]', fromHtml(item.content!.encoded!)).map(
        (element) => attribute(element, 'src') || attribute(element, 'href'),
      ),
    );
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      expect(address).toMatch(/^https:\/\//);
      if (!address.startsWith('https://anh.example/')) continue;
      const path = decodeURI(address.slice(site.url.length));
      expect(files.has(path.endsWith('/') ? `${path}index.html` : path), address).toBe(true);
    }
  },
);

it('shows figures with caption and credit', () => {
  const figure = select('figure:has(img)', fromHtml(items[0]!.content!.encoded!))!;
  const page = openPage(home, kuwait);
  expect(inLine(toString(figure))).toBe(
    `${page.text('.figure .caption')} ${page.text('.figure .credit')}`,
  );
});

it('hands on no picture that may not be, and says where it is', () => {
  const path = '2026/11/18/rights/';
  const item = below.items.find(({ link }) => link === `${archive.url}${path}`)!;
  const [kept, noted] = selectAll('figure', fromHtml(item.content!.encoded!));
  expect(inLine(toString(kept!))).toBe(
    'The picture may not be handed on; it is with the story.The colour of kept, seen from close by. Photograph: Somebody/KEPT',
  );
  expect(attribute(select('a', kept!)!, 'href')).toBe(`${archive.url}${path}`);
  expect(attribute(select('img', noted!)!, 'src')).toMatch(/\/noted\.[^/]+\.jpg$/);
  expect(below.xml).not.toMatch(/kept[^ ]*\.(?:jpg|webp|avif)/);

  // The story's own page still shows it, in previews too.
  const page = openPage(archive, path);
  expect(page.meta('og:image')).toMatch(/\/kept\.[^/]+\.jpg$/);
  const data = JSON.parse(toString(page.one('script[type="application/ld+json"]'))) as object;
  expect(data).toMatchObject({ image: { url: page.meta('og:image') } });
  expect(attribute(page.one('.figure img'), 'src')).toMatch(/\/kept\.[^/]+\.webp$/);
});
