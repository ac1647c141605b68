import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { archive, home, pagesOf } from '../sites.ts';
import { kuwait, Page } from './page.ts';

// Bytes as a host sends them, styles included: no page needs a second request before it reads. The
// first congestion window is 14,600 bytes; the headers take the rest. A fall below the floor means
// that something is missing.
const budgets: [string, string, number, number][] = [
  ['the story', `${kuwait}index.html`, 6_500, 9_500],
  ['the front page', 'index.html', 3_500, 5_500],
  ['a section', 'military/index.html', 2_500, 4_500],
  ['the topics', 'tags/index.html', 2_500, 4_500],
  ['the feeds', 'feeds/index.html', 3_000, 4_800],
  ['the search', 'search/index.html', 3_000, 5_500],
  ['about', 'about/index.html', 3_500, 5_800],
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

it('sends no script but the theme’s, and the search its own, and no stylesheet', () => {
  for (const [path, html] of [...pagesOf(home), ...pagesOf(archive)]) {
    const page = new Page(html);
    const scripts = page.all('script:not([type="application/ld+json"])');
    const own = path === 'search/index.html' ? [['type', 'src']] : [];
    expect(
      scripts.map(({ properties }) => Object.keys(properties)),
      path,
    ).toEqual(html.includes('http-equiv="refresh"') ? [] : [['dataWords'], ...own]);
    expect(page.all('[rel=stylesheet], [rel=preload], [href^="javascript:"]'), path).toEqual([]);
    expect(/<[^>]*\son\w+=/.exec(html.replace(/"[^"]*"/g, '""')), path).toBeNull();
  }
});
