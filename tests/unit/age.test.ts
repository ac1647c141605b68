import { expect, it } from 'vitest';
import { readMoment } from '../../src/desk/moment.ts';
import { agedBy } from '../../src/edition/age.ts';
import { editionOf, story, storyFile, type Fields } from './content.ts';

const zone = 'Europe/Tirane';

it.each([
  // The day after the anniversary, in the newsroom’s zone.
  ['2021-03-09', '2022-03-09T22:59:59.999Z', false],
  ['2021-03-09', '2022-03-09T23:00:00Z', true],
  ['2021-03-09 14:30', '2022-03-09T22:59:59.999Z', false],
  ['2021-03-09 14:30', '2022-03-09T23:00:00Z', true],
  // Still December 31 in UTC, and already the year after there.
  ['2021-12-30T23:30Z', '2022-12-31T22:59:59Z', false],
  ['2021-12-30T23:30Z', '2022-12-31T23:00:00Z', true],
  // There is no February 29 in the year after.
  ['2024-02-29', '2025-02-28T22:59:59Z', false],
  ['2024-02-29', '2025-02-28T23:00:00Z', true],
  ['2023-02-28', '2024-02-28T22:59:59Z', false],
  ['2023-02-28', '2024-02-28T23:00:00Z', true],
  ['2023-03-01', '2024-03-01T22:59:59Z', false],
  ['1999-12-31', '2000-12-31T12:00:00Z', false],
  ['0999-12-31', '1000-12-31T12:00:00Z', false],
  ['1996-01-01', '2026-11-23T12:00:00Z', true],
  ['2026-11-24', '2026-11-23T12:00:00Z', false],
])('what is of %s is more than a year old at %s: %s', (written, now, isOld) => {
  expect(agedBy(Date.parse(now), zone)(readMoment(written, zone))).toBe(isOld);
});

it('hangs on the zone, not on the machine', () => {
  const moment = readMoment('2021-03-09', 'Pacific/Kiritimati');
  const now = Date.parse('2022-03-09T10:00:00Z');
  expect(agedBy(now, 'Pacific/Kiritimati')(moment)).toBe(true);
  expect(agedBy(now, 'America/Los_Angeles')(moment)).toBe(false);
});

it('a story is old by its last update in substance, if that is due; a correction does not count', async () => {
  const isOld = async (fields: Fields, now: string) => {
    const { stories, contextOf } = await editionOf({ [storyFile]: story(fields) }, now);
    return contextOf(stories[0]!).isOld;
  };
  const now = '2022-03-11T00:00:00Z';
  expect(await isOld({}, now)).toBe(true);
  expect(await isOld({ updated: '2021-09-01' }, now)).toBe(false);
  expect(await isOld({ updated: '2022-09-01' }, now)).toBe(true);
  expect(await isOld({ updated: '2021-09-01' }, '2022-09-02T00:00:00Z')).toBe(true);
  const corrections = '[{ date: 2022-03-10, kind: correction, text: It is so. }]';
  expect(await isOld({ corrections }, now)).toBe(true);
});

it('nobody has to build again because a story has come of age', async () => {
  expect(await editionOf({}, '2022-03-09T12:00:00Z')).not.toHaveProperty('next');
});
