/**
 * The newspaper names of the two Congos, by language. Unicode’s data (CLDR) distinguishes them by their
 * capitals: “Congo - Kinshasa”.
 */
const congos: Record<string, Record<string, string>> = {
  CD: {
    ar: 'الكونغو الديمقراطية',
    de: 'DR Kongo',
    en: 'DR Congo',
    es: 'RD Congo',
    fr: 'RD Congo',
    it: 'RD del Congo',
    nl: 'DR Congo',
    pl: 'DR Konga',
    pt: 'RD Congo',
    ru: 'ДР Конго',
    sq: 'RD e Kongos',
    sr: 'ДР Конго',
    uk: 'ДР Конго',
  },
  CG: {
    ar: 'جمهورية الكونغو',
    de: 'Republik Kongo',
    en: 'Republic of Congo',
    es: 'República del Congo',
    fr: 'République du Congo',
    it: 'Repubblica del Congo',
    nl: 'Republiek Congo',
    pl: 'Republika Konga',
    pt: 'República do Congo',
    ru: 'Республика Конго',
    sq: 'Republika e Kongos',
    sr: 'Република Конго',
    uk: 'Республіка Конго',
  },
};

/** Countries whose usual name is CLDR’s short one: its long one is “Hong Kong SAR China”. */
const short = ['HK', 'MM', 'MO', 'PS'];

/** Two countries with the same name; only the words in parentheses distinguish them. */
const bracketed = ['MF', 'SX'];

/**
 * The newspaper name of a country or territory.
 * @param language a BCP 47 tag
 * @param code its two-letter code of ISO 3166-1, or CLDR’s own for Kosovo
 * @returns undefined when the language has no name for it
 */
export function countryName(language: string, code: string): string | undefined {
  const locale = new Intl.Locale(language).maximize();
  const isLatinSerbian = locale.language === 'sr' && locale.script === 'Latn';
  const congo = isLatinSerbian ? undefined : congos[code]?.[locale.language];
  if (congo) return congo;
  const style = short.includes(code) ? 'short' : 'long';
  const name = new Intl.DisplayNames(language, { type: 'region', style }).of(code);
  if (name === undefined || name === code) return undefined;
  const bare = bracketed.includes(code) ? name : name.replace(/\s*[(（].*[)）]$/, '');
  const joined = bare.replace(' - ', '-');
  return locale.language === 'en' ? joined.replace(' & ', ' and ') : joined;
}
