import { expect, it } from 'vitest';
import { cloudflareFiles } from '../../../src/hosting/cloudflare.ts';
import { longHeader, movedStories, smallPolicy } from './small-policy.ts';

it('takes a header off before another rule gives it', () => {
  expect(cloudflareFiles(smallPolicy)._headers).toBe(`/*
  ! Access-Control-Allow-Origin
  Content-Security-Policy: for-pages
  Cross-Origin-Resource-Policy: same-origin
  X-Content-Type-Options: nosniff
  Cache-Control: no-cache

/search/
  ! Content-Security-Policy
  Content-Security-Policy: for-search

/_astro/*
  ! Cache-Control
  Cache-Control: immutable

/*feed.xml
  ! Access-Control-Allow-Origin
  Access-Control-Allow-Origin: *
  ! Cross-Origin-Resource-Policy
  Cross-Origin-Resource-Policy: cross-origin
  Content-Type: application/rss+xml
`);
});

it('leads on from old addresses', () => {
  expect(cloudflareFiles(smallPolicy)._redirects).toBe('/old/ /a/ 301\n');
  expect(cloudflareFiles({ ...smallPolicy, moved: [] })).not.toHaveProperty('_redirects');
});

it.each([
  ['2,000 redirects', { ...smallPolicy, moved: movedStories(2_001) }, '2,001'],
  [
    '1,000 characters in a redirect',
    { ...smallPolicy, moved: [{ from: '/old/', to: `/${'a'.repeat(990)}/` }] },
    '1,002',
  ],
  ['2,000 characters in a line of _headers', longHeader(1_993), '2,001'],
  [
    '100 rules for headers',
    {
      ...smallPolicy,
      rules: Array.from({ length: 100 }, (_, at) => ({
        paths: `/${at}/*`,
        headers: { 'X-At': `${at}` },
      })),
    },
    '102',
  ],
])('refuses more than %s', (most, policy, needed) => {
  expect(() => cloudflareFiles(policy)).toThrow(
    `Cloudflare reads ${most} at most, and this site needs ${needed}.`,
  );
});

it('writes as much as Cloudflare reads', () => {
  const most = { ...longHeader(1_992), moved: movedStories(2_000) };
  const { _headers, _redirects } = cloudflareFiles(most);
  expect(Math.max(..._headers!.split('\n').map((line) => line.trim().length))).toBe(2_000);
  expect(_redirects!.trimEnd().split('\n')).toHaveLength(2_000);
});
