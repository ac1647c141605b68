import { expect, it } from 'vitest';
import { again, archive, filesOf } from '../sites.ts';

it('gives the same bytes for the same content and clock, whatever the folder, zone, environment and cache', () => {
  const [first, second] = [filesOf(archive), filesOf(again)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([path, bytes]) => !second.get(path)!.equals(bytes))).toEqual([]);
});
