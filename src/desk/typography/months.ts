interface Months {
  /** Their names within a date, as alternatives of a regular expression. */
  names: string;
  /** Whether a period is between day and month, `24. März`. */
  pointed: boolean;
}

const known = new Map<string, Months>();

/**
 * The months as a language writes them.
 * @param language BCP 47 tag
 */
export function monthsOf(language: string): Months {
  const months = known.get(language) ?? readMonths(language);
  known.set(language, months);
  return months;
}

function readMonths(language: string): Months {
  const date = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const dates = Array.from({ length: 12 }, (_, month) =>
    date.formatToParts(Date.UTC(2000, month, 1)),
  );
  const names = dates.map((parts) => parts.find(({ type }) => type === 'month')!.value);
  const [first = []] = dates;
  const day = first.findIndex(({ type }) => type === 'day');
  return {
    names: names.map(inflected).join('|'),
    pointed: first[day + 1]?.value.startsWith('.') === true && day === 0,
  };
}

/** A regular expression for a month’s name. Of Serbian months, CLDR has only the nominative: `децембар`, not `децембра`. */
function inflected(name: string): string {
  return name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/(?<=[bб])([aа])(?=[rр]$)/u, '$1?');
}
