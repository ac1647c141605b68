import { expect, it } from 'vitest';
import { vercelFiles } from '../../../src/hosting/vercel.ts';
import { longHeader, movedStories, smallPolicy } from './small-policy.ts';

it('writes for each value which addresses have it', () => {
  expect(JSON.parse(vercelFiles(smallPolicy)['vercel.json']!)).toEqual({
    trailingSlash: true,
    redirects: [{ source: '/old/', destination: '/a/', statusCode: 301 }],
    headers: [
      {
        source: '/((?!search/$).*)',
        headers: [{ key: 'Content-Security-Policy', value: 'for-pages' }],
      },
      {
        source: '/(search/)',
        headers: [{ key: 'Content-Security-Policy', value: 'for-search' }],
      },
      {
        source: '/((?!.*feed\\.xml$).*)',
        headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'same-origin' }],
      },
      {
        source: '/(.*feed\\.xml)',
        headers: [
          { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
          { key: 'Access-Control-Allow-Origin', value: '*' },
          { key: 'Content-Type', value: 'application/rss+xml' },
        ],
      },
      { source: '/(.*)', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
      {
        source: '/((?!_astro/.*$).*)',
        headers: [{ key: 'Cache-Control', value: 'no-cache' }],
      },
      { source: '/(_astro/.*)', headers: [{ key: 'Cache-Control', value: 'immutable' }] },
      { source: '/(.*\\.md)', headers: [{ key: 'Content-Type', value: 'text/markdown' }] },
    ],
  });
});

it.each([
  ['2,048 redirects', { ...smallPolicy, moved: movedStories(2_049) }, '2,049'],
  ['4,096 characters in a rule for headers', longHeader(4_097), '4,097'],
])('refuses more than %s', (most, policy, needed) => {
  expect(() => vercelFiles(policy)).toThrow(
    `Vercel reads ${most} at most, and this site needs ${needed}.`,
  );
});
