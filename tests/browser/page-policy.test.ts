import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lay } from '../hosts/deployed.ts';
import { serve } from '../serve.ts';
import { archive, filesOf, home, pagesOf } from '../sites.ts';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';

const open = reader();

// The real content is built for GitHub Pages, where each page carries its policy of content itself.
const policyIn =
  /^<!doctype html><html [^>]+><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]+">/i;

const hear = (said: string[]) => (page: Page) => {
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
};

it('has on every page a policy that lets it be as it is', async () => {
  const said: string[] = [];
  const pages = pagesOf(home);
  expect(pages.length).toBeGreaterThan(20);
  const page = await open(home, '', {}, hear(said));
  const { origin } = new URL(page.url());
  for (const [path, html] of pages) {
    expect(html, path).toMatch(policyIn);
    await page.goto(`${origin}/${path}`, { waitUntil: 'load' });
    expect(said.splice(0), path).toEqual([]);
  }
  await page.context().close();
});

it('lets the search, and it alone, unpack its index', async () => {
  const said: string[] = [];
  const page = await open(home, 'search/?q=troops', {}, hear(said));
  await page.locator('#results mark').first().waitFor();
  expect(said).toEqual([]);
  await page.context().close();
  const wide = pagesOf(home).filter(([, html]) => html.includes('wasm-unsafe-eval'));
  expect(wide.map(([path]) => path)).toEqual(['search/index.html']);
});

it('keeps from running what somebody put into a page', async () => {
  const page = await open(home, '2021/03/09/kosovo-sends-troops-to-kuwait/');
  const kept = await page.evaluate(() => {
    try {
      document.createElement('script').textContent = 'window.ran = true';
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(kept).toMatch(/TrustedScript/);
  await page.context().close();
});

// Netlify sends one policy for all besides.
let wide: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  const { folder, policy } = await lay(archive, 'netlify', 'one-policy');
  wide = await serve(folder, archive.base, () => ({ 'Content-Security-Policy': policy.widest }));
});
afterAll(() => wide.close());

it('goes with one policy for all addresses, on every kind of page', async () => {
  const said: string[] = [];
  const page = await open(archive, '', {}, hear(said));
  const paths = pageTypes.filter(([, site]) => site === archive).map(([, , path]) => path);
  const [map] = /maps\/[^"#]+\.svg/.exec(
    pagesOf(archive)
      .map(([, html]) => html)
      .join(''),
  )!;
  expect(filesOf(archive).has(map)).toBe(true);
  for (const path of [...paths, 'search/?q=council', map]) {
    await page.goto(wide.url + path, { waitUntil: 'load' });
    if (path.includes('?')) await page.locator('#results mark').first().waitFor();
    // The browser itself reports the answer 404 to the address with nothing.
    const complaints = said.splice(0).filter((text) => !/status of 404/.test(text));
    expect(complaints, path).toEqual([]);
  }
  await page.context().close();
});
