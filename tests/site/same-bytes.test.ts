import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { again, archive, archivePrinted, filesOf, home, homeAgain, type Site } from '../sites.ts';

it('gives the same bytes for the same content and clock, whatever the folder, zone, environment, cache and the build before', () => {
  expectSame(archive, again);
});

it('gives the same bytes when it stands, whatever was built meanwhile', () => {
  expectSame(home, homeAgain);
});

function expectSame(...sites: [Site, Site]) {
  const [first, second] = sites.map(filesOf) as [Map<string, Buffer>, Map<string, Buffer>];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([path, bytes]) => !second.get(path)!.equals(bytes))).toEqual([]);
}

it('lets stand what did not change since the build before', () => {
  const [, made = 0, stood = 0] = /rebuilt (\d+) pages and feeds \(.+\); (\d+) unchanged/
    .exec(readFileSync(archivePrinted, 'utf8'))!
    .map(Number);
  // Editors have done nearly everything that they can (tests/yesterday.ts), so that much is new.
  expect(stood / (made + stood)).toBeGreaterThan(0.2);
  expect(stood / (made + stood)).toBeLessThan(0.5);
});
