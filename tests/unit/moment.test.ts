import { describe, expect, it } from 'vitest';
import { FixableError } from '../../src/desk/problem.ts';
import { readMoment } from '../../src/desk/moment.ts';

const zone = 'Europe/Tirane';

function refusal(text: string): [summary: string, fix: string] {
  try {
    readMoment(text, zone);
  } catch (error) {
    if (error instanceof FixableError) return [error.summary, error.fix];
    throw error;
  }
  throw new Error(`${text} was read.`);
}

describe('a day', () => {
  it('counts from its start in the newsroom’s zone', () => {
    expect(readMoment('2021-03-09', zone)).toEqual({
      at: Date.parse('2021-03-08T23:00:00Z'),
      iso: '2021-03-09',
      day: '2021-03-09',
    });
  });

  it('may be a leap day', () => {
    expect(readMoment('2024-02-29', zone).day).toBe('2024-02-29');
  });
});

describe('a time without an offset', () => {
  it.each([
    ['2021-03-09 14:30', '2021-03-09T14:30:00+01:00'],
    ['2021-03-09T14:30', '2021-03-09T14:30:00+01:00'],
    ['2021-03-09 14:30:15', '2021-03-09T14:30:15+01:00'],
    ['2021-07-09 14:30', '2021-07-09T14:30:00+02:00'],
    ['2026-03-29 01:59', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29 03:00', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25 01:59', '2026-10-25T01:59:00+02:00'],
    ['2026-10-25 03:00', '2026-10-25T03:00:00+01:00'],
  ])('is the newsroom’s: %s', (text, iso) => {
    expect(readMoment(text, zone)).toEqual({ at: Date.parse(iso), iso, day: text.slice(0, 10) });
  });

  it.each(['02:00', '02:30', '02:59'])('is refused when the clocks skip it: %s', (time) => {
    expect(refusal(`2026-03-29 ${time}`)).toEqual([
      `The clocks in Europe/Tirane go forward over 2026-03-29 ${time}, so that time does not exist.`,
      'Write the time that the clocks showed.',
    ]);
  });

  it.each(['02:00', '02:30', '02:59'])('is refused when it comes twice: %s', (time) => {
    expect(refusal(`2026-10-25 ${time}`)).toEqual([
      `The clocks in Europe/Tirane go back over 2026-10-25 ${time}, so that time occurs twice.`,
      `Say which one: 2026-10-25 ${time}+02:00 or 2026-10-25 ${time}+01:00.`,
    ]);
  });
});

describe('a time with its offset', () => {
  it.each([
    ['2026-10-25 02:30+02:00', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00', '2026-10-25'],
    ['2026-10-25 02:30+01:00', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00', '2026-10-25'],
    ['2021-03-09T14:30Z', '2021-03-09T14:30:00Z', '2021-03-09T15:30:00+01:00', '2021-03-09'],
    ['2021-03-09T14:30-05:00', '2021-03-09T19:30:00Z', '2021-03-09T20:30:00+01:00', '2021-03-09'],
    ['2021-12-31T23:30Z', '2021-12-31T23:30:00Z', '2022-01-01T00:30:00+01:00', '2022-01-01'],
  ])('is read in the newsroom’s zone: %s', (text, at, iso, day) => {
    expect(readMoment(text, zone)).toEqual({ at: Date.parse(at), iso, day });
  });
});

describe('a text that names no moment', () => {
  it.each([
    '2021-02-31',
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2021-03-09 24:00',
    '2021-03-09T24:00Z',
    '2021-03-09 14:60',
    '2021-02-31T14:30Z',
    '2021-03-09T14:30+25:00',
  ])('is refused as impossible: %s', (text) => {
    expect(refusal(text)).toEqual([
      `“${text}” does not exist in the calendar.`,
      'Write a day and time that exist; months go from 01 to 12, hours from 00 to 23.',
    ]);
  });

  it.each([
    '03/09/2021',
    '2021',
    '2021-03',
    '9 March 2021',
    '2021-3-9',
    '21-03-09',
    '2021-03-09 2:30 PM',
    '2021-03-09 14:30 CET',
    '2021-03-09T14:30:15.5Z',
    '2021-12-31 23:59:60',
    '2021-12-31T23:59:60Z',
    '2021-03-09\n',
    '',
  ])('is refused as one that could be read two ways, or none: %s', (text) => {
    expect(refusal(text)).toEqual([
      `“${text}” is ambiguous, or not a date.`,
      'Write year, month and day with hyphens, such as 2021-03-09, or 2021-03-09 14:30 for a time.',
    ]);
  });
});
