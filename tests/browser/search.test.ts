import engine, { type default as Axe } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileHeadline } from '../fixture.ts';
import { versionPath } from '../fixture-versions.ts';
import { serve } from '../serve.ts';
import { archive } from '../sites.ts';
import { launchBrowser } from './chromium.ts';
import { answer, blankPage, complaints, count, headlines, offered, policy } from './search.ts';
import { shiftOf } from './shift.ts';

declare const axe: typeof Axe;

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serve(archive.folder, archive.base, () => ({ 'Content-Security-Policy': policy }));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens the search; the first answer is there when its count is. */
async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await blankPage(browser, options);
  await page.goto(`${server.url}search/${query}`);
  return page;
}

it('finds a story by a word of its text, under a strict policy and below a path', async () => {
  const asked: string[] = [];
  const page = await open();
  page.on('request', (request) => asked.push(request.url()));
  await page.fill('#q', 'stress');
  await page.keyboard.press('Enter');
  expect(await count(page)).toBe(1);
  expect(await headlines(page)).toEqual([`Opinion ${hostileHeadline}`]);
  expect(await page.locator('#results mark').allInnerTexts()).toEqual(['stress,']);
  expect(await page.locator('#results .when').innerText()).toBe('Military · November 20, 2026');
  expect(new URL(page.url()).search).toBe('?q=stress');
  expect(await page.title()).toBe('stress · Search · ANH');
  await page.click('#results a');
  expect(page.url()).toBe(`${server.url}2026/11/20/hostile/`);
  expect(asked.every((url) => url.startsWith(server.url))).toBe(true);
  expect(asked.some((url) => url.endsWith('search/en/pagefind.js'))).toBe(true);
  await page.context().close();
});

it('finds an Arabic story by an Arabic word, from the search in English on', async () => {
  const page = await open('?q=فصيلة');
  await page.locator('#status', { hasText: 'No stories' }).waitFor();
  const way = page.getByRole('link', { name: 'العربية' });
  await way.click();
  expect(await count(page)).toBe(1);
  expect(new URL(page.url()).searchParams.get('language')).toBe('ar');
  const words = page.locator('#results :is(.kind, bdi, p[dir=auto])');
  expect(
    await words.evaluateAll((all) => all.map((one) => one.closest<HTMLElement>('[lang]')!.lang)),
  ).toEqual(Array(4).fill('ar'));
  await page.click('#results a');
  expect(page.url()).toBe(server.url + versionPath('sent-ar'));
  await page.context().close();
});

it('asks for the index only when somebody searches', async () => {
  const asked: string[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.url}search/`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('search/en/'))).toEqual([]);
  await context.close();
});

it('counts what each choice would find, and finds it', async () => {
  const page = await open('?q=council');
  const all = await count(page);
  const sections = await offered(page, 'section');
  expect(sections.reduce((sum, [, stories]) => sum + stories, 0)).toBe(all);
  const [section, inSection] = sections[1]!;
  await page.selectOption('select[name=section]', section);
  await page.waitForURL(/section=/);
  await page.locator('#status', { hasText: String(inSection) }).waitFor();
  expect(await count(page)).toBe(inSection);
  expect(await offered(page, 'section')).toEqual(sections);
  const [topic, ofTopic] = (await offered(page, 'topic'))[2]!;
  await page.selectOption('select[name=topic]', topic);
  await page.waitForURL(/topic=/);
  await page.locator('#status', { hasText: String(ofTopic) }).waitFor();
  expect(await headlines(page)).toHaveLength(Math.min(20, ofTopic));
  const sectionsShown = await page.locator('#results .when').allInnerTexts();
  expect(sectionsShown.every((line) => line.startsWith(section))).toBe(true);
  await page.context().close();
});

it('is an address that can be shared, and goes back and forth', async () => {
  const query = '?q=council&section=Military&order=newest';
  const page = await open(query);
  await count(page);
  const shared = await headlines(page);
  expect(await page.inputValue('#q')).toBe('council');
  expect(await page.inputValue('select[name=section]')).toBe('Military');
  const days = await page
    .locator('#results time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')!));
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual(days.toSorted().reverse());
  await page.fill('#q', 'stress');
  await page.click('#search button');
  await page.locator('#status', { hasText: 'found: 1' }).waitFor();
  await page.goBack();
  await page.locator('#results li').nth(5).waitFor();
  expect(await headlines(page)).toEqual(shared);
  await page.context().close();
});

it('shows twenty stories, and the next twenty to who goes on by keyboard', async () => {
  const page = await open('?q=council');
  const all = await count(page);
  expect(all).toBeGreaterThan(40);
  expect(await headlines(page)).toHaveLength(20);
  for (let shown = 20; shown < all; shown += 20) {
    await page.focus('#more');
    await page.keyboard.press('Enter');
    await page.locator('#results li').nth(shown).waitFor();
    const focused = page.locator(`#results li:nth-child(${shown + 1}) a`);
    expect(await focused.evaluate((link) => link === document.activeElement)).toBe(true);
  }
  expect(await headlines(page)).toHaveLength(all);
  expect(new Set(await page.locator('#results a').evaluateAll((all) => all.map(String))).size).toBe(
    all,
  );
  expect(await page.isVisible('#more')).toBe(false);
  await page.context().close();
});

