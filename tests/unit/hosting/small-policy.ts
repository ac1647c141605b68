import type { HostPolicy } from '../../../src/hosting/policy.ts';

/** What a host is to do for a site of few files, with one rule of each kind. */
export const smallPolicy: HostPolicy = {
  url: 'https://a.example/',
  base: '/',
  files: ['404.html', '_astro/a.webp', 'a/index.html', 'a/index.md', 'feed.xml', 'index.html'],
  rules: [
    {
      paths: '/*',
      headers: {
        'Content-Security-Policy': 'for-pages',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      },
    },
    { paths: '/search/', headers: { 'Content-Security-Policy': 'for-search' } },
    { paths: '/_astro/*', headers: { 'Cache-Control': 'immutable' } },
    {
      paths: '/*feed.xml',
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    },
  ],
  types: [
    { paths: '/*feed.xml', type: 'application/rss+xml' },
    { paths: '/*.html', type: 'text/html' },
    { paths: '/*.md', type: 'text/markdown' },
    { paths: '/*.webp', type: 'image/webp' },
    { paths: '/*.xml', type: 'text/xml' },
  ],
  moved: [{ from: '/old/', to: '/a/' }],
  byQuery: [],
  patterns: [],
  removed: [],
  gone: ['/gone/'],
  widest: 'for-all',
};

/** So many stories that moved. */
export const movedStories = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ from: `/old-${at}/`, to: '/a/' }));

/** A policy with a rule whose value is so long. */
export const longHeader = (characters: number): HostPolicy => ({
  ...smallPolicy,
  rules: [{ paths: '/*', headers: { 'X-Long': 'x'.repeat(characters) } }],
});
