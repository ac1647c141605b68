import { monthsOf } from './months.ts';

/** A language’s rules for characters that keyboards do not have. */
export interface Customs {
  /** Opening and closing quotation marks, outer and inner; without them, marks stay as typed. */
  quotes?: { outer: [string, string]; inner: [string, string] };
  /** Contractions that begin with an apostrophe. */
  clipped?: RegExp;
  /** The end of a prefix that is joined to the quotation after it. */
  prefix?: RegExp;
  /** The dash between words, with spaces around it. */
  dash: string;
  /** Where a line must not break: each expression matches a space to make non-breaking. */
  held: RegExp[];
}

/** What stays with the number before it in every language: unit symbols and percent signs. */
const symbols =
  /(?<=\d) (?=(?:km|m|cm|mm|kg|g|t|ha|l|km²|m²|km\/h|°C|°F|%|€|kW|MW|GW|kWh)(?![\p{L}\d]))/gu;

/** Groups of digits in long numbers and telephone numbers: `3 000`, `+383 38 200 100`. */
const groups = [
  / (?=\d{3}(?!\d))(?<=(?<![\d.,])\d{1,3}(?: \d{3})* )/g,
  / (?=\d{1,4}(?!\d))(?<=(?<!\d)\+\d{1,4}(?:[ \u00a0-]\d{1,4})* )/g,
];

/** A symbol before its number: a currency or a section sign. */
const before = / (?=\d)(?<=[§€$£₤№] )/gu;

const dayBefore = (language: string) =>
  new RegExp(
    `(?<=\\b\\d{1,2}\\.?) (?=(?:${monthsOf(language).names})\\p{L}{0,2}(?!\\p{L}))`,
    'giu',
  );

/** Where no line breaks in any language. */
const everywhere = (language: string) => [symbols, ...groups, before, dayBefore(language)];

/**
 * The languages with rules of their own; others get only the general ones. Quotation marks are those of
 * Unicode CLDR 48 (delimiters of each locale).
 */
const customs: Record<string, () => Customs> = {
  en: () => ({
    quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
    dash: '—',
    clipped: /^(?:n(?=['’\s])|(?:em|tis|twas|twere|twill|twould|til|cos|nuff)(?!['’\p{L}]))/iu,
    held: [
      /(?<=\d) (?=(?:million|billion|trillion|percent|a\.m\.|p\.m\.|AM|PM)(?!\p{L}))/gu,
      new RegExp(`(?<=(?<!\\p{L})(?:${monthsOf('en').names})) (?=\\d{1,2}(?![\\d,]*\\d))`, 'gu'),
      // A title, an initial or “No.” stays with the word after it.
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
      // A one-letter word stays with the next word.
      /(?<=(?:^|[\s„(])[аикосуAaIiKkOoSsUuАИКОСУ]) (?=\S)/gu,
    ],
  }),
  ar: () => ({
    quotes: { outer: ['”', '“'], inner: ['’', '‘'] },
    dash: '–',
    // The prefixes for and, so, by, as, for; a tatweel may follow.
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
