import { toString } from 'hast-util-to-string';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inLine, openPage } from '../site/page.ts';
import type { Site } from '../sites.ts';
import { pageTypes } from './page-types.ts';
import { reader } from './reader.ts';

const open = reader();
const types = pageTypes.slice(2, 7);

/** Opens what is there for who asks for it. */
const uncover = (page: Page) =>
  page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));

/** What a reader must be able to read of a story. */
const partsOf = (site: Site, path: string) => {
  const page = openPage(site, path);
  // What is said in a recording opens for who asks.
  const closed = page.all('details p');
  return page
    .all('h1, .standfirst, .byline > div, .body p, .caption, .credit')
    .filter((part) => !closed.includes(part))
    .map((part) => inLine(toString(part)));
};

it.each(types)(
  'reads %s with styles, faces, pictures and scripts blocked',
  async (_, site, path) => {
    const asked: string[] = [];
    const page = await open(
      site,
      path,
      { javaScriptEnabled: false, viewport: { width: 320, height: 640 } },
      (page) => {
        void page.route('**/*', async (route) => {
          if (route.request().resourceType() !== 'document') return route.abort();
          asked.push(route.request().url());
          const response = await route.fetch();
          const body = (await response.text()).replaceAll(/<style[^>]*>.*?<\/style>/gs, '');
          return route.fulfill({ response, body });
        });
      },
    );
    await uncover(page);
    const text = inLine(await page.innerText('body'));
    await page.context().close();
    expect(asked).toHaveLength(1);
    let at = 0;
    for (const part of partsOf(site, path)) {
      const next = text.indexOf(part, at);
      expect(next, part).toBeGreaterThanOrEqual(at);
      at = next;
    }
  },
);

it.each(types)(
  'shows %s whole, and the words for its pictures, while faces and pictures are missing',
  async (_, site, path) => {
    const page = await open(site, path, { viewport: { width: 390, height: 800 } }, (page) => {
      void page.route('**/*', (route) =>
        ['font', 'image'].includes(route.request().resourceType())
          ? route.abort()
          : route.continue(),
      );
    });
    await uncover(page);
    const text = inLine(await page.innerText('main'));
    const pictures = await page.$$eval('main img:not([hidden])', (found) =>
      found.map((one) => [
        one.getAttribute('alt') !== '',
        one.getBoundingClientRect().height > 100,
      ]),
    );
    await page.context().close();
    for (const part of partsOf(site, path)) expect(text).toContain(part);
    expect(pictures.flat()).not.toContain(false);
  },
);

it('moves nothing, for who wants less motion and for everybody', async () => {
  for (const [, site, path] of pageTypes) {
    const styles = openPage(site, path === 'nothing/here/' ? '404.html' : path)
      .all('style')
      .map(toString)
      .join('');
    expect(styles.length).toBeGreaterThan(1000);
    expect(styles).not.toMatch(/\b(?:animation|transition|scroll-behavior|view-transition)/);
  }
});
