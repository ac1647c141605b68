import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { archive, filesOf, home, networkLog } from '../sites.ts';

it('builds with the network off, and does not even ask for it', () => {
  expect(readFileSync(networkLog, 'utf8')).toBe('');
});

it.each([home, archive])('names no other host in what $folder makes a browser fetch', (site) => {
  const fetched = /(?:src|srcset)="[^"]*|url\([^)]*|<link[^>]*(?:stylesheet|icon|preload)[^>]*/g;
  const found = [...filesOf(site)]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([, bytes]) => bytes.toString().match(fetched) ?? []);
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((text) => /(?:https?:)?\/\//.test(text))).toEqual([]);
});
