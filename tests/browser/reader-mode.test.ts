import { readFileSync } from 'node:fs';
import type {
  Readability as Reader,
  isProbablyReaderable as isReaderable,
} from '@mozilla/readability';
import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { attribute, inLine, kuwait, Page } from '../site/page.ts';
import { archive, home, pagesOf } from '../sites.ts';
import { reader } from './reader.ts';

declare const Readability: typeof Reader;
declare const isProbablyReaderable: typeof isReaderable;

const open = reader();
const sources = ['Readability', 'Readability-readerable'].map((name) =>
  readFileSync(`node_modules/@mozilla/readability/${name}.js`, 'utf8'),
);

/** What the reader view of Firefox makes of pages. */
async function readerView(site: typeof home, pages: string[]) {
  // The page itself lets nobody put a script into it.
  const page = await open(site, '', { bypassCSP: true });
  for (const content of sources) await page.addScriptTag({ content });
  const views = await page.evaluate(
    (pages) =>
      pages.map((html) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        const isOffered = isProbablyReaderable(document);
        const view = new Readability(document).parse();
        return { isOffered, ...view };
      }),
    pages,
  );
  await page.context().close();
  return views;
}

const stories = (site: typeof home) =>
  pagesOf(site).filter(([, html]) => new Page(html).meta('og:type') === 'article');

it.each([home, archive])('has every story of $folder whole in reader mode', async (site) => {
  const found = stories(site);
  const views = await readerView(
    site,
    found.map(([, html]) => html),
  );
  for (const [index, [path, html]] of found.entries()) {
    const page = new Page(html);
    const view = views[index]!;
    const headline = page.text('h1');
    // Readability takes entities that stand in a headline as words for what they would mean in HTML.
    const title = /&#?\w+;/.test(headline) ? expect.any(String) : headline;
    expect.soft({ ...view, title: inLine(view.title ?? '') }, path).toMatchObject({
      title,
      byline: page.all('.byline [rel=author]').map(toString).join(', '),
      publishedTime: page.meta('article:published_time'),
      siteName: page.meta('og:site_name'),
      lang: attribute(page.one('html'), 'lang'),
      dir: attribute(page.one('html'), 'dir') || null,
    });
    const text = inLine(view.textContent ?? '');
    const parts = page
      .all('.body p, .body li, .body h2, .body h3, .caption, .credit, .body figcaption')
      .filter(
        ({ children }) =>
          !children.some((child) => child.type === 'element' && child.tagName === 'div'),
      )
      .map((part) => inLine(toString(part)));
    expect.soft(parts.length, path).toBeGreaterThan(0);
    let at = 0;
    for (const part of parts) {
      const next = text.indexOf(part, at);
      expect.soft(next, `${path}: “${part}”`).toBeGreaterThanOrEqual(at);
      at = Math.max(at, next);
    }
  }
});

it('offers reader mode for the story, with its pictures', async () => {
  const html = new Map(pagesOf(home)).get(`${kuwait}index.html`)!;
  const [view] = await readerView(home, [html]);
  expect(view!.isOffered).toBe(true);
  // But for the one of its map that is for paper.
  const pictures = new Page(html).all('.body img:not([hidden])');
  expect(view!.content!.match(/<img/g)).toHaveLength(pictures.length);
});
