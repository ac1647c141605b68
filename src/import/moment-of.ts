const iso =
  /^(?<day>\d{4}-\d{2}-\d{2}|\d{8})(?:[T ](?<time>\d{2}:?\d{2}(?::?\d{2})?)(?:[.,]\d+)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Converts a time of news and web formats to one that the desk reads: ISO 8601 in its extended or basic form
 * (`20210309T143000Z`, in NITF), or RFC 822.
 * @returns `2021-03-09T14:30:00Z`; `2021-03-09T14:30:00` if it has no zone, which the desk reads in the
 *   newsroom’s; a day if it has no time; an empty string if it is not a time
 */
export function momentOf(text: string): string {
  const written = text.trim();
  const { day = '', time = '', offset } = iso.exec(written)?.groups ?? {};
  try {
    if (day) {
      const date = Temporal.PlainDate.from(day).toString();
      if (!time) return date;
      // Without the T, Node reads 0900 as a day of the year (findings/temporal-basic-time.sh).
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

/** Such a time in milliseconds, for comparison; without a zone it counts as UTC. */
export function millisecondsOf(moment: string): number {
  return Date.parse(/T[\d:]+$/.test(moment) ? `${moment}Z` : moment);
}

/** A date with the name of its month, in either order, or an ISO time with the name of a zone. */
const named =
  /\d\s+[a-z]{3,9}\.?,?\s+\d{2,4}\b|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}\b|^\d{4}-\d{2}-\d{2} \d{2}:\d{2}.* [A-Z]{1,4}$/i;

function ofRfc822(text: string): string {
  if (!named.test(text)) return '';
  const hasZone = /(?:\b[A-Z]{1,4}|[+-]\d{4})(?:\s*\(.*\))?$/.test(text);
  // Without a zone, Date.parse() would use the machine’s.
  const at = Date.parse(hasZone ? text : `${text} UTC`);
  if (Number.isNaN(at)) return '';
  const moment = inUtc(Temporal.Instant.fromEpochMilliseconds(at));
  if (!text.includes(':')) return moment.slice(0, 10);
  return hasZone ? moment : moment.slice(0, -1);
}

const inUtc = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' });
