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

/** Letters with accents have two forms in Unicode, of which macOS long wrote one and keyboards the other. */
const formOf = (word: string) => word.normalize('NFC').toLowerCase();

/** Whether one of two words is probably the other with a typing error in it: a third of the letters may differ. */
export const isNear = (written: string, near: string): boolean =>
  distance(formOf(written), formOf(near)) <= near.length / 3;

/** What an editor cannot see of two names that look alike; empty where they do not. */
export function unlike(written: string, near: string): string {
  if (written === near || formOf(written) !== formOf(near)) return '';
  return written.normalize('NFC') === near.normalize('NFC')
    ? 'It looks the same, but its accents are stored in another way (Unicode’s NFD and NFC): rename the file without accents, and write that name here.'
    : 'Capital and small letters count: write it just so.';
}
