import type { Moment } from '../desk/moment.ts';

/** How dates are written in a language and the newsroom’s time zone. */
export interface Dates {
  /**
   * `March 9, 2021`, and with a time `March 9, 2021 at 2:30 PM Central European Time`; without the
   * name of the zone where the clocks of the language’s country show the same.
   */
  long(moment: Moment): string;
  /** `March 2021` of the month `2021-03`. */
  month(yearAndMonth: string): string;
  /** RFC 822 with a four-digit year and the newsroom’s offset, as RSS 2.0 wants it. */
  rfc822(moment: Moment): string;
}

/**
 * @param language BCP 47 tag
 * @param timeZone IANA name
 */
export function datesFor(language: string, timeZone: string): Dates {
  // Making a formatter costs a hundred times what using it does.
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...(isOnHomeClocks(language, timeZone)
      ? {}
      : { timeZoneName: zoneNameFor(language, timeZone) }),
    timeZone,
  });
  const month = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const mail = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
    timeZone,
  });
  return {
    long: (moment) => (hasTime(moment) ? time : day).format(moment.at),
    month: (yearAndMonth) => month.format(new Date(`${yearAndMonth}-01T00:00:00Z`)),
    rfc822(moment) {
      const part = Object.fromEntries(
        mail.formatToParts(moment.at).map(({ type, value }) => [type, value]),
      );
      // RFC 822 knows three letters; British English writes “Sept”.
      const name = part['month']?.slice(0, 3);
      const offset = part['timeZoneName']?.replace(/^GMT$/, '+0000').replace(/GMT|:/g, '');
      return `${part['weekday']}, ${part['day']} ${name} ${part['year']} ${part['hour']}:${part['minute']}:${part['second']} ${offset}`;
    },
  };
}

/** A winter and a summer day: two zones with the same offsets on both have the same clocks. */
const days = ['2026-01-01T12:00Z', '2026-07-01T12:00Z'].map((day) => Temporal.Instant.from(day));

/** Of a language of no country, such as Esperanto, ICU lists zones that Temporal does not know. */
const known = new Set(Intl.supportedValuesOf('timeZone'));

const clockOf = (timeZone: string) =>
  days.map((day) => day.toZonedDateTimeISO(timeZone).offset).join();

/**
 * Whether readers of a language take a time for their own and are right: in its country, the likely one
 * where the tag names none (UTS 35, likely subtags), clocks are as in the newsroom. In a country with
 * more than two times, such as the United States, a time means little without its zone.
 */
function isOnHomeClocks(language: string, timeZone: string): boolean {
  const tag = new Intl.Locale(language);
  // ICU knows no zones of Kosovo (XK), whose code is no official one: then those of the language.
  const zones = [tag, new Intl.Locale(tag.language)]
    .map((one) => (one.maximize().getTimeZones() ?? []).filter((zone) => known.has(zone)))
    .find(({ length }) => length > 0);
  const clocks = new Set(zones?.map(clockOf));
  return clocks.size <= 2 && clocks.has(clockOf(timeZone));
}

/** How a zone is named so that readers know it: in words, or as UTC and its offsets are. */
function zoneNameFor(language: string, timeZone: string): 'longGeneric' | 'short' {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' });
  const name = parts.formatToParts(days[0]!.epochMilliseconds).find(isZoneName)?.value ?? '';
  return /\p{Nd}/u.test(name) ? 'short' : 'longGeneric';
}

const isZoneName = ({ type }: Intl.DateTimeFormatPart) => type === 'timeZoneName';

/** Whether a moment says a time, or the day only. */
export function hasTime({ iso }: Moment): boolean {
  return iso.includes('T');
}
