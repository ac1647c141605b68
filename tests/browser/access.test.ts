import engine, { type default as Axe } from 'axe-core';
import { expect, it } from 'vitest';
import { pageTypes, reader } from './reader.ts';

declare const axe: typeof Axe;

const open = reader();

const narrow = { width: 320, height: 800 };
const states = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['light, 320 px wide', { colorScheme: 'light', viewport: narrow }],
  ['dark, 320 px wide', { colorScheme: 'dark', viewport: narrow }],
] as const;

for (const [state, options] of states)
  it.each(pageTypes)(`opens %s to everyone (${state})`, async (_, site, path) => {
    const page = await open(site, path, options);
    await page.evaluate(engine.source);
    const { violations } = await page.evaluate(() =>
      axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // Text is at 7:1, beyond what AA asks.
        rules: { 'color-contrast-enhanced': { enabled: true } },
      }),
    );
    await page.context().close();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });

it.each(pageTypes)('never scrolls sideways at 320 px: %s', async (_, site, path) => {
  const page = await open(site, path, { viewport: narrow });
  const [whole, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  await page.context().close();
  expect(whole).toBe(seen);
});

it.each(pageTypes)('shows the focus first on the way to the content: %s', async (_, site, path) => {
  const page = await open(site, path);
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => {
    const element = document.activeElement!;
    const { left } = element.getBoundingClientRect();
    return [element.getAttribute('href'), left >= 0, getComputedStyle(element).outlineWidth];
  });
  await page.context().close();
  expect(focused).toEqual(['#main', true, '3px']);
});
