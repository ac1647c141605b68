import type { Moment } from '../../desk/moment.ts';
import type { Publication } from '../../desk/schema/publication.ts';
import { hasTime } from '../../edition/dates.ts';

/**
 * A moment as ninjs wants it, RFC 3339. It has no form for a day alone: that is written as its start
 * with the newsroom’s offset, and a time that happens to be midnight in UTC, so that whoever imports
 * it can tell the two apart.
 */
export function wireTime(moment: Moment, { timeZone }: Pick<Publication, 'timeZone'>): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment.at);
  if (!hasTime(moment))
    return instant
      .toZonedDateTimeISO(timeZone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return moment.iso.includes('T00:00:00') ? instant.toString() : moment.iso;
}
