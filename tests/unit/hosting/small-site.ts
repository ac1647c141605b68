import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { noAdditions } from '../../../src/hosting/csp.ts';

const page = (url: string, rest: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="canonical" href="${url}">${rest}`;

/** A built site with one page of each kind, as Astro writes them, and one old address of each kind. */
export const smallSite = (url = 'https://a.example/news/', base = new URL(url).pathname) => ({
  '.site.json': JSON.stringify({
    url,
    csp: noAdditions,
    gone: [`${base}taken/down/`],
    moved: [{ from: `${base}old/`, to: `${base}a/` }],
    byQuery: [{ from: base, name: 'p', value: '12', to: `${base}a/` }],
    patterns: [{ from: `${base}2019/*`, to: `https://old.example/*` }, { from: `${base}2018/*` }],
    removed: [`${base}shop/`],
  }),
  'index.html': page(url, '<style>b{}</style><script data-words="{}">f()</script>'),
  '404.html': page(`${url}404.html`, '<style>b{}</style>'),
  'a/index.html': page(`${url}a/`, '<style>i{}</style><style>b{}</style>'),
  'a/index.md': 'A',
  'old/index.html': page(`${url}a/`, '<meta http-equiv="refresh" content="0; url=/news/a/">'),
  'taken/down/index.html': page(`${url}taken/down/`, '<article class="story">'),
  'search/index.html': page(
    `${url}search/`,
    '<script type="application/ld+json">{}</script><script type="module" src="/x.js"></script>',
  ),
  'search/en/x.pf_meta': '',
  'maps/1.svg': '<svg><style>path{}</style></svg>',
  'favicon.svg': '<svg><style>@media print{}</style></svg>',
  '_astro/p.webp': '',
  'media/t.mp3': '',
  'feed.xml': '',
  'tags/b/feed.json': '',
  'sitemap.xml': '',
  '.well-known/security.txt': '',
});

/** Gives each test of a file a folder, and what writes files into it. */
export function siteFolder() {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'built-site-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    at: (file = '') => join(folder, file),
    write(files: Record<string, string>) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      return folder;
    },
  };
}
