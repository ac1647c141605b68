import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { archive, filesOf, pagesOf } from '../sites.ts';
import { attribute, jsonLdOf, openPage } from './page.ts';

/** The bytes of a picture of the fixture, by its address. */
function bytesOf(address: string): Buffer {
  const bytes = filesOf(archive).get(address.replace(archive.url, '').replace(archive.base, ''));
  if (!bytes) throw new Error(`There is no ${address}.`);
  return bytes;
}

/** Size in px and share of green of a picture. */
async function seen(address: string) {
  const { data, info } = await sharp(bytesOf(address)).raw().toBuffer({ resolveWithObject: true });
  let green = 0;
  for (let at = 0; at < data.length; at += info.channels) if (data[at]! < 100) green += 1;
  return {
    size: [info.width, info.height],
    green: Math.round((100 * green * info.channels) / data.length),
  };
}

const choices = (element: Element) =>
  attribute(element, 'srcSet')
    .split(', ')
    .map((one) => one.split(' ')[0]!);

describe('a lead with a focus', () => {
  const page = openPage(archive, '2026/11/07/wide/');

  it('is shown square around it on phones, and whole elsewhere', async () => {
    const [avif, webp, whole] = page.all('.figure source');
    const [picture] = page.all('.figure img');
    for (const [source, type] of [
      [avif!, 'image/avif'],
      [webp!, 'image/webp'],
    ] as const) {
      expect(attribute(source, 'media')).toBe('(max-width: 30rem)');
      expect(attribute(source, 'type')).toBe(type);
      expect([attribute(source, 'width'), attribute(source, 'height')]).toEqual(['480', '480']);
      const made = await Promise.all(choices(source).map(seen));
      // Of 1000 px around the focus, 400 are green.
      expect(made).toEqual([
        { size: [480, 480], green: 40 },
        { size: [800, 800], green: 40 },
      ]);
    }
    expect(attribute(whole!, 'media')).toBe('');
    for (const source of [whole!, picture!]) {
      expect([attribute(source, 'width'), attribute(source, 'height')]).toEqual(['1600', '667']);
      const last = await seen(choices(source).at(-1)!);
      expect(last).toEqual({ size: [1600, 667], green: 17 });
    }
  });

  it('is cut to the shape of previews, though it is too wide to be shown whole', async () => {
    const address = page.meta('og:image')!;
    expect(address).toMatch(/\/wide\.[^/]+\.jpg$/);
    expect([page.meta('og:image:width'), page.meta('og:image:height')]).toEqual(['1200', '630']);
    expect(await seen(address)).toEqual({ size: [1200, 630], green: 21 });
  });

  it('is in search results in the shapes that they ask for, besides itself', async () => {
    const [whole, ...cuts] = jsonLdOf(page)[0]!['image'] as [Record<string, string>, ...string[]];
    expect(whole['contentUrl']).toBe(
      `https://anh.example${choices(page.one('.figure img')).at(-1)}`,
    );
    expect(await Promise.all(cuts.map(seen))).toEqual([
      { size: [1200, 675], green: 23 },
      { size: [1200, 900], green: 30 },
      { size: [800, 800], green: 40 },
    ]);
    // The square is the one of the phones: nothing is made twice.
    expect(cuts[2]).toBe(`https://anh.example${choices(page.all('.figure source')[1]!)[1]}`);
  });

  it('goes whole with its story', async () => {
    const feed = JSON.parse(filesOf(archive).get('feed.json')!.toString()) as {
      items: { url: string; image?: string }[];
    };
    const { image } = feed.items.find(({ url }) => url.includes('/wide/'))!;
    expect(await seen(image!)).toEqual({ size: [1200, 500], green: 17 });
  });
});

it('cuts no picture without a focus, and none that has the shape already', () => {
  for (const path of ['2026/11/22/pictures/', '2026/11/19/long/', '2026/11/18/rights/']) {
    const page = openPage(archive, path);
    expect(page.all('source[type="image/avif"][media]')).toEqual([]);
    const images = jsonLdOf(page)[0]!['image'] as unknown[];
    expect(images.filter((image) => typeof image === 'string')).toEqual([]);
  }
});

it('makes no picture that no page, feed or file tells of', () => {
  const told = [...filesOf(archive)]
    .filter(([path]) => /\.(?:html|xml|json|md)$/.test(path))
    .map(([, bytes]) => bytes.toString())
    .join();
  const made = [...filesOf(archive).keys()].filter((path) => /^_astro\/[^/]+$/.test(path));
  expect(made.length).toBeGreaterThan(60);
  expect(made.filter((path) => !told.includes(encodeURI(path.slice('_astro/'.length))))).toEqual(
    [],
  );
});

describe('a picture that nobody has to see', () => {
  const path = '2026/11/06/covered/';
  const page = openPage(archive, path);
  const hidden = /\b(?:veiled|second)\.[\w-]+/;

  it('is on its page, covered with the words of the warning, and not fetched', () => {
    const covers = page.all('.figure details');
    expect(covers.map((cover) => attribute(cover, 'open'))).toEqual(['', '']);
    expect(page.text('.figure summary')).toBe(
      'Content warning: Shows a zyxbody & more Show the image',
    );
    for (const cover of covers) {
      expect(attribute(select('img', cover)!, 'loading')).toBe('lazy');
      expect(select('summary', cover)).toBe(cover.children.find(({ type }) => type === 'element'));
    }
    expect(page.all('.figure img').filter((image) => hidden.test(attribute(image, 'src')))).toEqual(
      covers.map((cover) => select('img', cover)),
    );
    // Caption and credit stay in sight.
    expect(page.all('.figure > figcaption .credit')).toHaveLength(3);
  });

  it('stands for its story in no preview, list or search result', () => {
    expect(page.meta('og:image')).toMatch(/\/cards\/[\w-]+\.png$/);
    expect(jsonLdOf(page)[0]!['image']).toMatchObject([
      { contentUrl: expect.stringMatching(/\/third\./) as unknown },
    ]);
    for (const [name, html] of pagesOf(archive))
      if (name !== `${path}index.html`) expect(hidden.test(html), name).toBe(false);
  });

  it('is nowhere open: in no feed, sitemap, text or wire, nor as a file for them', () => {
    const others = [...filesOf(archive)].filter(([name]) => !name.endsWith('.html'));
    const texts = others.filter(([name]) => /\.(?:xml|json|md|txt)$/.test(name));
    expect(texts.length).toBeGreaterThan(50);
    for (const [name, bytes] of texts) expect(hidden.test(bytes.toString()), name).toBe(false);
    const made = others.map(([name]) => name).filter((name) => hidden.test(name));
    expect(new Set(made.map((name) => name.split('.').at(-1)))).toEqual(new Set(['avif', 'webp']));
  });

  it.each(['feed.xml', 'atom.xml', 'feed.json', 'wire.json', `${path}index.md`])(
    'is told of in %s, in the words of the warning',
    (name) => {
      const text = filesOf(archive).get(name)!.toString();
      expect(text).toContain('Shows a zyxbody');
      expect(text).toContain('Shows another one');
      expect(text).toContain('The colour of veiled');
    },
  );

  it('leaves the others of its story as they are', () => {
    const item = filesOf(archive).get(`${path}index.md`)!.toString();
    expect(item).toMatch(/!\[A third field\]\(https:\/\/anh\.example\/news\/_astro\/third\./);
    expect(selectAll('details', page.root)).toHaveLength(2);
  });
});
