import type { Moment } from '../../desk/moment.ts';
import type { Publication } from '../../desk/schema/publication.ts';
import { hasTime } from '../../edition/dates.ts';

/**
 * A moment in RFC 3339, as ninjs requires, which has no format for a date alone. A date is written as its
 * start with the newsroom’s offset. A time that happens to be midnight is written in UTC, so that
 * importers can tell the two apart.
 */
export function wireTime(moment: Moment, { timeZone }: Pick<Publication, 'timeZone'>): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment.at);
  if (!hasTime(moment))
    return instant
      .toZonedDateTimeISO(timeZone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return moment.iso.includes('T00:00:00') ? instant.toString() : moment.iso;
}
