const lists = new Map<string, Intl.ListFormat>();
const locales = new Map<string, Intl.Locale>();

/** How a language lists names; made once, which costs more than using it a thousand times. */
export function listFormat(language: string): Intl.ListFormat {
  const known = lists.get(language) ?? new Intl.ListFormat(language);
  lists.set(language, known);
  return known;
}

/** A language tag with the script and the territory that are most likely meant by it. */
export function likelyLocale(language: string): Intl.Locale {
  const known = locales.get(language) ?? new Intl.Locale(language).maximize();
  locales.set(language, known);
  return known;
}
