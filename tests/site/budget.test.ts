import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { archive, home, pagesOf } from '../sites.ts';
import { kuwait, Page } from './page.ts';

// Bytes as a host sends them, styles included: no page needs a second request before it reads. The
// first congestion window is 14,600 bytes; the headers take the rest. A fall below the floor means
// that something is missing.
const budgets: [string, string, number, number][] = [
  ['the story', `${kuwait}index.html`, 4_000, 7_000],
  ['the front page', 'index.html', 2_500, 5_000],
  ['a section', 'military/index.html', 1_800, 4_000],
  ['the topics', 'tags/index.html', 1_800, 4_000],
  ['the feeds', 'feeds/index.html', 1_800, 4_000],
  ['the search', 'search/index.html', 2_500, 5_000],
  ['about', 'about/index.html', 2_000, 4_000],
];

it.each(budgets)('keeps %s within its budget', (_, path, floor, ceiling) => {
  const html = new Map(pagesOf(home)).get(path)!;
  const bytes = brotliCompressSync(html).length;
  expect(bytes).toBeGreaterThan(floor);
  expect(bytes).toBeLessThan(ceiling);
});

it('sends no page that does not fit into the first round trip', () => {
  const sizes = [...pagesOf(home), ...pagesOf(archive)].map(([path, html]) => ({
    path,
    bytes: brotliCompressSync(html).length,
  }));
  expect(sizes.filter(({ bytes }) => bytes > 14_000)).toEqual([]);
});

it('sends no script and no stylesheet of its own, but for the search', () => {
  for (const [path, html] of [...pagesOf(home), ...pagesOf(archive)]) {
    const page = new Page(html);
    const scripts = page.all('script:not([type="application/ld+json"])');
    expect(scripts, path).toHaveLength(path === 'search/index.html' ? 1 : 0);
    expect(page.all('[rel=stylesheet], [rel=preload], [href^="javascript:"]'), path).toEqual([]);
    expect(/<[^>]*\son\w+=/.exec(html.replace(/"[^"]*"/g, '""')), path).toBeNull();
  }
});
