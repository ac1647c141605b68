import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { archive, home } from '../sites.ts';
import { reader } from './reader.ts';
import { shiftOf } from './shift.ts';

const open = reader();

const wide = '2026/11/07/wide/';
const covered = '2026/11/06/covered/';
const kuwait = '2021/03/09/kosovo-sends-troops-to-kuwait/';
/** So that only pictures can move anything. */
const withoutFaces = (page: Page) => page.route(/\.woff2$/, (route) => route.abort());
const isPicture = (url: URL) => /\.(?:avif|webp|jpg)$/.test(url.pathname);

/** Pictures; what the site draws has a size of its own. */
const pictures = '.figure img:not([src*="/maps/"])';

/** Waits for the first picture of a page; that the network is idle takes half a second more to know. */
const hasCome = (page: Page) =>
  page
    .locator(pictures)
    .first()
    .evaluate((image: HTMLImageElement) => image.decode());

/** The first picture of a page as it stands there: its size in CSS px and the width of its file. */
const firstPicture = (page: Page) =>
  page
    .locator(pictures)
    .first()
    .evaluate((image: HTMLImageElement) => {
      const { width, height } = image.getBoundingClientRect();
      const path = new URL(image.currentSrc).pathname;
      const sets = [...image.parentElement!.querySelectorAll('source, img')].map((one) =>
        (one as HTMLImageElement).srcset.split(', ').map((choice) => choice.split(' ')),
      );
      const set = sets.find((choices) => choices.some(([address]) => address === path)) ?? [];
      const widths = set.map(([, width]) => Number.parseInt(width!, 10));
      const chosen = widths[set.findIndex(([address]) => address === path)]!;
      return { width, height, widths, chosen };
    });

const places = [
  ['a wide lead', archive, wide],
  ['a picture of the text', home, kuwait],
  ['the first story of the front page', archive, ''],
] as const;

for (const width of [320, 390, 768, 1024, 1280, 1920])
  it.concurrent.each(places)(
    `fetches no more of %s than ${width} px need`,
    async (_, site, path) => {
      for (const deviceScaleFactor of [1, 2, 3]) {
        const viewport = { width, height: 900 };
        const page = await open(site, path, { viewport, deviceScaleFactor });
        await page.locator(pictures).first().scrollIntoViewIfNeeded();
        await hasCome(page);
        const { chosen, widths, ...shown } = await firstPicture(page);
        await page.context().close();
        const needed = shown.width * deviceScaleFactor;
        const enough = widths.find((one) => one >= needed) ?? widths.at(-1)!;
        expect(chosen, `${deviceScaleFactor}x`).toBeLessThanOrEqual(enough);
        // A little below what is needed is still sharp.
        expect(chosen, `${deviceScaleFactor}x`).toBeGreaterThan(
          Math.min(needed, widths.at(-1)!) / 1.2,
        );
      }
    },
  );

it.concurrent.each([320, 390, 1280])(
  'moves nothing when pictures come late, %i px wide',
  async (width) => {
    for (const [, site, path] of places) {
      const viewport = { width, height: 900 };
      const page = await open(site, path, { viewport }, (page) => {
        void withoutFaces(page);
        void page.route(isPicture, async (route) => {
          await new Promise((waited) => setTimeout(waited, 400));
          await route.continue();
        });
      });
      await page.locator(pictures).first().scrollIntoViewIfNeeded();
      await hasCome(page);
      expect((await firstPicture(page)).width).toBeGreaterThan(200);
      expect(await shiftOf(page), path).toBe(0);
      await page.context().close();
    }
  },
);

it.each([
  [390, 1],
  [1280, 2.4],
])('keeps the place of a picture that does not come, %i px wide', async (width, shape) => {
  const viewport = { width, height: 900 };
  const page = await open(archive, wide, { viewport }, (page) => {
    void withoutFaces(page);
    void page.route(isPicture, (route) => route.abort());
  });
  const picture = await page.locator('.figure img').boundingBox();
  const shift = await shiftOf(page);
  await page.context().close();
  expect(picture!.width / picture!.height).toBeCloseTo(shape, 1);
  expect(shift).toBe(0);
});

it('shows a covered picture when asked by key, and fetches it only then', async () => {
  const asked: string[] = [];
  const page = await open(archive, covered, { viewport: { width: 390, height: 800 } }, (page) =>
    page.on('request', (request) => asked.push(request.url())),
  );
  const names = () => asked.map((url) => /([a-z]+)\.[^/]+\.(?:avif|webp)$/.exec(url)?.[1] ?? '');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
  expect(names().filter(Boolean)).toEqual(['third']);
  const veiled = page.locator('.figure img').first();
  expect(await veiled.isVisible()).toBe(false);

  await page.locator('.byline a').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await veiled.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(await veiled.isVisible()).toBe(true);
  expect(names().filter(Boolean)).toEqual(['third', 'veiled']);
  // The other one stays covered, on paper too. Its box may be empty until it is fetched, so that is not asked.
  await page.emulateMedia({ media: 'print' });
  const shown = page.locator('.figure img');
  expect(await shown.evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
    true,
    false,
    true,
  ]);
  await page.context().close();
});
