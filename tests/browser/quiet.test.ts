import { expect, it } from 'vitest';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';
import { shiftOf } from './shift.ts';

const open = reader();

it.concurrent.each(pageTypes)(
  'asks nobody else and complains of nothing: %s',
  async (_, site, path) => {
    const asked: string[] = [];
    const said: string[] = [];
    const page = await open(site, path, {}, (page) => {
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
    });
    const { origin } = new URL(page.url());
    await page.waitForLoadState('networkidle');
    await page.context().close();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
    // The browser itself reports the answer 404 to the address with nothing.
    expect(said.filter((text) => !/status of 404/.test(text))).toEqual([]);
  },
);

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

it('moves nothing while the story loads', async () => {
  const [, site, path] = pageTypes[3];
  const page = await open(site, path);
  const shift = await shiftOf(page);
  await page.context().close();
  expect(shift).toBeLessThan(0.01);
});
