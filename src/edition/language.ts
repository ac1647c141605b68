import { datesFor, type Dates } from './dates.ts';
import { wordsFor, type Words } from './words/words.ts';

/** A language that a page or a story is in, with all that the site says otherwise in another. */
export interface Language {
  /** BCP 47, `en-US` */
  tag: string;
  words: Words;
  dates: Dates;
  /** How it lists names. */
  list: Intl.ListFormat;
}

const languages = new Map<string, Language>();
const locales = new Map<string, Intl.Locale>();

/**
 * A language in a newsroom’s time zone. It is made once: a formatter costs a hundred times what using
 * it does.
 * @param tag BCP 47
 * @param timeZone IANA name
 */
export function languageFor(tag: string, timeZone: string): Language {
  const key = `${tag} ${timeZone}`;
  const known = languages.get(key) ?? {
    tag,
    words: wordsFor(tag),
    dates: datesFor(tag, timeZone),
    list: new Intl.ListFormat(tag),
  };
  languages.set(key, known);
  return known;
}

/** A language tag with the script and the territory that are most likely meant by it. */
export function likelyLocale(tag: string): Intl.Locale {
  const known = locales.get(tag) ?? new Intl.Locale(tag).maximize();
  locales.set(tag, known);
  return known;
}
