const months = new Map<string, string[]>();

/** The long and short names of months in a language, as used in dates. */
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
 * Converts a date in words to its machine-readable form (HTML, 2.3.5: a year, a month or a day).
 * @param words such as `2008`, `March 2021`, `March 9, 2021`, `9. mars 2021` or `2021-03-09`
 * @param language the language of the month names, BCP 47
 * @returns undefined for anything else, such as a range of years
 */
export function dateOf(words: string, language: string): string | undefined {
  // Serbian writes a period after the year.
  const text = words.trim().toLowerCase().replace(/\.$/, '');
  const date = inDigits(text) ?? inWords(text, language);
  try {
    // Checks that the date exists, using the first day for a year or a month.
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
