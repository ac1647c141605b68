import { closest } from 'fastest-levenshtein';

/**
 * The known word nearest to what an editor wrote.
 * @param known each word that is right, with other spellings by which an editor may know it
 * @returns the right word, or undefined when none is known
 */
export function nearest(written: string, known: Map<string, string[]>): string | undefined {
  const byForm = new Map<string, string>();
  for (const [word, others] of known)
    for (const form of [word, ...others]) byForm.set(form.toLowerCase(), word);
  return byForm.get(closest(written.toLowerCase(), [...byForm.keys()]));
}
