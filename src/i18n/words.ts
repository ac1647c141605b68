import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { numbersFor, type Numbers } from './numbers.ts';
import { sq } from './sq.ts';
import { sr } from './sr.ts';

const tables: Record<string, (numbers: Numbers) => Words> = { en, sq, sr, ar };

/** Whether the site has its own texts in a language. */
export const hasWords = (tag: string): boolean => new Intl.Locale(tag).language in tables;

/**
 * The site’s own texts in a language.
 * @param tag BCP 47; for `ar-EG`, the language determines the texts and the region the digits
 * @returns English for a language without a table
 */
export function wordsFor(tag: string): Words {
  const table = tables[new Intl.Locale(tag).language];
  return table ? table(numbersFor(tag)) : en(numbersFor('en'));
}
