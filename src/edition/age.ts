import type { Moment } from '../desk/moment.ts';

/**
 * Whether something of a moment is more than a year old, in days of the newsroom’s calendar: from the
 * day after the anniversary on, and after a February 29 from March 1 on. It is never said too early,
 * and once true it stays so, whatever day the page is read on: the page needs no script to tell.
 * @param now milliseconds since 1970
 * @param timeZone IANA name of the newsroom’s zone
 */
export function agedBy(now: number, timeZone: string): (moment: Moment) => boolean {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const today = zoned.toPlainDate().toString();
  return ({ day }) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` < today;
}
