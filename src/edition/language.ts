import { datesFor, type Dates } from './dates.ts';
import { hasWords, wordsFor } from '../i18n/words.ts';
import type { Words } from '../i18n/en.ts';

/** A language that a page or a story is in, with all that the site says otherwise in another. */
export interface Language {
  /** BCP 47, `en-US` */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** What it calls itself, as a link begins: `English`, `Shqip`. */
  name: string;
  words: Words;
  /**
   * The attributes of an element with such words: they are English where the language has none of its
   * own (WCAG 2.2, 3.1.2).
   */
  wordsIn: { lang?: string };
  /** The attributes of an element with text of the language inside of one with such words. */
  textIn: { lang?: string };
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
    dir: directionOf(tag),
    name: ownName(tag),
    words: wordsFor(tag),
    ...(hasWords(tag)
      ? { wordsIn: {}, textIn: {} }
      : { wordsIn: { lang: 'en' }, textIn: { lang: tag } }),
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

/**
 * The attributes of an element in another language than that around it, so that it is read out, set
 * and broken rightly; none where both are one, whatever their regions. Languages are BCP 47 tags.
 */
export function langOf(own: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return isOne(likelyLocale(own), likelyLocale(around)) ? {} : { lang: own, dir: directionOf(own) };
}

const directionOf = (tag: string) => new Intl.Locale(tag).getTextInfo().direction ?? 'ltr';

function isOne(one: Intl.Locale, other: Intl.Locale): boolean {
  return one.language === other.language && one.script === other.script;
}

/** A region says nothing to who chooses a language; a script, where it is written, does. */
function ownName(tag: string): string {
  const { language, script } = new Intl.Locale(tag);
  const plain = script === undefined ? language : `${language}-${script}`;
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(plain) ?? tag;
  return name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(tag));
}
