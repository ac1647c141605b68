import { monthsOf } from './months.ts';

/** How a language sets what typewriters have no keys for. */
export interface Customs {
  /** Opening and closing marks of a quotation, and of one within it; where they are unknown they stay. */
  quotes?: { outer: [string, string]; inner: [string, string] };
  /** Words that begin with an apostrophe for what they leave out. */
  clipped?: RegExp;
  /** The end of what is written together with a quotation after it. */
  prefix?: RegExp;
  /** The dash between words, which stands between spaces. */
  dash: string;
  /** Where a line must not end: each expression finds the space that holds two words together. */
  held: RegExp[];
}

/** What follows a number closely in every language: symbols of units, and per cent. */
const symbols =
  /(?<=\d) (?=(?:km|m|cm|mm|kg|g|t|ha|l|km²|m²|km\/h|°C|°F|%|€|kW|MW|GW|kWh)(?![\p{L}\d]))/gu;

/** Groups of a long number, and the parts of one that is dialled: `3 000`, `+383 38 200 100`. */
const groups = [
  / (?=\d{3}(?!\d))(?<=(?<![\d.,])\d{1,3}(?: \d{3})* )/g,
  / (?=\d{1,4}(?!\d))(?<=(?<!\d)\+\d{1,4}(?:[ \u00a0-]\d{1,4})* )/g,
];

/** A sign before its number: of a currency, of a paragraph. */
const before = / (?=\d)(?<=[§€$£₤№] )/gu;

const dayBefore = (language: string) =>
  new RegExp(
    `(?<=\\b\\d{1,2}\\.?) (?=(?:${monthsOf(language).names})\\p{L}{0,2}(?!\\p{L}))`,
    'giu',
  );

/** Where no line ends in any language. */
const everywhere = (language: string) => [symbols, ...groups, before, dayBefore(language)];

/**
 * Languages whose customs are known here; in others only what is the same everywhere is set.
 * Quotation marks are those of the Unicode CLDR 48 (delimiters of each locale).
 */
const customs: Record<string, () => Customs> = {
  en: () => ({
    quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
    dash: '—',
    clipped: /^(?:n(?=['’\s])|(?:em|tis|twas|twere|twill|twould|til|cos|nuff)(?!['’\p{L}]))/iu,
    held: [
      /(?<=\d) (?=(?:million|billion|trillion|percent|a\.m\.|p\.m\.|AM|PM)(?!\p{L}))/gu,
      new RegExp(`(?<=(?<!\\p{L})(?:${monthsOf('en').names})) (?=\\d{1,2}(?![\\d,]*\\d))`, 'gu'),
      // A title, an initial or “No.” with what it belongs to.
      /(?<=(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|St|No|\p{Lu})\.) (?=[\p{Lu}\d])/gu,
    ],
  }),
  sq: () => ({
    quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
    dash: '–',
    held: [/(?<=\d) (?=(?:milion|miliard|mijë)(?:ë|a)?(?!\p{L}))/gu],
  }),
  sr: () => ({
    quotes: { outer: ['„', '”'], inner: ['’', '’'] },
    dash: '–',
    held: [
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
    // And, so, by, as, for, with the stroke that may draw them out.
    prefix: /(?:^|[\s(«])(?:[وف]?[بكل]?ـ?|[وفبكل]ال)$|ـ$/u,
    held: [],
  }),
};

const known = new Map<string, Customs>();

/** @param language BCP 47 tag */
export function customsOf(language: string): Customs {
  const found = known.get(language) ?? readCustoms(language);
  known.set(language, found);
  return found;
}

function readCustoms(language: string): Customs {
  const own = customs[new Intl.Locale(language).language]?.() ?? { dash: '–', held: [] };
  return { ...own, held: [...everywhere(language), ...own.held] };
}
