import { basename, dirname } from 'node:path';
import slugify from '@sindresorhus/slugify';

/** In characters; longer addresses are hard to read out. */
const longest = 60;

/**
 * A story’s slug, from its headline: in lowercase Latin letters, cut after a word.
 * @param language BCP 47 tag; it decides whether ö becomes oe, as in German, or o
 * @returns an empty string if the headline’s script cannot be transliterated, as with Chinese
 */
export function slugOf(headline: string, language: string): string {
  // A currency sign would become a letter before the amount: €5 would read e5.
  const words = headline.normalize('NFKC').replace(/\p{Sc}/gu, ' ');
  const { language: locale } = new Intl.Locale(language);
  const slug = slugify(words, { decamelize: false, locale });
  // The slug of 日本 2026 must not be 2026.
  if (/\p{L}/u.test(words) && !/[a-z]/.test(slug)) return '';
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf('-', longest);
  return slug.slice(0, end > 0 ? end : longest);
}

/**
 * The first free name of name, name-2, name-3 and so on.
 * @param isFree whether a name is free
 */
export function firstFree(slug: string, isFree: (slug: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? slug : `${slug}-${number}`;
    if (isFree(name)) return name;
  }
}

/** A story’s slug from its file: `…/a-name/index.md` and `…/a-name.md` are both `a-name`. */
export function slugIn(file: string): string {
  return basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');
}
