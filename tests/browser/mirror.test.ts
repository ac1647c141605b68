import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { versionPath } from '../fixture-versions.ts';
import { archive } from '../sites.ts';
import { reader } from './reader.ts';

const open = reader();
const widths = [1280, 320];

/** Where the first elements that fit stand, in px from the left of the window and from its right. */
async function sidesOf(page: Page, selectors: string[]): Promise<Record<string, [number, number]>> {
  const sides = await page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const { left, right } = document.querySelector(selector)!.getBoundingClientRect();
        return [left, document.documentElement.clientWidth - right] as [number, number];
      }),
    selectors,
  );
  return Object.fromEntries(selectors.map((selector, at) => [selector, sides[at]!]));
}

const styleOf = (page: Page, selector: string, property: string) =>
  page.$eval(selector, (one, name) => getComputedStyle(one).getPropertyValue(name), property);

it.each(widths)('sets a story in Arabic from the right, %i px wide', async (width) => {
  const page = await open(archive, versionPath('sent-ar'), { viewport: { width, height: 800 } });
  const shown = ['.masthead .name', '.kicker', '.versions a', '.topics li', '.colophon .years li'];
  for (const [selector, [left, right]] of Object.entries(await sidesOf(page, shown)))
    expect(right, selector).toBeLessThan(left);
  for (const selector of ['.pull-quote', '.notice', '.body blockquote']) {
    const [left, right] = await Promise.all(
      ['left', 'right'].map((side) => styleOf(page, selector, `border-${side}-width`)),
    );
    if (selector !== '.body blockquote') expect([left, right], selector).toEqual(['0px', '4px']);
    expect(await styleOf(page, selector, 'direction')).toBe('rtl');
  }
  await page.context().close();
});

it('sets what is in another language on that page as it is read', async () => {
  const page = await open(archive, versionPath('sent-ar'));
  const about = 'section p[lang=en-US]';
  expect(await styleOf(page, about, 'direction')).toBe('ltr');
  await page.context().close();
});

it('sets a teaser in Arabic from the right in a list from the left', async () => {
  const page = await open(archive, 'tags/kuwait/');
  const own = '.teaser[lang=ar] h2';
  expect(await styleOf(page, own, 'text-align')).toBe('start');
  expect(await styleOf(page, own, 'direction')).toBe('rtl');
  expect(await styleOf(page, '.teaser:not([lang]) h2', 'direction')).toBe('ltr');
  await page.context().close();
});

/** The faces that a page has fetched, each by its family, and their bytes. */
async function facesOf(path: string) {
  const lengths: Promise<number>[] = [];
  const page = await open(archive, path, {}, (page) =>
    page.on('response', (response) => {
      if (response.url().endsWith('.woff2'))
        lengths.push(response.body().then(({ length }) => length));
    }),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const families = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '').replace(/-.*/, '')),
  );
  const bytes = (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
  await page.context().close();
  return { families: [...new Set(families)], bytes };
}

it('fetches the Arabic face for Arabic text, and nothing else', async () => {
  const { families, bytes } = await facesOf(versionPath('sent-ar'));
  expect(families).toEqual(['Markazi Text']);
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThan(60_000);
});

it.each(['sent-en', 'sent-sq', 'sent-sr'] as const)(
  'fetches no Arabic face for the name of a language, %s',
  async (name) => {
    const { families, bytes } = await facesOf(versionPath(name));
    expect(families).toEqual(['STIX Two Text']);
    expect(bytes).toBeLessThan(60_000);
  },
);

it('draws joined letters joined', async () => {
  const page = await open(archive, versionPath('sent-ar'));
  const spaced = await page.$$eval('*', (all) =>
    all
      .filter((one) => one.matches(':lang(ar)') && /\p{Script=Arabic}/u.test(one.textContent))
      .filter((one) => !/^(?:normal|0px)$/.test(getComputedStyle(one).letterSpacing))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );
  await page.context().close();
  expect(spaced).toEqual([]);
});
