import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';
import { enter, states } from './states.ts';

const open = reader();
const [, story, storyPath] = pageTypes[2];
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What is wrong with the ways through a page for the keyboard, and with what fingers have to hit. */
const problemsOf = (page: Page) =>
  page.evaluate((focusable) => {
    const isRtl = document.documentElement.dir === 'rtl';
    const all = [...document.querySelectorAll<HTMLElement>(focusable)];
    const stops = all.filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
    const nameOf = (stop: Element) => stop.outerHTML.slice(0, 120);
    const problems: string[] = [];
    let last: DOMRect | undefined;
    for (const stop of stops) {
      stop.focus();
      const { outlineStyle, outlineWidth } = getComputedStyle(stop);
      if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 3)
        problems.push(`shows no focus: ${nameOf(stop)}`);
      // A line of it with the ring around, unless it fills the window.
      const [ring, fills] = [6, innerHeight - 40];
      const box = [...stop.getClientRects()].find(
        ({ left, top, right, bottom, height }) =>
          left >= ring &&
          right <= innerWidth - ring &&
          (height > fills || (top >= ring && bottom <= innerHeight - ring)),
      );
      if (!box) {
        problems.push(`is focused out of sight: ${nameOf(stop)}`);
        continue;
      }
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (!stop.contains(hit)) problems.push(`is covered by ${nameOf(hit!)}: ${nameOf(stop)}`);
      const text = stop.closest('.body p, .body li, .byline > div');
      const isWay = stop.closest('.masthead, nav, .colophon, .index, .topics, .profiles, .feeds');
      if (box.height < (isWay ? 44 : 24) && !stop.closest('.body'))
        problems.push(`is ${box.height} px high: ${nameOf(stop)}`);
      // Where it is on the page, however far that is scrolled.
      const place = new DOMRect(box.x, box.y + scrollY, box.width, box.height);
      const isBelow = last && place.top > last.top + 1;
      const isBeside =
        last && (isRtl ? place.right <= last.left + 1 : place.left >= last.right - 1);
      if (last && !isBelow && !(isBeside && place.bottom > last.top) && !text)
        problems.push(`comes after what is read later: ${nameOf(stop)}`);
      last = stop.closest('.skip') ? undefined : place;
    }
    return problems;
  }, focusable);

it.each(pageTypes)('leads the keyboard through %s as it is read', async (_, site, path) => {
  const page = await open(site, path);
  const problems: string[] = [];
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement!.getAttribute('href'));
  for (const state of ['light', 'right-to-left', '200 % text, 320 px', 'forced colours'] as const) {
    await enter(page, states[state]);
    problems.push(...(await problemsOf(page)).map((problem) => `${state}: ${problem}`));
  }
  await page.context().close();
  expect(first).toBe('#main');
  expect(problems).toEqual([]);
});

it.each(['light', 'right-to-left'] as const)(
  'goes there and back through the story with the Tab key (%s)',
  async (state) => {
    const page = await open(story, storyPath);
    await enter(page, states[state]);
    const stops = await page.locator(focusable).count();
    const at = () =>
      page.evaluate(
        (focusable) => [...document.querySelectorAll(focusable)].indexOf(document.activeElement!),
        focusable,
      );
    const ways = { Tab: [] as number[], 'Shift+Tab': [] as number[] };
    for (const [key, way] of Object.entries(ways))
      for (let step = 0; step < stops; step++) {
        // The way back begins at the last stop.
        if (key === 'Tab' || step > 0) await page.keyboard.press(key);
        way.push(await at());
      }
    await page.context().close();
    expect(ways.Tab).toEqual(Array.from({ length: stops }, (_, index) => index));
    expect(ways['Shift+Tab']).toEqual(ways.Tab.toReversed());
  },
);

it('skips to the content', async () => {
  const page = await open(story, storyPath);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => document.activeElement!.closest('main')?.id);
  await page.context().close();
  expect(next).toBe('main');
});
