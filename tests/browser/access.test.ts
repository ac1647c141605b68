import { readFileSync } from 'node:fs';
import engine, { type default as Axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';
import { enter, states, type State } from './states.ts';
import { missingTool, toolFile } from '../tools/tools.ts';

declare const axe: typeof Axe;
/** HTML_CodeSniffer, as it is in a page. */
declare const HTMLCS: {
  ERROR: number;
  process(standard: string, content: Document, done: () => void): void;
  getMessages(): { type: number; code: string; element: Element }[];
};

const open = reader();
const lacking = missingTool('html_codesniffer');
const sniffer = lacking
  ? ''
  : readFileSync(new URL(toolFile('html_codesniffer/build/HTMLCS.js')), 'utf8');

/** What axe finds wrong with a page: WCAG 2.2 AA, and text at 7:1. */
const axeProblems = (page: Page) =>
  page.evaluate(async () => {
    // Then the colours are the reader’s, and axe takes those of the page for them.
    const enabled = !matchMedia('(forced-colors: active)').matches;
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast': { enabled }, 'color-contrast-enhanced': { enabled } },
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, nodes }) => `axe, ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
  });

/** What HTML_CodeSniffer finds wrong with a page: WCAG 2.1 AAA. */
const snifferProblems = (page: Page) =>
  page.evaluate(async () => {
    await new Promise<void>((done) => HTMLCS.process('WCAG2AAA', document, done));
    return HTMLCS.getMessages()
      .filter(({ type }) => type === HTMLCS.ERROR)
      .map(({ code, element }) => `sniffer, ${code}: ${element.outerHTML.slice(0, 200)}`);
  });

/** Whether a page is wider than the window. */
const wideness = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} px wide in ${clientWidth} px`] : [];
  });

it.skipIf(lacking).each(pageTypes)(
  `opens %s to everyone, in every state ${lacking}`,
  async (_, site, path) => {
    const page = await open(site, path);
    await page.evaluate(engine.source);
    await page.evaluate(sniffer);
    const problems: string[] = [];
    for (const [name, state] of Object.entries<State>(states)) {
      await enter(page, state);
      for (const find of [axeProblems, snifferProblems, wideness])
        problems.push(...(await find(page)).map((problem) => `${name}: ${problem}`));
    }
    await page.context().close();
    expect(problems).toEqual([]);
  },
);

it.skipIf(lacking)(`has two judges who see what is wrong ${lacking}`, async () => {
  const [, site, path] = pageTypes[2];
  const page = await open(site, path);
  await page.evaluate(engine.source);
  await page.evaluate(sniffer);
  await page.evaluate(() => {
    const byline = document.querySelector<HTMLElement>('.byline')!;
    byline.style.color = '#999';
    byline.append(document.createElement('img'));
  });
  const found = [...(await axeProblems(page)), ...(await snifferProblems(page))];
  await page.context().close();
  expect([...new Set(found.map((problem) => problem.split(':')[0]))]).toEqual([
    'axe, color-contrast',
    'axe, image-alt',
    'sniffer, WCAG2AAA.Principle1.Guideline1_4.1_4_6.G17.Fail',
    'sniffer, WCAG2AAA.Principle1.Guideline1_1.1_1_1.H37',
  ]);
});
