import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { filesOf, home } from '../sites.ts';
import { colours, lines } from '../../src/maps/colours.ts';
import { kuwait } from '../site/page.ts';
import { reader } from './reader.ts';

const open = reader();

/** The colours that cover most of the map on a page: its land and its sea. */
async function shownOn(page: Page): Promise<string[]> {
  const map = page.locator('.figure img').first();
  await map.evaluate((image: HTMLImageElement) => image.decode());
  const { data, info } = await sharp(await map.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += info.channels) {
    const colour = `#${data.subarray(at, at + 3).toString('hex')}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return [first![0], second![0]].sort();
}

const grounds = ({ land, sea }: { land: string; sea: string }) => [land, sea].sort();

it.each(['light', 'dark'] as const)('is %s as the reader wants it', async (colorScheme) => {
  const page = await open(home, kuwait, { colorScheme });
  expect(await shownOn(page)).toEqual(grounds(colours[colorScheme]));
  await page.context().close();
});

it.each(['light', 'dark'] as const)(
  'is %s as the page is, whatever the system wants',
  async (theme) => {
    const colorScheme = theme === 'light' ? 'dark' : 'light';
    // The page itself lets nobody put a style into it.
    const page = await open(home, kuwait, { colorScheme, bypassCSP: true });
    await page.addStyleTag({ content: `:root { color-scheme: ${theme} !important }` });
    expect(await shownOn(page)).toEqual(grounds(colours[theme]));
    await page.context().close();
  },
);

it.each([
  ['more contrast', { contrast: 'more' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('is lines on paper with %s, on phones too', async (_, options) => {
  for (const width of [320, 1280]) {
    const page = await open(home, kuwait, { ...options, viewport: { width, height: 900 } });
    expect((await shownOn(page)).includes('#ffffff'), `${width}`).toBe(true);
    expect(
      await page
        .locator('.figure img')
        .first()
        .evaluate((image: HTMLImageElement) => image.currentSrc),
    ).toMatch(/#lines$/);
    await page.context().close();
  }
  expect(lines.light.sea).toBe('#fff');
});

it('is printed as lines, and not as a picture of them', async () => {
  const page = await open(home, kuwait, { colorScheme: 'dark' });
  await page.evaluate(() =>
    document.querySelectorAll('.figure').forEach((one, at) => at > 0 && one.remove()),
  );
  const pdf = await page.pdf();
  await page.context().close();
  expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
});

it('has its own drawing on phones, whose names are at least 11 px', async () => {
  const page = await open(home, kuwait, { viewport: { width: 320, height: 900 } });
  const [source, width] = await page
    .locator('.figure img')
    .first()
    .evaluate((image: HTMLImageElement) => [image.currentSrc, image.width]);
  await page.context().close();
  const svg = filesOf(home)
    .get(new URL(source as string).pathname.slice(1))!
    .toString();
  const own = Number(/ width="(\d+)"/.exec(svg)![1]);
  const sizes = [...svg.matchAll(/(?:font:|font-size:)([\d.]+)px/g)].map(([, size]) =>
    Number(size),
  );
  expect(own).toBe(360);
  // The figures of numbered marks stand in a disc, and again in the key.
  expect(
    Math.min(...sizes.filter((size) => size >= 14)) * (Number(width) / own),
  ).toBeGreaterThanOrEqual(11);
});

it('keeps all its words apart and inside, as a browser sets them', async () => {
  for (const [path, bytes] of filesOf(home)) {
    if (!/^maps\/.*\.svg$/.test(path)) continue;
    const page = await open(home, '', { bypassCSP: true });
    await page.setContent(bytes.toString());
    const { boxes, frame } = await page.evaluate(() => {
      const svg = document.querySelector('svg')!;
      const box = (one: SVGGraphicsElement) => {
        const { x, y, width, height } = one.getBBox();
        return { x, y, width, height };
      };
      return {
        boxes: [...document.querySelectorAll('text')].map(box),
        frame: { width: svg.width.baseVal.value, height: svg.height.baseVal.value },
      };
    });
    await page.context().close();
    expect(boxes.length).toBeGreaterThan(6);
    boxes.forEach((one, at) => {
      expect(one.x >= 0 && one.x + one.width <= frame.width, path).toBe(true);
      // Boxes of text are as high as the face’s whole line, which letters do not fill.
      expect(one.y >= -3 && one.y + one.height <= frame.height + 3, path).toBe(true);
      for (const other of boxes.slice(at + 1)) {
        const across =
          Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
        const down =
          Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
        expect(across <= 0 || down <= 3, path).toBe(true);
      }
    });
  }
});
