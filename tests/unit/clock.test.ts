import { afterAll, beforeEach, expect, it } from 'vitest';
import { newsroomClock } from '../../src/edition/clock.ts';

const before = process.env.NEWSROOM_CLOCK;
beforeEach(() => {
  delete process.env.NEWSROOM_CLOCK;
});
afterAll(() => {
  if (before === undefined) delete process.env.NEWSROOM_CLOCK;
  else process.env.NEWSROOM_CLOCK = before;
});

it.each([
  ['2026-11-23T12:00:00Z', 1795435200000],
  ['2026-11-23T12:00Z', 1795435200000],
  ['2026-11-23T13:00:00+01:00', 1795435200000],
  ['2026-11-23T12:00:00.001Z', 1795435200001],
])('is the moment that NEWSROOM_CLOCK names: %s', (set, now) => {
  process.env.NEWSROOM_CLOCK = set;
  expect(newsroomClock()).toBe(now);
});

it.each([
  'yesterday',
  '2026-11-23',
  '2026-11-23T12:00:00',
  '2026-13-01T00:00:00Z',
  '1795435200000',
])('refuses a NEWSROOM_CLOCK that names no moment: %s', (set) => {
  process.env.NEWSROOM_CLOCK = set;
  expect(newsroomClock).toThrow(
    `NEWSROOM_CLOCK is “${set}”, which is not a date or time. Write a time with its offset, such as 2026-11-23T12:00:00Z.`,
  );
});

it.each([undefined, ''])('is now when NEWSROOM_CLOCK is %j, and stays so', (set) => {
  if (set !== undefined) process.env.NEWSROOM_CLOCK = set;
  const earliest = Date.now();
  const now = newsroomClock();
  expect(now).toBeGreaterThanOrEqual(earliest);
  expect(now).toBeLessThanOrEqual(Date.now());
  expect(process.env.NEWSROOM_CLOCK).toBe(new Date(now).toISOString());
  while (Date.now() === now);
  expect(newsroomClock()).toBe(now);
});

it.each(['2026-02-31T00:00:00Z', '03/09/2021 Z', '9 March 2021 Z'])(
  'refuses a NEWSROOM_CLOCK that is not in the calendar or not ISO 8601: %s',
  (set) => {
    process.env.NEWSROOM_CLOCK = set;
    expect(newsroomClock).toThrow();
  },
);
