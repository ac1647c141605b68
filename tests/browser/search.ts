import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { themeHash } from './theme-script.ts';

/** As strict as a page with its styles in itself allows; nothing is made a script or HTML of text. */
export const policy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${themeHash}`,
  "style-src-elem 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What browsers complained of, of all pages. */
const said: string[] = [];

/** What they complained of but what could not be fetched. */
export const complaints = () =>
  said.filter((text) => !/ERR_FAILED|could not be fetched|Failed to (?:load|fetch)/.test(text));

/** Makes a page; what the browser complains of there is remembered. */
export async function blankPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return page;
}

/** Waits until the search says something, and tells what. */
export async function answer(page: Page, expected: RegExp): Promise<string> {
  await page.locator('#status', { hasText: expected }).waitFor();
  return page.locator('#status').innerText();
}

const found = /^Stories found: (\d+)$/;

/** How many stories are found. */
export const count = async (page: Page) => Number(found.exec(await answer(page, found))![1]);

export const headlines = (page: Page) => page.locator('#results h2').allTextContents();

/** What a filter offers, as `[name, count]`. */
export const offered = async (page: Page, name: string) =>
  (await page.locator(`select[name=${name}] option`).allTextContents())
    .map((text) => /^(.*) \((\d+)\)$/.exec(text))
    .flatMap((match) => (match ? [[match[1]!, Number(match[2])] as const] : []));
