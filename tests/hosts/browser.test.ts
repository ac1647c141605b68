import { extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathOf } from '../../src/hosting/built-site.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { pageTypes } from '../browser/page-types.ts';
import { onEachServer } from './running.ts';
import { archive } from '../sites.ts';
import { deep } from './placed.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** How many pages are open at once. */
const atOnce = 4;

onEachServer(({ site, policy: { files }, url }) => {
  const address = (path: string) => url() + encodeURI(site.base + path);

  /** Opens a page in a window of its own; says what the browser complains of and whom it asks. */
  async function open(): Promise<{ page: Page; wrong: string[] }> {
    const page = await (await browser.newContext()).newPage();
    const wrong: string[] = [];
    page.on('console', (message) => {
      // The browser itself reports the answers 404 and 410 to an address.
      if (!/status of 4(?:04|10)/.test(message.text()))
        wrong.push(`${page.url()} ${message.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(`${page.url()} ${error}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(url()) && !request.url().startsWith('data:'))
        wrong.push(`${page.url()} asks for ${request.url()}`);
    });
    return { page, wrong };
  }

  it('is read in a browser that has nothing to report of', async () => {
    const paths =
      site === deep
        ? pageTypes.flatMap(([, of, path]) => (of === archive ? [path] : []))
        : files.filter((file) => file.endsWith('.html')).map(pathOf);
    // And one file of each kind, as if somebody opened the picture or the feed itself.
    const kinds = new Map(files.map((file) => [extname(file), file]));
    const feeds = ['feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml'];
    const maps = files.filter((file) => /^maps\/.*\.svg$/.test(file)).slice(0, 1);
    const shown = [...feeds, ...maps, ...kinds.values()].filter(
      (file) => !/\.(?:html|pf_\w+|pagefind|woff2)$/.test(file),
    );
    const waiting = [...new Set([...paths, ...shown, 'nothing/here/'])];
    expect(waiting.length).toBeGreaterThan(25);
    const reader = async () => {
      const { page, wrong } = await open();
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const answer = await page.goto(address(path));
        const expected = { 'nothing/here/': 404, '2026/11/10/taken-down/': 410 }[path] ?? 200;
        if (answer?.status() !== expected) wrong.push(`${path} is answered ${answer?.status()}`);
      }
      await page.context().close();
      return wrong;
    };
    const wrong = await Promise.all(Array.from({ length: atOnce }, reader));
    expect(wrong.flat()).toEqual([]);
  });

  it('is searched', async () => {
    const { page, wrong } = await open();
    await page.goto(address('search/'));
    await page.fill('#q', 'Kuwait');
    await page.keyboard.press('Enter');
    await page.locator('#status', { hasText: /^Stories found: [1-9]/ }).waitFor();
    expect(await page.locator('#results h2').count()).toBeGreaterThan(0);
    await page.context().close();
    expect(wrong).toEqual([]);
  });

  it('runs and shows nothing that is not its own', async () => {
    const { page, wrong } = await open();
    await page.goto(address('about/'));
    // Another origin for browsers, which would let its feeds be read.
    const elsewhere = `${url().replace('127.0.0.1', 'localhost')}${site.base}feed.xml`;
    const tried = await page.evaluate(async (elsewhere) => {
      const heading = document.querySelector('h1')!;
      const colour = getComputedStyle(heading).color;
      const refused = (act: () => void) => {
        try {
          act();
        } catch (error) {
          return (error as Error).name;
        }
        return 'nothing';
      };
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) !important }';
      document.head.append(style);
      heading.setAttribute('style', 'color: rgb(1, 2, 3) !important');
      // The least there is of WebAssembly: its mark and its version.
      const module = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
      const compiling = WebAssembly.compile(module).then(
        () => 'nothing',
        (error: Error) => error.name,
      );
      const image = new Image();
      const shown = new Promise((settle) => {
        image.onload = () => settle('shown');
        image.onerror = () => settle('refused');
      });
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
      return {
        script: refused(() => (document.createElement('script').text = 'document.title = ""')),
        html: refused(() => (document.body.innerHTML = '<img>')),
        compiling: await compiling,
        fetching: await fetch(elsewhere).then(
          () => 'nothing',
          (error: Error) => error.name,
        ),
        image: await shown,
        style: getComputedStyle(heading).color === colour,
      };
    }, elsewhere);
    expect(tried).toEqual({
      script: 'TypeError',
      html: 'TypeError',
      compiling: 'CompileError',
      fetching: 'TypeError',
      image: 'refused',
      style: true,
    });
    await page.context().close();
    expect(wrong.filter((text) => text.includes('Content Security Policy'))).not.toEqual([]);
  });
});
