import { expect, it } from 'vitest';
import { canaries } from '../fixture.ts';
import { again, archive, filesOf } from '../sites.ts';
import { slushWord } from '../slush.ts';

const files = [...filesOf(archive), ...filesOf(again)];

it.each(canaries)('holds %s back from every name and byte', (canary) => {
  const leaks = files.filter(
    ([path, bytes]) =>
      path.toLowerCase().includes(canary) ||
      bytes.toString('latin1').toLowerCase().includes(canary),
  );
  expect(leaks.map(([path]) => path)).toEqual([]);
});

it('makes pictures of published stories only, and keeps no original', () => {
  const names = files
    .map(([path]) => /^_astro\/([^/.]+)\..*\.(\w+)$/.exec(path))
    .filter((match) => match !== null)
    .filter(([path]) => !path.endsWith('.js'))
    // Of the slush pile's pictures, anything.test.ts tells.
    .filter((match) => match[1]!.search(slushWord) < 0)
    .map((match) => `${match[1]}.${match[2]}`);
  // Those of imported stories are all the same, and so of one name.
  const open = ['a', 'b', 'kept', 'lead', 'noted', 'one', 'picture-1', 'third', 'two', 'wide'];
  const kinds = [
    ...open.flatMap((name) => ['avif', 'webp', 'jpg'].map((format) => `${name}.${format}`)),
    // Only their page shows them.
    ...['second', 'veiled'].flatMap((name) => [`${name}.avif`, `${name}.webp`]),
  ];
  expect([...new Set(names)].sort()).toEqual(kinds.sort());
  // The one JPEG of each picture on each site is the 1200 px one for feeds and previews.
  expect(names.filter((name) => name === 'one.jpg')).toHaveLength(2);
});
