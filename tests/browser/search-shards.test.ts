import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readContent } from '../../src/desk/desk.ts';
import { makeEdition } from '../../src/edition/edition.ts';
import { serve } from '../serve.ts';
import { archive } from '../sites.ts';
import { laid } from '../unit/search.ts';
import { launchBrowser } from './chromium.ts';
import { answer, blankPage, complaints, count, headlines, offered, policy } from './search.ts';

const { CACHE } = process.env;

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
/** The search of the archive, in shards of twenty stories and then of five. */
let shards: string;
beforeAll(async () => {
  process.env.CACHE = mkdtempSync(join(tmpdir(), 'newsroom-'));
  const content = await readContent(`${archive.folder}-content`);
  const edition = makeEdition(content, Date.parse('2026-11-23T12:00:00Z'));
  shards = (await laid(edition, 20, 5)).folder;
  browser = await launchBrowser();
  server = await serve(archive.folder, archive.base, () => ({ 'Content-Security-Policy': policy }));
});
afterAll(async () => {
  if (CACHE === undefined) delete process.env.CACHE;
  else process.env.CACHE = CACHE;
  await browser.close();
  await server.close();
});

/** The page of the search, with all shards in one as it was built, or with several. */
async function open(query: string, { inShards = true } = {}): Promise<Page> {
  const page = await blankPage(browser, {});
  const search = `${server.url}search/en/`;
  if (inShards)
    await page.route(`${search}**`, (route) => {
      const [path] = route.request().url().slice(search.length).split('?');
      return route.fulfill({ path: join(shards, 'en', path!) });
    });
  await page.goto(`${server.url}search/${query}`);
  return page;
}

/** All that a page has found, and what it offers to choose from. */
async function answers(query: string, options?: { inShards: boolean }) {
  const page = await open(query, options);
  const all = await count(page);
  while ((await headlines(page)).length < all) {
    const shown = (await headlines(page)).length;
    await page.click('#more');
    await page.locator('#results li').nth(shown).waitFor();
  }
  const facets = ['section', 'topic', 'author'].map((name) => offered(page, name));
  const found = { all, headlines: await headlines(page), offered: await Promise.all(facets) };
  await page.context().close();
  return found;
}

it.each([
  '?q=stress',
  '?q=council',
  '?q=council&order=newest',
  '?q=council&section=Military&order=newest',
  '?q=council+report',
  '?q="council+report"',
])('finds in several shards what it finds in one: %s', async (query) => {
  const several = await answers(query);
  const one = await answers(query, { inShards: false });
  expect(several.all).toBeGreaterThan(0);
  expect(several).toEqual(one);
});

it('fetches nothing twice, and of each shard the part with the word', async () => {
  const asked: string[] = [];
  const page = await open('');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.fill('#q', 'council');
  await page.press('#q', 'Enter');
  await count(page);
  expect(asked).toEqual([...new Set(asked)]);
  const parts = asked.map((path) => /index\/(\d+)\/\w+\.pf_index$/.exec(path)?.[1]);
  expect(parts.filter(Boolean).sort()).toEqual(readdirSync(join(shards, 'en/index')).sort());
  expect(asked.filter((path) => /js$|pagefind$|json$|pf_meta$/.test(path))).toHaveLength(4);
  await page.context().close();
});

it('finds nothing rather than half when a shard cannot be fetched', async () => {
  const page = await open('');
  await page.fill('#q', 'council');
  await page.route('**/index/20/*', (route) => route.abort());
  await page.press('#q', 'Enter');
  await answer(page, /^Search is unavailable/);
  expect(await headlines(page)).toEqual([]);
  await page.unroute('**/index/20/*');
  await page.press('#q', 'Enter');
  expect(await count(page)).toBe((await answers('?q=council', { inShards: false })).all);
  await page.context().close();
});

it('gave the browser nothing to report of but what could not be fetched', () => {
  expect(complaints()).toEqual([]);
});
