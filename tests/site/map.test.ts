import { parseRssFeed } from 'feedsmith';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { colours } from '../../src/maps/colours.ts';
import { archive, filesOf, home, type Site } from '../sites.ts';
import { attribute, inLine, kuwait, openPage } from './page.ts';

const credit = 'Map: ANH. Data: Natural Earth; borders as Natural Earth draws them.';
const mapped = '2026/11/09/mapped/';

const files = filesOf(home);
const figure = openPage(home, kuwait).one('.figure');
const image = select('img', figure)!;
const maps = (site: Site) => [...filesOf(site)].filter(([path]) => path.startsWith('maps/'));
const fileAt = (address: string) => files.get(address.split('#')[0]!.slice(1));

it('leads the story with its map, of a size that is known before it is there', () => {
  expect(attribute(image, 'src')).toMatch(/^\/maps\/[0-9a-f]{32}\.svg$/);
  expect([attribute(image, 'width'), attribute(image, 'height')]).toEqual(['880', '495']);
  expect(attribute(image, 'loading')).toBe('eager');
  expect(attribute(image, 'alt')).toMatch(/^A dotted arc leads from Pristina/);
  expect(inLine(toString(select('.caption', figure)!))).toMatch(/was not made public\.$/);
  expect(inLine(toString(select('.credit', figure)!))).toBe(`Illustration: ${credit}`);
});

it('has a map for phones, and lines on paper for print and for more contrast', () => {
  const sources = openPage(home, kuwait)
    .all('.figure:first-of-type source')
    .filter((source) => attribute(source, 'srcSet').startsWith('/maps/'))
    .map((source) => [
      attribute(source, 'media'),
      attribute(source, 'srcSet').replace(/[0-9a-f]{32}/, ''),
      attribute(source, 'width'),
    ]);
  const narrow = '(max-width: 34rem)';
  expect(sources).toEqual([
    [
      `${narrow} and (prefers-contrast: more),${narrow} and (forced-colors: active)`,
      '/maps/.svg#lines',
      '360',
    ],
    [`${narrow} and (prefers-color-scheme:dark)`, '/maps/.svg?night#night', '360'],
    [narrow, '/maps/.svg', '360'],
    ['(prefers-contrast: more),(forced-colors: active)', '/maps/.svg#lines', '880'],
    ['(prefers-color-scheme:dark)', '/maps/.svg?night#night', '880'],
    // The picture for paper.
    [`${narrow} and (prefers-color-scheme:dark)`, '/maps/.svg?night#lines', '360'],
    [narrow, '/maps/.svg#lines', '360'],
    ['(prefers-color-scheme:dark)', '/maps/.svg?night#lines', '880'],
  ]);
});

it('makes SVGs of at most 20 kB which ask nothing of anyone, and PNGs of 1200 px', async () => {
  for (const site of [home, archive])
    for (const [path, bytes] of maps(site)) {
      if (path.endsWith('.svg')) {
        expect(bytes.length, path).toBeLessThanOrEqual(20_000);
        const text = bytes.toString().replaceAll('http://www.w3.org/2000/svg', '');
        expect(text, path).not.toMatch(/https?:|url\(|@import|<script|href/);
        expect((await sharp(bytes).metadata()).format, path).toBe('svg');
      } else {
        expect(await sharp(bytes).metadata(), path).toMatchObject({ format: 'png', width: 1200 });
        expect(bytes.length, path).toBeLessThan(150_000);
        expect((await sharp(bytes).metadata()).xmp?.toString(), path).toMatch(/Natural Earth/);
      }
    }
  expect(maps(home)).toHaveLength(3);
});

it('names in its pages, feeds and lists every map that it makes, and no other', () => {
  for (const site of [home, archive]) {
    const texts = [...filesOf(site)]
      .filter(([path]) => /\.(?:html|xml|json|md)$/.test(path))
      .map(([, bytes]) => bytes.toString());
    const named = new Set(texts.flatMap((text) => text.match(/maps\/[0-9a-f]{32}\.\w+/g) ?? []));
    expect([...named].sort()).toEqual(maps(site).map(([path]) => path));
  }
});

it('hands the map on as a PNG with its true length: in feeds and on the wire', () => {
  const feed = parseRssFeed(files.get('feed.xml')!.toString());
  const [content] = feed.items![0]!.media!.contents!;
  const png = fileAt(new URL(content!.url!).pathname)!;
  expect(content).toMatchObject({ type: 'image/png', fileSize: png.length, width: 1200 });
  expect(feed.items![0]!.content!.encoded).toContain(`<img src="${content!.url}"`);
  const json = JSON.parse(files.get('wire.json')!.toString());
  const [lead] = json.associations[0].associations;
  expect(lead).toMatchObject({ name: 'lead', type: 'graphic', by: credit });
  expect(lead.renditions[0]).toMatchObject({
    href: content!.url,
    contentType: 'image/png',
    sizeInBytes: png.length,
  });
});

it('puts the map into the story’s text and what programs are told as the page shows it', () => {
  const url = home.url.slice(0, -1) + attribute(image, 'src');
  expect(files.get('sitemaps/2021-03.xml')!.toString()).toContain(`<image:loc>${url}<`);
  expect(files.get(`${kuwait}index.md`)!.toString()).toContain(`(${url})`);
  const jsonLd = JSON.parse(
    toString(openPage(home, kuwait).one('script[type="application/ld+json"]')),
  );
  expect(jsonLd['@graph'][0].image[0]).toMatchObject({ url, width: '880', creditText: credit });
});

it('shows the map on the front page and beside the headline of the card', async () => {
  expect(attribute(openPage(home, '').one('.splash img'), 'src')).toBe(attribute(image, 'src'));
  const page = openPage(home, kuwait);
  const card = files.get(page.meta('og:image')!.slice(home.url.length))!;
  expect(page.meta('og:image')).toMatch(/\/cards\//);
  expect(page.meta('og:image:alt')).toMatch(/^Kosovo sends .*ANH · A dotted arc leads/);
  // There is no sea on a card without a map.
  const sea = Buffer.from(colours.light.sea.slice(1), 'hex');
  const pixels = await sharp(card).removeAlpha().raw().toBuffer();
  let found = 0;
  for (let at = 0; at < pixels.length; at += 3)
    found += pixels.subarray(at, at + 3).equals(sea) ? 1 : 0;
  expect(found).toBeGreaterThan(30_000);
  expect(card.length).toBeLessThan(300_000);
});

it('draws the names of a story below a path, whatever they are', () => {
  const source = attribute(openPage(archive, mapped).one('.figure img'), 'src');
  expect(source).toMatch(/^\/news\/maps\//);
  const text = filesOf(archive).get(source.slice('/news/'.length))!.toString();
  expect(text).toContain('>الكويت &lt;b&gt; &amp; Co.<');
});
