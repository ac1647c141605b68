import { expect, it } from 'vitest';
import { netlifyFiles } from '../../../src/hosting/netlify.ts';
import { movedStories, smallPolicy } from './small-policy.ts';

it('gives no header by two rules that fit the same address', () => {
  expect(netlifyFiles(smallPolicy)._headers).toBe(`/*
  Content-Security-Policy: for-all
  X-Content-Type-Options: nosniff

/_astro/*
  Cache-Control: immutable

/*feed.xml
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  Content-Type: application/rss+xml

/*.md
  Content-Type: text/markdown
`);
});

it('leads on from old addresses, and says of others that they are gone, where pages lie', () => {
  expect(netlifyFiles(smallPolicy)._redirects).toBe(`/old/ /a/ 301!
/gone/ /gone/index.html 410!
`);
});

it('refuses more redirects than Netlify takes', () => {
  const moved = movedStories(9_999);
  expect(netlifyFiles({ ...smallPolicy, moved })._redirects).toContain('/old-9998/');
  expect(() => netlifyFiles({ ...smallPolicy, moved: movedStories(10_000) })).toThrow(
    'Netlify reads 10,000 redirects at most, and this site needs 10,001. It would ignore the rest: choose another host.',
  );
});
