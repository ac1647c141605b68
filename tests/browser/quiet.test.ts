import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';
import { shiftOf } from './shift.ts';

const open = reader();

/** Has all that a page asks for besides come after it was drawn, as on a slow line. */
const late = (page: Page) =>
  page.route(/\.(?:avif|webp|jpg|png|svg|woff2)$/, async (route) => {
    await new Promise((waited) => setTimeout(waited, 300));
    await route.continue();
  });

describe.each([390, 1280])('%i px wide', (width) => {
  it.concurrent.each(pageTypes)(
    'asks nobody else, complains of nothing and never moves: %s',
    async (_, site, path) => {
      const asked: string[] = [];
      const said: string[] = [];
      const page = await open(site, path, { viewport: { width, height: 800 } }, (page) => {
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(String(error)));
        void late(page);
      });
      const { origin } = new URL(page.url());
      await page.waitForLoadState('networkidle');
      const shift = await shiftOf(page);
      await page.context().close();
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
      // The browser itself reports the answer 404 to the address with nothing.
      expect(said.filter((text) => !/status of 404/.test(text))).toEqual([]);
      expect(shift).toBe(0);
    },
  );
});

it('reads the story with one request, and loads one face for it', async () => {
  const types: string[] = [];
  const [, site, path] = pageTypes[2];
  const page = await open(site, path, { viewport: { width: 390, height: 700 } }, (page) =>
    page.on('request', (request) => types.push(request.resourceType())),
  );
  await page.waitForLoadState('networkidle');
  await page.context().close();
  expect(types.filter((type) => type === 'document')).toHaveLength(1);
  expect(types.filter((type) => ['stylesheet', 'script', 'fetch'].includes(type))).toEqual([]);
  expect(types.filter((type) => type === 'font')).toHaveLength(1);
});
