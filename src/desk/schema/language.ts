import { z } from 'astro/zod';

/** A BCP 47 language tag in its canonical form, which every browser knows. */
export const languageTag = z.string().refine(isTag, {
  error: 'is not a language tag',
  params: { fix: 'Write a BCP 47 tag, such as en-US, sq or ar.' },
});

function isTag(text: string): boolean {
  try {
    // A longer one is a language’s name, not its tag: `english`.
    return Intl.getCanonicalLocales(text)[0] === text && new Intl.Locale(text).language.length < 4;
  } catch {
    return false;
  }
}
