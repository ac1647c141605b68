import { FixableError } from '../desk/problem.ts';

/**
 * The moment for which the site is built, in milliseconds since 1970: `NEWSROOM_CLOCK` (ISO 8601
 * with an offset), else now. The only place that looks at the clock; the first look decides for
 * the whole process, so that no two parts of a build can disagree.
 * @throws {FixableError} when NEWSROOM_CLOCK names no moment
 */
export function newsroomClock(): number {
  const set = (process.env.NEWSROOM_CLOCK ||= new Date().toISOString());
  try {
    return Temporal.Instant.from(set).epochMilliseconds;
  } catch {
    throw new FixableError(
      `NEWSROOM_CLOCK is “${set}”, which is not a date or time.`,
      'Write a time with its offset, such as 2026-11-23T12:00:00Z.',
    );
  }
}
