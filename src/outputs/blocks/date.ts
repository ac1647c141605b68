const months = new Map<string, string[]>();

/** The names of the months in a language, long and short, as they stand in a date. */
function monthsOf(language: string): string[] {
  const known = months.get(language);
  if (known) return known;
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(Date.UTC(2000, at, 1));
      return parts
        .find(({ type }) => type === 'month')!
        .value.toLowerCase()
        .replace(/\.$/, '');
    });
  });
  months.set(language, names);
  return names;
}

/**
 * A date in words as machines read it (HTML, 2.3.5: a year, a month or a day).
 * @param words such as `2008`, `March 2021`, `March 9, 2021`, `9. mars 2021` or `2021-03-09`
 * @param language whose names of months they are, BCP 47
 * @returns undefined when they are something else, such as a span of years
 */
export function dateOf(words: string, language: string): string | undefined {
  // Serbian writes a point after the year.
  const text = words.trim().toLowerCase().replace(/\.$/, '');
  const date = inDigits(text) ?? inWords(text, language);
  try {
    // A year is its first day, and a month is its first.
    if (date)
      Temporal.PlainDate.from(date + '-01-01'.slice(date.length - 4), { overflow: 'reject' });
    return date;
  } catch {
    return undefined;
  }
}

function inDigits(text: string): string | undefined {
  return /^[12]\d{3}(?:-\d\d(?:-\d\d)?)?$/.exec(text)?.[0];
}

function inWords(text: string, language: string): string | undefined {
  const parts =
    /^(?:(?<first>\d{1,2})\.?\s+)?(?<name>\p{L}+)\.?\s+(?:(?<second>\d{1,2}),?\s+)?(?<year>[12]\d{3})$/u.exec(
      text,
    )?.groups;
  const month = parts ? monthsOf(language).indexOf(parts['name']!) : -1;
  if (!parts || month < 0 || (parts['first'] && parts['second'])) return undefined;
  const day = parts['first'] ?? parts['second'];
  return [parts['year']!, `${(month % 12) + 1}`, ...(day ? [day] : [])]
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
