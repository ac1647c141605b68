import { languageTag } from '../desk/schema/language.ts';
import type { Arrival } from './arrival.ts';

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
  const { language, translationOf } = arrival;
  if (language && (language.value === own || own.startsWith(`${language.value}-`)))
    delete arrival.language;
  else if (language && !languageTag.safeParse(language.value).success) {
    delete arrival.language;
    arrival.lost.push({ what: 'language', text: language.value });
  }
  if (translationOf && !isHere(translationOf.value)) {
    delete arrival.translationOf;
    arrival.lost.push({ what: 'original in another language', text: translationOf.from ?? '' });
  }
}
