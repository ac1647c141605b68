import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { paper, paperAtNight } from '../../src/outputs/manifest.ts';
import { archive, filesOf, home, pagesOf } from '../sites.ts';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';
import { scriptsIn, themeHash, themeScript } from './theme-script.ts';

const open = reader();
const [, site, path] = pageTypes[2];

/** What a page shows: its ground, what the browser is to paint around it, and what the switch says. */
const shownIn = (page: Tab) =>
  page.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor,
    around: [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content),
    said: document.querySelector('select')?.selectedOptions[0]?.text,
  }));
const light = { ground: 'rgb(255, 253, 248)', around: [paper] };
const dark = { ground: 'rgb(20, 19, 15)', around: [paperAtNight] };

it('is one small script, the same on every page; the feeds have another', () => {
  const found = [...pagesOf(home), ...pagesOf(archive)]
    // Where a story has moved to is no page to stay on.
    .filter(([, html]) => !html.includes('http-equiv="refresh"'))
    .map(([path, html]) => ({ path, scripts: scriptsIn(html) }));
  expect(new Set(found.map(({ scripts }) => scripts[0]))).toEqual(new Set([themeScript]));
  expect(found.filter(({ scripts }) => scripts.length > 1).map(({ path }) => path)).toEqual([
    'feeds/index.html',
    'feeds/index.html',
  ]);
  expect(themeScript.length).toBeGreaterThan(500);
  expect(themeScript.length).toBeLessThan(1200);
});

it('shows what was chosen on the next page, after a reload and the way back', async () => {
  const page = await open(site, path, { colorScheme: 'light' });
  expect(await shownIn(page)).toEqual({ ...light, said: 'System' });
  const choice = page.getByLabel('Appearance');
  await choice.selectOption('Dark');
  expect(await shownIn(page)).toEqual({ ...dark, said: 'Dark' });
  await page.reload();
  expect(await shownIn(page)).toEqual({ ...dark, said: 'Dark' });
  await Promise.all([page.waitForEvent('load'), page.click('.masthead .name')]);
  expect(await shownIn(page)).toEqual({ ...dark, said: 'Dark' });
  await choice.selectOption('System');
  expect(await shownIn(page)).toEqual({ ...light, said: 'System' });
  await page.goBack();
  expect(await shownIn(page)).toEqual({ ...light, said: 'System' });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await shownIn(page)).toEqual({ ...dark, said: 'System' });
  await choice.selectOption('Light');
  expect(await shownIn(page)).toEqual({ ...light, said: 'Light' });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Appearance').selectOption('Dark');
  await expect.poll(() => shownIn(page)).toEqual({ ...dark, said: 'Dark' });
  await page.emulateMedia({ media: 'print' });
  expect((await shownIn(page)).ground).toBe('rgb(255, 255, 255)');
  await page.context().close();
});

it('paints nothing in the other theme first', async () => {
  // Half of the page, for a first look; the rest never comes.
  const html = filesOf(home).get(`${path}index.html`)!.toString();
  const server = createServer(({ url }, response) => {
    if (url !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(html.slice(0, html.indexOf('</p>', html.indexOf('class="body"'))));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const page = await open(site, path, { colorScheme: 'light' }, (page) => {
    void page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
  await page.waitForSelector('h1');
  const { dominant } = await sharp(await page.screenshot()).stats();
  await page.context().close();
  server.closeAllConnections();
  server.close();
  expect(Math.max(dominant.r, dominant.g, dominant.b)).toBeLessThan(40);
});

it('is not there without JavaScript', async () => {
  const page = await open(site, path, { javaScriptEnabled: false, colorScheme: 'dark' });
  const [selects, text] = [await page.locator('select').count(), await page.innerText('body')];
  await page.context().close();
  expect(selects).toBe(0);
  expect(text).not.toContain('Appearance');
});

it('holds on a page where nothing can be stored, and takes nothing else for a theme', async () => {
  const page = await open(site, path, { colorScheme: 'light' }, (page) => {
    void page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
  });
  const problems: unknown[] = [];
  page.on('pageerror', (problem) => problems.push(problem));
  await page.getByLabel('Appearance').selectOption('Dark');
  await page.evaluate(() => dispatchEvent(new Event('pageshow')));
  expect(await shownIn(page)).toEqual({ ...dark, said: 'Dark' });
  expect(problems).toEqual([]);
  await page.context().close();

  const another = await open(site, path, { colorScheme: 'light' }, (page) => {
    void page.addInitScript(() => localStorage.setItem('theme', 'sepia'));
  });
  expect(await shownIn(another)).toEqual({ ...light, said: 'System' });
  await another.context().close();
});

it('works under a policy that allows its hash and no text as script', async () => {
  const problems: string[] = [];
  const page = await open(site, path, { colorScheme: 'light' }, (page) => {
    page.on('console', (message) => problems.push(message.text()));
    void page.route('**/*', async (route) => {
      const response = await route.fetch();
      const policy = `script-src ${themeHash}; require-trusted-types-for 'script'`;
      const headers = { ...response.headers(), 'content-security-policy': policy };
      await route.fulfill({ response, headers });
    });
  });
  await page.getByLabel('Appearance').selectOption('Dark');
  expect(await shownIn(page)).toEqual({ ...dark, said: 'Dark' });
  // A request that is still answered when the page closes would fail in the air.
  await page.unrouteAll({ behavior: 'wait' });
  await page.context().close();
  expect(problems).toEqual([]);
});