it('is used by keyboard alone', async () => {
  const page = await open();
  const focused = () =>
    page.evaluate(() => document.activeElement!.id || document.activeElement!.tagName);
  while ((await focused()) !== 'q') await page.keyboard.press('Tab');
  await page.keyboard.type('stress');
  await page.keyboard.press('Enter');
  await count(page);
  expect(await focused()).toBe('q');
  const way: string[] = [];
  while (!(await page.evaluate(() => document.activeElement!.closest('#results')))) {
    await page.keyboard.press('Tab');
    way.push(await focused());
  }
  // The button and the order; of all else there is one choice only, or none.
  expect(way.at(-1)).toBe('A');
  expect(way.length).toBeLessThan(7);
  await page.keyboard.press('Enter');
  await page.waitForURL(/hostile/);
  await page.context().close();
});

it.each([
  ['?q=zyxdraft', /^No stories found/],
  ['?q=zyxembargo', /^No stories found/],
  ['?q=zyxgone', /^No stories found/],
  ['?q=%3Cb%3E%3C%2Fb%3E', /^No stories found/],
  ['?q=stress&section=Culture', /^No stories found in your selection/],
])('says in words that %s finds nothing, and still leads on', async (query, words) => {
  const page = await open(query);
  await answer(page, words);
  expect(await headlines(page)).toEqual([]);
  expect(await page.isVisible('#ways')).toBe(true);
  await page.context().close();
});

it('says that it cannot be reached, and does not say that there is no such story', async () => {
  const page = await open();
  await page.fill('#q', 'stress');
  for (const part of ['**/pagefind.js', '**/*.pf_index', '**/*.pf_fragment', '**/*.pf_filter']) {
    await page.route(part, (route) => route.abort());
    await page.press('#q', 'Enter');
    await answer(page, /^Search is unavailable/);
    expect(await page.isVisible('#ways')).toBe(true);
    await page.unroute(part);
    await page.press('#q', 'Enter');
    expect(await count(page)).toBe(1);
    // What is there already is not asked for again.
    await page.goto(`${server.url}search/`);
    await page.fill('#q', 'stress');
  }
  await page.context().close();
});

it('leads on without a script', async () => {
  const page = await open('?q=stress', { javaScriptEnabled: false });
  expect(await page.isVisible('#search')).toBe(false);
  expect(await page.isVisible('#more')).toBe(false);
  await page.click('#ways a:has-text("Military")');
  expect(page.url()).toBe(`${server.url}military/`);
  await page.context().close();
});

const states = [
  ['light', { colorScheme: 'light' }],
  ['dark, 320 px wide', { colorScheme: 'dark', viewport: { width: 320, height: 800 } }],
] as const;

it.each(states)('is open to everyone while it shows what it found (%s)', async (_, options) => {
  // Without the policy, which does not let the engine of the test run.
  const page = await open('?q=council', { ...options, bypassCSP: true });
  await count(page);
  await page.evaluate(engine.source);
  const { violations } = await page.evaluate(() =>
    axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    }),
  );
  const [whole, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  await page.context().close();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  expect(whole).toBe(seen);
});

it.each(['', '?q=council'])('moves nothing while the page loads: %s', async (query) => {
  const page = await open(query);
  if (query) await count(page);
  const shift = await shiftOf(page);
  await page.context().close();
  expect(shift).toBeLessThan(0.01);
});

it('gave the browser nothing to report of but what could not be fetched', () => {
  expect(complaints()).toEqual([]);
});
