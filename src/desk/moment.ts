import { FixableError } from './problem.ts';

/** A point in time as a newsroom means it: a day, or a time of a day. */
export interface Moment {
  /** Milliseconds since 1970 (UTC). A day counts from its start in the newsroom's zone. */
  at: number;
  /** ISO 8601: `2021-03-09`, or `2021-03-09T14:30:00+01:00` where the time is known. */
  iso: string;
  /** The calendar day in the newsroom's zone, `2021-03-09`. */
  day: string;
}

const form =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::[0-5]\d)?)(?<offset>Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads a date (`2021-03-09`), a time in the newsroom's zone (`2021-03-09 14:30`) or a time with
 * its offset (`2021-03-09T14:30+01:00`).
 * @param timeZone IANA name of the newsroom's zone, `Europe/Tirane`
 * @throws {FixableError} when the text has another form, the day or time does not exist, or it occurs
 *   twice because the clocks go back
 */
export function readMoment(text: string, timeZone: string): Moment {
  const { day, time, offset } = form.exec(text)?.groups ?? {};
  if (!day)
    throw new FixableError(
      `“${text}” is ambiguous, or not a date.`,
      'Write year, month and day with hyphens, such as 2021-03-09, or 2021-03-09 14:30 for a time.',
    );
  try {
    if (!time) return ofDay(Temporal.PlainDate.from(day), timeZone);
    if (offset) {
      const instant = Temporal.Instant.from(`${day}T${time}${offset}`);
      return ofTime(instant.toZonedDateTimeISO(timeZone));
    }
    return ofTime(inZone(Temporal.PlainDateTime.from(`${day}T${time}`), timeZone));
  } catch (error) {
    if (error instanceof FixableError) throw error;
    throw new FixableError(
      `“${text}” does not exist in the calendar.`,
      'Write a day and time that exist; months go from 01 to 12, hours from 00 to 23.',
    );
  }
}

function ofDay(date: Temporal.PlainDate, timeZone: string): Moment {
  const day = date.toString();
  return { at: date.toZonedDateTime(timeZone).epochMilliseconds, iso: day, day };
}

function ofTime(zoned: Temporal.ZonedDateTime): Moment {
  return {
    at: zoned.epochMilliseconds,
    iso: zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    day: zoned.toPlainDate().toString(),
  };
}

/** Twice a year the clocks change: one hour does not exist, another comes twice. */
function inZone(local: Temporal.PlainDateTime, timeZone: string): Temporal.ZonedDateTime {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier;
  const written = local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  if (earlier.toPlainDateTime().equals(local))
    throw new FixableError(
      `The clocks in ${timeZone} go back over ${written}, so that time occurs twice.`,
      `Say which one: ${written}${earlier.offset} or ${written}${later.offset}.`,
    );
  throw new FixableError(
    `The clocks in ${timeZone} go forward over ${written}, so that time does not exist.`,
    'Write the time that the clocks showed.',
  );
}
