import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve } from '../serve.ts';
import { archive, home } from '../sites.ts';
import { launchBrowser } from './chromium.ts';

/**
 * Starts a browser and a server for each site for the tests of a file.
 * @returns what opens a page, with the settings of its reader
 */
export function reader() {
  let browser: Browser;
  let servers: Awaited<ReturnType<typeof serve>>[];
  beforeAll(async () => {
    browser = await launchBrowser();
    servers = await Promise.all([home, archive].map(({ folder, base }) => serve(folder, base)));
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all(servers.map(({ close }) => close()));
  });
  return async function open(
    site: typeof home,
    path: string,
    options: BrowserContextOptions = {},
    prepare?: (page: Page) => void,
  ): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    prepare?.(page);
    await page.goto(servers[site === home ? 0 : 1]!.url + path);
    return page;
  };
}
