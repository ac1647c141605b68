const iso =
  /^(?<day>\d{4}-\d{2}-\d{2}|\d{8})(?:[T ](?<time>\d{2}:?\d{2}(?::?\d{2})?)(?:[.,]\d+)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A moment as the desk reads it, of a time as formats of news and of the web write it: ISO 8601 in its
 * long and its short form (`20210309T143000Z`, as NITF has it) or RFC 822.
 * @returns `2021-03-09T14:30:00Z`, or `2021-03-09T14:30:00` when no zone was given, which the desk reads
 *   in the newsroom’s; a day when no time was given; nothing when it is no moment
 */
export function momentOf(text: string): string {
  const written = text.trim();
  const { day = '', time = '', offset } = iso.exec(written)?.groups ?? {};
  try {
    if (day) {
      const date = Temporal.PlainDate.from(day).toString();
      if (!time) return date;
      // Without the T, Node takes 0900 for a day of a year (findings/temporal-basic-time.sh).
      const local = Temporal.PlainTime.from(`T${time}`).toString({ smallestUnit: 'second' });
      return offset
        ? inUtc(Temporal.Instant.from(`${date}T${local}${offset}`))
        : `${date}T${local}`;
    }
    return ofRfc822(written);
  } catch {
    return '';
  }
}

/** The milliseconds of such a moment, for comparison; without a zone it counts as UTC. */
export function millisecondsOf(moment: string): number {
  return Date.parse(/T[\d:]+$/.test(moment) ? `${moment}Z` : moment);
}

/** A day with its month’s name in it, in either order, or an ISO time with the name of a zone. */
const named =
  /\d\s+[a-z]{3,9}\.?,?\s+\d{2,4}\b|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}\b|^\d{4}-\d{2}-\d{2} \d{2}:\d{2}.* [A-Z]{1,4}$/i;

function ofRfc822(text: string): string {
  if (!named.test(text)) return '';
  const hasZone = /(?:\b[A-Z]{1,4}|[+-]\d{4})(?:\s*\(.*\))?$/.test(text);
  // Without a zone, a machine’s own would decide.
  const at = Date.parse(hasZone ? text : `${text} UTC`);
  if (Number.isNaN(at)) return '';
  const moment = inUtc(Temporal.Instant.fromEpochMilliseconds(at));
  if (!text.includes(':')) return moment.slice(0, 10);
  return hasZone ? moment : moment.slice(0, -1);
}

const inUtc = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' });
