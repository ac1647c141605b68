import { afterEach, describe, expect, it } from 'vitest';
import { readMoment } from '../../src/desk/moment.ts';
import { datesFor, hasTime } from '../../src/edition/dates.ts';

const zone = 'Europe/Tirane';
const dates = datesFor('en-US', zone);
const moment = (text: string, timeZone = zone) => readMoment(text, timeZone);

const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

describe('a long date', () => {
  it.each([
    ['2021-03-09', 'March 9, 2021'],
    ['2021-03-09 14:30', 'March 9, 2021 at 2:30 PM Central European Time'],
    ['2021-07-09 00:05', 'July 9, 2021 at 12:05 AM Central European Time'],
    ['2021-12-31T23:30Z', 'January 1, 2022 at 12:30 AM Central European Time'],
  ])('of %s is in the newsroom’s language and zone', (text, long) => {
    expect(dates.long(moment(text))).toBe(long);
  });

  it.each([
    // Clocks of the country that the language names.
    ['pt-PT', 'Europe/Lisbon', '9 de julho de 2021 às 14:30'],
    ['sq', 'Europe/Belgrade', '9 korrik 2021 në 2:30 m.d.'],
    ['sq-XK', 'Europe/Belgrade', '9 korrik 2021 në 14:30'],
    ['sr', 'Europe/Belgrade', '9. јул 2021. 14:30'],
    ['en-GB', 'Europe/London', '9 July 2021 at 14:30'],
    // Other clocks, or several.
    ['en-GB', 'Europe/Lisbon', '9 July 2021 at 14:30'],
    ['en-IE', 'Europe/Tirane', '9 July 2021 at 14:30 Central European Time'],
    ['pt', 'Europe/Lisbon', '9 de julho de 2021 às 14:30 Horário da Europa Ocidental'],
    ['en-US', 'America/New_York', 'July 9, 2021 at 2:30 PM Eastern Time'],
    ['eo', 'Europe/Tirane', '2021-Julio-9 je 14:30 centreŭropa tempo'],
    ['en-US', 'UTC', 'July 9, 2021 at 2:30 PM UTC'],
    ['ar', 'Europe/Tirane', '9 يوليو 2021 في 2:30 م توقيت وسط أوروبا'],
  ])('in %s and the zone %s names the zone where readers need it', (language, zone, long) => {
    expect(datesFor(language, zone).long(moment('2021-07-09 14:30', zone))).toBe(long);
  });

  it('is in another language when the publication is', () => {
    expect(datesFor('de', zone).long(moment('2021-03-09'))).toBe('9. März 2021');
  });
});

it('a month has its name and year', () => {
  expect(dates.month('2021-03')).toBe('March 2021');
  expect(datesFor('en-US', 'Pacific/Honolulu').month('2022-01')).toBe('January 2022');
});

describe('a date of RFC 822', () => {
  it.each([
    ['UTC', '2021-03-09', 'Tue, 09 Mar 2021 00:00:00 +0000'],
    ['UTC', '2021-09-01 14:30:05', 'Wed, 01 Sep 2021 14:30:05 +0000'],
    [zone, '2026-03-29 01:59', 'Sun, 29 Mar 2026 01:59:00 +0100'],
    [zone, '2026-03-29 03:00', 'Sun, 29 Mar 2026 03:00:00 +0200'],
    [zone, '2026-10-25 02:30+02:00', 'Sun, 25 Oct 2026 02:30:00 +0200'],
    [zone, '2026-10-25 02:30+01:00', 'Sun, 25 Oct 2026 02:30:00 +0100'],
    ['America/New_York', '2021-07-04 23:59', 'Sun, 04 Jul 2021 23:59:00 -0400'],
    ['Asia/Kolkata', '2021-07-04', 'Sun, 04 Jul 2021 00:00:00 +0530'],
  ])('in %s of %s', (timeZone, text, mail) => {
    expect(datesFor('en-US', timeZone).rfc822(moment(text, timeZone))).toBe(mail);
  });

  it('has three letters for every month, in English whatever the language', () => {
    const months = Array.from({ length: 12 }, (_, index) => {
      const day = moment(`2021-${String(index + 1).padStart(2, '0')}-15`);
      return datesFor('sq', zone).rfc822(day).split(' ')[2];
    });
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  });

  it('names the moment that was meant', () => {
    const { at } = moment('2026-10-25 02:30+01:00');
    expect(Date.parse(dates.rfc822(moment('2026-10-25 02:30+01:00')))).toBe(at);
  });
});

it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
  'are the same on a machine in %s',
  (place) => {
    process.env.TZ = place;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(place);
    const here = datesFor('en-US', zone);
    const evening = moment('2021-12-31T23:30Z');
    expect(here.long(moment('2021-03-09'))).toBe('March 9, 2021');
    expect(here.long(evening)).toBe('January 1, 2022 at 12:30 AM Central European Time');
    expect(here.rfc822(evening)).toBe('Sat, 01 Jan 2022 00:30:00 +0100');
    expect(here.month('2021-03')).toBe('March 2021');
  },
);

it('tells a day from a time', () => {
  expect(hasTime(moment('2021-03-09'))).toBe(false);
  expect(hasTime(moment('2021-03-09 00:00'))).toBe(true);
});
