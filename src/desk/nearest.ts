import { closest, distance } from 'fastest-levenshtein';

/**
 * The known word nearest to what an editor wrote.
 * @param known each word that is right, with other spellings by which an editor may know it
 * @returns the right word, or undefined when none is known
 */
export function nearest(written: string, known: Map<string, string[]>): string | undefined {
  const byForm = new Map<string, string>();
  for (const [word, others] of known)
    for (const form of [word, ...others]) byForm.set(formOf(form), word);
  return byForm.get(closest(formOf(written), [...byForm.keys()]));
}

/** Unicode has two forms of accented letters: macOS long wrote one, keyboards write the other. */
const formOf = (word: string) => word.normalize('NFC').toLowerCase();

/** Whether one word is probably the other with a typo: a third of the letters may differ. */
export const isNear = (written: string, near: string): boolean =>
  distance(formOf(written), formOf(near)) <= near.length / 3;

/** The difference between two names that look alike to an editor; empty if they look different. */
export function unlike(written: string, near: string): string {
  if (written === near || formOf(written) !== formOf(near)) return '';
  return written.normalize('NFC') === near.normalize('NFC')
    ? 'It looks the same, but its accents are encoded differently (Unicode NFD and NFC): rename the file without accents, and write that name here.'
    : 'Case matters: write it exactly like that.';
}
