import { z } from 'astro/zod';

/** A language tag of BCP 47 in its common form, that every browser knows. */
export const languageTag = z.string().refine(isTag, {
  error: 'is not a language tag',
  params: { fix: 'Write it as BCP 47 has it, such as en-US, sq or ar.' },
});

function isTag(text: string): boolean {
  try {
    // What is longer is a name of a language and no tag, as `english` is.
    return Intl.getCanonicalLocales(text)[0] === text && new Intl.Locale(text).language.length < 4;
  } catch {
    return false;
  }
}
