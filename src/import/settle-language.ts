import { languageTag } from '../desk/schema/language.ts';
import type { ImportedStory, Found } from './imported-story.ts';

/**
 * Removes language settings from an imported story that are unnecessary or invalid here: the newsroom’s own
 * language, and an original that is not among the stories.
 * @param own the newsroom’s language, a BCP 47 tag
 * @param isHere whether there is a story with an id
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
 * Whether a language is the newsroom’s own. The language of a whole feed says little about the country:
 * systems write `en-us` by default.
 */
function isOwn({ value, how }: Found, own: string): boolean {
  if (value === own || own.startsWith(`${value}-`)) return true;
  try {
    const [one, other] = [new Intl.Locale(value), new Intl.Locale(own)];
    // sr and sr-Cyrl are the same; sr-Latn is another script.
    if (one.minimize().baseName === other.minimize().baseName) return true;
    const isWrittenAlike = one.maximize().script === other.maximize().script;
    return how === 'guessed' && one.language === other.language && isWrittenAlike;
  } catch {
    return false;
  }
}

/** The canonical form of a tag that may have any case, underscores or three letters (`ara`, `en_GB`). */
function canonical(language: Found): Found {
  try {
    const [value = language.value] = Intl.getCanonicalLocales(language.value.replaceAll('_', '-'));
    return value === language.value ? language : { ...language, value, from: language.value };
  } catch {
    return language;
  }
}
