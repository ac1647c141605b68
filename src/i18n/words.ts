import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { numbersFor, type Numbers } from './numbers.ts';
import { sq } from './sq.ts';
import { sr } from './sr.ts';

const tables: Record<string, (numbers: Numbers) => Words> = { en, sq, sr, ar };

/**
 * Whether the site has words of its own in a language.
 * @param tag BCP 47
 */
export const hasWords = (tag: string): boolean => new Intl.Locale(tag).language in tables;

/**
 * The site’s own words in a language.
 * @param tag BCP 47; of `ar-EG` the language decides which words, and the region which digits
 * @returns English for a language that has no table
 */
export function wordsFor(tag: string): Words {
  const table = tables[new Intl.Locale(tag).language];
  return table ? table(numbersFor(tag)) : en(numbersFor('en'));
}
