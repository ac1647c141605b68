/**
 * What newspapers call the two Congos, by language; Unicode’s data (CLDR) tells them apart by their
 * capitals, “Congo - Kinshasa”.
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

/** Those whose usual name is the one that CLDR has for where there is little room: “Hong Kong SAR China”. */
const short = ['HK', 'MM', 'MO', 'PS'];

/** Two that share a name, which only what stands in brackets tells apart. */
const bracketed = ['MF', 'SX'];

/**
 * What a newspaper calls a country or territory.
 * @param language a BCP 47 tag
 * @param code of ISO 3166-1, in two letters, or CLDR’s own for Kosovo
 * @returns undefined where the language has no name for it
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
