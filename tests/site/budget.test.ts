import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { headersFor } from '../../src/hosting/policy.ts';
import { pageTypes } from '../browser/page-types.ts';
import { lay, type Deployed } from '../hosts/deployed.ts';
import { archive, home, pagesOf, type Site } from '../sites.ts';
import { Page } from './page.ts';

/**
 * Floor and ceiling of each kind of page, in bytes as most readers fetch it, styles included: 15 % below and
 * above what it has now. A fall below the floor means that something is missing.
 */
const budgets: Record<(typeof pageTypes)[number][0], [floor: number, ceiling: number]> = {
  'the front page': [5_500, 7_400],
  'the front page with one story': [4_700, 6_300],
  'the story': [7_300, 9_900],
  'a story with a lead': [6_000, 8_100],
  'a story with every block': [6_700, 9_100],
  'a hostile story': [5_800, 7_900],
  'a story of 200 characters of headline': [5_700, 7_600],
  'a story in Arabic': [6_400, 8_700],
  'a story in Serbian': [5_500, 7_500],
  'a list': [5_300, 7_100],
  'a list in several languages': [5_400, 7_300],
  'an author': [3_900, 5_300],
  'an older page of a list': [4_900, 6_700],
  'the topics': [3_800, 5_200],
  'a part of a series': [5_500, 7_400],
  'a series': [3_800, 5_200],
  'the series': [3_700, 5_100],
  'the authors': [3_800, 5_100],
  'a year': [3_600, 4_900],
  'a month': [4_900, 6_600],
  about: [4_900, 6_600],
  'a corrected story': [5_500, 7_400],
  'a story with covered pictures': [5_800, 7_900],
  'a retracted story': [5_200, 7_000],
  'a story that was taken down': [4_500, 6_100],
  'the corrections': [6_000, 8_100],
  'the feeds': [5_200, 7_000],
  'the search': [4_600, 6_300],
  'an address with nothing': [3_600, 4_900],
};

/** What comes at once: ten segments of 1,460 bytes (RFC 6928), the headers of the answer among them. */
const firstRoundTrip = 14_600;

// Of all hosts, Netlify has the longest answers: it sends one policy that does for all pages, and pages carry
// their own besides.
const laid = new Map<Site, Deployed>();
beforeAll(async () => {
  for (const site of [home, archive]) laid.set(site, await lay(site, 'netlify', 'budget'));
});

/** The bytes of a page where it is laid. */
const pageWithPolicy = (site: Site, file: string) =>
  readFileSync(join(laid.get(site)!.folder, file));

/** The head of an answer with a page, as long as any host’s. */
function headOf({ policy }: Deployed, file: string): string {
  const now = new Date(0).toUTCString();
  const headers = {
    ...headersFor(policy, policy.base + file.replace('index.html', '')),
    'content-security-policy': policy.widest,
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': '14600',
    'accept-ranges': 'bytes',
    connection: 'keep-alive',
    date: now,
    'last-modified': now,
    etag: `"${'0'.repeat(32)}-df"`,
    server: 'Apache/2.4.58 (Debian)',
    vary: 'Accept-Encoding',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');
}

it.each(pageTypes)('keeps %s within its budget', (name, site, path) => {
  const file = path === 'nothing/here/' ? '404.html' : `${path}index.html`;
  const bytes = brotliCompressSync(pageWithPolicy(site, file)).length;
  const [floor, ceiling] = budgets[name];
  expect(bytes).toBeGreaterThan(floor);
  expect(bytes).toBeLessThan(ceiling);
});

it('sends no page that does not come with the first round trip, even where a host has gzip only', () => {
  for (const site of [home, archive]) {
    const sizes = pagesOf(site).map(([path]) => ({
      path,
      head: headOf(laid.get(site)!, path).length,
      body: gzipSync(pageWithPolicy(site, path), { level: 9 }).length,
    }));
    expect(Math.min(...sizes.map(({ head }) => head))).toBeGreaterThan(1_500);
    expect(sizes.filter(({ head, body }) => head + body > firstRoundTrip)).toEqual([]);
  }
});

/** The scripts of single pages, by the names of their attributes. */
const ownScripts: Record<string, string[][]> = {
  'search/index.html': [['type', 'src']],
  'feeds/index.html': [['dataWords']],
};

it('sends no script but the theme’s, search and feeds their own, and no stylesheet', () => {
  for (const [path, html] of [...pagesOf(home), ...pagesOf(archive)]) {
    const page = new Page(html);
    const scripts = page.all('script:not([type="application/ld+json"])');
    const own = ownScripts[path] ?? [];
    expect(
      scripts.map(({ properties }) => Object.keys(properties)),
      path,
    ).toEqual(html.includes('http-equiv="refresh"') ? [] : [['dataWords'], ...own]);
    expect(
      page.all('[rel=stylesheet], [rel=preload]:not([as=font]), [href^="javascript:"]'),
      path,
    ).toEqual([]);
    expect(/<[^>]*\son\w+=/.exec(html.replace(/"[^"]*"/g, '""')), path).toBeNull();
  }
});
