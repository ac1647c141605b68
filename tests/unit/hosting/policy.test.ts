import { describe, expect, it } from 'vitest';
import type { BuiltSite } from '../../../src/hosting/built-site.ts';
import { noAdditions, type CspAdditions } from '../../../src/hosting/csp.ts';
import { fits, headersFor, hostPolicy, typeFor } from '../../../src/hosting/policy.ts';
import { smallPolicy } from './small-policy.ts';
import { smallSite } from './small-site.ts';

const site: BuiltSite = {
  url: 'https://a.example/news/',
  files: Object.keys(smallSite()),
  unserved: [],
  hashes: { styles: ["'sha256-b'", "'sha256-i'"], scripts: ["'sha256-f'"], maps: ["'sha256-m'"] },
  moved: [],
  byQuery: [],
  patterns: [],
  removed: [],
  gone: [],
  found: new Map(),
  assets: new Map(),
  hasScriptFile: false,
  csp: noAdditions,
};
const policy = hostPolicy(site);
const here = (file: string) => headersFor(policy, `/news/${file}`);

describe('what fits a rule', () => {
  it.each([
    ['/a/', '/a/', true],
    ['/a/', '/a/b', false],
    ['/a/', '/a', false],
    ['/a/*', '/a/', true],
    ['/a/*', '/a/b/c.d', true],
    ['/a/*', '/b/a/', false],
    ['/*.png', '/a/b.png', true],
    ['/*.png', '/b.png.html', false],
    ['/*feed.xml', '/a/feed.xml', true],
    ['/s/*.pf_meta', '/s/en/x.pf_meta', true],
    ['/s/*.pf_meta', '/x.pf_meta', false],
    ['/ab*ba', '/aba', false],
    ['*', '', true],
  ])('%s and %s: %s', (paths, path, expected) => {
    expect(fits(paths, path)).toBe(expected);
  });
});

it('gives of each header what the last rule says of it', () => {
  const said = (path: string) => headersFor(smallPolicy, path);
  expect(said('/a/')).toEqual({
    'content-security-policy': 'for-pages',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  expect(said('/feed.xml')).toMatchObject({
    'content-security-policy': 'for-pages',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  });
  expect(headersFor({ ...smallPolicy, rules: [] }, '/')).toEqual({});
});

describe('the policy of content', () => {
  const policyFor = (file: string) => here(file)['content-security-policy'];

  it('lets a page use what is its own, by hash where it stands in it', () => {
    expect(policyFor('a/')).toBe(
      "default-src 'none'; script-src 'sha256-f'; style-src 'sha256-b' 'sha256-i'; img-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    for (const file of ['', '404.html', 'old/', 'nothing/', 'feed.json', 'search/en/x.pf_meta'])
      expect(policyFor(file)).toBe(policyFor('a/'));
  });

  it('lets the search alone run a script of its own and unpack', () => {
    expect(policyFor('search/')).toContain("script-src 'self' 'sha256-f' 'wasm-unsafe-eval'");
    expect(policyFor('search/')).toContain("default-src 'none'; style-src 'sha256-b' 'sha256-i'");
    expect(policyFor('a/')).not.toMatch(/wasm|script-src 'self'/);
  });

  it('lets pages run script files of the site only where one of them does', () => {
    const { rules } = hostPolicy({ ...site, hasScriptFile: true });
    const said = rules.map(({ headers }) => headers['Content-Security-Policy']).filter(Boolean);
    expect(said[0]).toContain("; script-src 'self' 'sha256-f'; ");
    expect(said[1]).toContain("; script-src 'self' 'sha256-f' 'wasm-unsafe-eval'");
  });

  it('lets pages do what is added, and maps not', () => {
    const csp = Object.fromEntries(
      Object.keys(noAdditions).map((name) => [name, [`https://${name}.example`]]),
    ) as unknown as CspAdditions;
    const { rules, widest } = hostPolicy({ ...site, csp });
    const said = rules.map(({ headers }) => headers['Content-Security-Policy']).filter(Boolean);
    for (const policy of [said[0]!, said[1]!, widest])
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^script-src .*'sha256-f' https:\/\/script\.example/),
          "connect-src 'self' https://connect.example",
          "form-action 'self' https://form.example",
          'frame-src https://frame.example',
          "img-src 'self' https://img.example",
          "media-src 'self' https://media.example",
        ]),
      );
    for (const policy of said.slice(2)) expect(policy).not.toMatch(/example/);
  });

  it('lets a map that is opened on its own be drawn, and no more', () => {
    expect(policyFor('maps/1.svg')).toBe(
      "default-src 'none'; style-src 'sha256-m'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
  });

  it('lets browsers style the page in which they show a picture or XML', () => {
    for (const file of ['_astro/p.webp', 'feed.xml', 'sitemap.xml'])
      expect(policyFor(file)).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
  });
});

it('lets keep for good what has a digest in its name, and has all else asked for again', () => {
  const kept = site.files.filter((file) => here(file)['cache-control']!.includes('immutable'));
  expect(kept).toEqual(['search/en/x.pf_meta', 'maps/1.svg', '_astro/p.webp', 'media/t.mp3']);
  expect(here('_astro/p.webp')['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(here('a/')['cache-control']).toBe('no-cache');
});

it('lets other pages show pictures and recordings, and read feeds', () => {
  const shown = site.files.filter(
    (file) => here(file)['cross-origin-resource-policy'] === 'cross-origin',
  );
  expect(shown).toEqual([
    ...['maps/1.svg', 'favicon.svg', '_astro/p.webp', 'media/t.mp3', 'feed.xml'],
    'tags/b/feed.json',
  ]);
  const read = site.files.filter((file) => here(file)['access-control-allow-origin'] === '*');
  expect(read).toEqual(['feed.xml', 'tags/b/feed.json']);
});

it('promises https only where the site is at such an address', () => {
  expect(here('a/')['strict-transport-security']).toBe('max-age=63072000');
  const plain = hostPolicy({ ...site, url: 'http://a.example/' });
  expect(headersFor(plain, '/a/')).not.toHaveProperty('strict-transport-security');
  expect(headersFor(plain, '/a/')).toHaveProperty('x-content-type-options', 'nosniff');
});

it('has no rule for what the site does not have, but always one for the search', () => {
  const { rules } = hostPolicy({ ...site, files: ['index.html', 'feed.xml'] });
  expect(rules.map(({ paths }) => paths)).toEqual([
    ...['/news/*', '/news/search/', '/news/*.xml', '/news/*feed.xml'],
  ]);
});

it.each([
  ['feed.xml', 'application/rss+xml; charset=utf-8'],
  ['tags/b/feed.json', 'application/feed+json; charset=utf-8'],
  ['sitemap.xml', 'text/xml; charset=utf-8'],
  ['a/index.md', 'text/markdown; charset=utf-8'],
  ['a/index.html', 'text/html; charset=utf-8'],
  ['media/t.mp3', 'audio/mpeg'],
  ['search/en/x.pf_meta', 'application/octet-stream'],
  ['a/b', 'application/octet-stream'],
])('%s is %s', (file, type) => {
  expect(typeFor(policy, `/news/${file}`)).toBe(type);
});
