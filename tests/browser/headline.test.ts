import { expect, it } from 'vitest';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';
import { enter, states } from './states.ts';

const open = reader();
const stories = pageTypes.filter(([name]) =>
  ['the story', 'a story of 200 characters of headline'].includes(name),
);

/** The lines of a page’s headline, each with its words. */
const linesOf = () => {
  const { firstChild } = document.querySelector('h1')!;
  const text = firstChild!.textContent!;
  const range = document.createRange();
  const tops = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    range.setStart(firstChild!, index);
    range.setEnd(firstChild!, index + word.length);
    return { word, boxes: [...range.getClientRects()] };
  });
  return {
    broken: tops.filter(({ boxes }) => boxes.length > 1).map(({ word }) => word),
    lines: Object.values(Object.groupBy(tops, ({ boxes }) => boxes.at(-1)!.top)).map((line) =>
      line!.map(({ word }) => word),
    ),
  };
};

it.each(stories)('leaves no word of the headline alone: %s', async (_, site, path) => {
  const page = await open(site, path);
  const alone: string[] = [];
  for (const width of [320, 360, 390, 480, 600, 768, 900, 1024, 1280, 1600, 1920]) {
    await enter(page, { width });
    const { broken, lines } = await page.evaluate(linesOf);
    expect(lines.length).toBeGreaterThan(1);
    if (lines.at(-1)!.length < 2) alone.push(`${width} px: ${lines.at(-1)!.join(' ')}`);
    alone.push(...broken);
  }
  await page.context().close();
  expect(alone).toEqual([]);
});

it.each(stories)(
  'breaks no word of the headline in large text at 320 px: %s',
  async (_, site, path) => {
    const page = await open(site, path);
    await enter(page, states['200 % text, 320 px']);
    const { broken } = await page.evaluate(linesOf);
    const size = await page.$eval('h1', (one) => parseFloat(getComputedStyle(one).fontSize));
    await page.context().close();
    expect(broken).toEqual([]);
    // Larger than the text, and than the headline was.
    expect(size).toBeGreaterThan(35);
  },
);
