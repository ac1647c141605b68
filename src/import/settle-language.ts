import { languageTag } from '../desk/schema/language.ts';
import type { ImportedStory, Found } from './imported-story.ts';

/**
 * Leaves out of an imported story what it need not or cannot say of its language here: that it is in the
 * newsroom’s own, and an original that is not among the stories.
 * @param own the newsroom’s language, a BCP 47 tag
 * @param isHere whether there is a story with a mark
 */
export function settleLanguage(
  imported: ImportedStory,
  own: string,
  isHere: (id: string) => boolean,
): void {
  const { translationOf } = imported;
  const language = imported.language && canonical(imported.language);
  if (language) imported.language = language;
  if (language && isOwn(language, own)) delete imported.language;
  else if (language && !languageTag.safeParse(language.value).success) {
    delete imported.language;
    imported.lost.push({ what: 'language', text: language.value });
  }
  if (translationOf && !isHere(translationOf.value)) {
    delete imported.translationOf;
    imported.lost.push({ what: 'original in another language', text: translationOf.from ?? '' });
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
