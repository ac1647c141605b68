import { languageTag } from '../desk/schema/language.ts';
import type { Arrival, Found } from './arrival.ts';

/**
 * Leaves out of an arrival what it need not or cannot say of its language here: that it is in the
 * newsroom’s own, and an original that is not among the stories.
 * @param own the newsroom’s language, a BCP 47 tag
 * @param isHere whether there is a story with a mark
 */
export function settleLanguage(
  arrival: Arrival,
  own: string,
  isHere: (id: string) => boolean,
): void {
  const { translationOf } = arrival;
  const language = arrival.language && canonical(arrival.language);
  if (language) arrival.language = language;
  if (language && isOwn(language, own)) delete arrival.language;
  else if (language && !languageTag.safeParse(language.value).success) {
    delete arrival.language;
    arrival.lost.push({ what: 'language', text: language.value });
  }
  if (translationOf && !isHere(translationOf.value)) {
    delete arrival.translationOf;
    arrival.lost.push({ what: 'original in another language', text: translationOf.from ?? '' });
  }
}

/**
 * Whether a language is the newsroom’s own. What holds for a whole feed says little of the country: systems
 * write `en-us` until somebody sets it.
 */
function isOwn({ value, how }: Found, own: string): boolean {
  if (value === own || own.startsWith(`${value}-`)) return true;
  try {
    const [one, other] = [new Intl.Locale(value), new Intl.Locale(own)];
    // sr and sr-Cyrl mean the same, sr-Latn is written otherwise.
    if (one.minimize().baseName === other.minimize().baseName) return true;
    const isWrittenAlike = one.maximize().script === other.maximize().script;
    return how === 'guessed' && one.language === other.language && isWrittenAlike;
  } catch {
    return false;
  }
}

/** A tag in its common form, of one in any case, with underscores or with three letters (`ara`, `en_GB`). */
function canonical(language: Found): Found {
  try {
    const [value = language.value] = Intl.getCanonicalLocales(language.value.replaceAll('_', '-'));
    return value === language.value ? language : { ...language, value, from: language.value };
  } catch {
    return language;
  }
}
