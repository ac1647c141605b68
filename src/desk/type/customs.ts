/** How a language sets what typewriters have no keys for. */
export interface Customs {
  /** Opening and closing marks of a quotation, and of one within it. */
  quotes: { outer: [string, string]; inner: [string, string] };
  /** The dash between words, which stands between spaces. */
  dash: string;
  /** Where a line must not end: each expression finds the space that holds two words together. */
  held: RegExp[];
}

/** What follows a number closely in every language: symbols of units, and per cent. */
const symbols =
  /(?<=\d) (?=(?:km|m|cm|mm|kg|g|t|ha|l|km²|m²|km\/h|°C|°F|%|€|kW|MW|GW|kWh)(?![\p{L}\d]))/gu;

/** The names of the months as a language writes them within a date, to be used in an expression. */
function months(language: string): string {
  const name = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from(
    { length: 12 },
    (_, month) =>
      name.formatToParts(Date.UTC(2000, month, 1)).find(({ type }) => type === 'month')!.value,
  ).join('|');
}

const dayBefore = (language: string) =>
  new RegExp(`(?<=\\b\\d{1,2}\\.?) (?=(?:${months(language)})\\p{L}{0,2}(?!\\p{L}))`, 'giu');

/**
 * Languages whose customs are known here; in others only what is the same everywhere is set.
 * Quotation marks are those of the Unicode CLDR 48 (delimiters of each locale).
 */
const customs: Record<string, () => Customs> = {
  en: () => ({
    quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
    dash: '—',
    held: [
      symbols,
      /(?<=\d) (?=(?:million|billion|trillion|percent|a\.m\.|p\.m\.|AM|PM)(?!\p{L}))/gu,
      new RegExp(`(?<=(?<!\\p{L})(?:${months('en')})) (?=\\d{1,2}(?![\\d,]*\\d))`, 'gu'),
      dayBefore('en'),
      // A title, an initial or “No.” with what it belongs to.
      /(?<=(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|St|No|\p{Lu})\.) (?=[\p{Lu}\d])/gu,
    ],
  }),
  sq: () => ({
    quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
    dash: '–',
    held: [symbols, /(?<=\d) (?=(?:milion|miliard|mijë)(?:ë|a)?(?!\p{L}))/gu, dayBefore('sq')],
  }),
  sr: () => ({
    quotes: { outer: ['„', '”'], inner: ['’', '’'] },
    dash: '–',
    held: [
      symbols,
      /(?<=\d) (?=(?:хиљад|милион|милијард|hiljad|milion|milijard)\p{L}*)/gu,
      dayBefore('sr'),
      dayBefore('sr-Latn'),
      // A word of one letter leans on the next one.
      /(?<=(?:^|[\s„(])[аикосуAaIiKkOoSsUuАИКОСУ]) (?=\S)/gu,
    ],
  }),
  ar: () => ({
    quotes: { outer: ['”', '“'], inner: ['’', '‘'] },
    dash: '–',
    held: [symbols, dayBefore('ar')],
  }),
};

const known = new Map<string, Customs | undefined>();

/** @param language BCP 47 tag */
export function customsOf(language: string): Customs | undefined {
  const { language: base } = new Intl.Locale(language);
  if (!known.has(base)) known.set(base, customs[base]?.());
  return known.get(base);
}
