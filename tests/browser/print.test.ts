import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Site } from '../sites.ts';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';

const open = reader();
type PageType = readonly [string, Site, string];
const page = (name: string): PageType => pageTypes.find(([one]) => one === name)!;

/** A page as it is printed by somebody who reads in the dark. */
async function printed([, site, path]: PageType): Promise<Page> {
  const page = await open(site, path);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  return page;
}

/** What is added to the text of each element that fits. */
const added = (page: Page, selector: string) =>
  page.$$eval(selector, (found) =>
    found.map((one) => `${one.textContent}${JSON.parse(getComputedStyle(one, '::after').content)}`),
  );
const isShown = (page: Page, selector: string) =>
  page.$$eval(selector, (found) => found.map((one) => one.checkVisibility()));

it.each(pageTypes)('prints %s black on white, with its address and no ways on', async (...type) => {
  const page = await printed(type);
  const [ground, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color];
  });
  const ways = await isShown(page, 'nav, .skip a, .topics, .colophon, select, button, input');
  const address = await page.getAttribute('[rel=canonical]', 'href');
  const shown = await added(page, '[rel=canonical]');
  const main = await isShown(page, '.masthead .name, h1:not(.unseen)');
  await page.context().close();
  expect([ground, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(ways.length).toBeGreaterThan(2);
  expect(ways).not.toContain(true);
  expect(shown).toEqual([address]);
  expect(main).not.toContain(false);
});

it('prints who wrote a story, when, and its captions with credits', async () => {
  const story = await printed(page('a story with a lead'));
  const parts = ['.byline', '.byline time', '.caption', '.credit', '.pull-quote figcaption'];
  const shown = await Promise.all(parts.map((part) => isShown(story, part)));
  await story.context().close();
  expect(shown.map((all) => all.length)).toEqual([1, 1, 3, 3, 1]);
  expect(shown.flat()).not.toContain(false);
});

it('prints where links of the text lead, whole', async () => {
  const story = await printed(page('a hostile story'));
  const links = await added(story, '.body a, .after p a[href^=http]');
  await story.context().close();
  expect(links).toEqual([
    'story (\u2066https://anh.example/news/2026/11/19/long/\u2069)',
    'about page (\u2066https://anh.example/news/about/\u2069)',
    'feed (\u2066https://anh.example/news/feed.xml\u2069)',
    'elsewhere (\u2066https://elsewhere.example/?a=1&b=2\u2069)',
    'An Agency (\u2066https://agency.example/a?b=1&c=2\u2069)',
  ]);
});

it('breaks pages neither in a figure nor after a heading', async () => {
  const story = await printed(page('a story with a lead'));
  const [figures, pictures] = await story.evaluate(() => {
    const figures = [...document.querySelectorAll('figure')];
    const heights = [...document.images].map(({ height }) => height);
    return [figures.map((one) => getComputedStyle(one).breakInside), heights] as const;
  });
  await story.context().close();
  const hostile = await printed(page('a hostile story'));
  const text = await hostile.$$eval('.body h2, .body p, .body li', (found) =>
    found.map((one) => {
      const { breakAfter, orphans, widows } = getComputedStyle(one);
      return one.tagName === 'H2' ? breakAfter : `${orphans} ${widows}`;
    }),
  );
  await hostile.context().close();
  expect(figures).toEqual(['avoid', 'avoid', 'avoid', 'avoid']);
  // Two with their captions on a page of A4.
  expect(Math.max(...pictures)).toBeLessThan(400);
  expect(new Set(text)).toEqual(new Set(['avoid', '3 3']));
});
