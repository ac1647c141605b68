import type { ProblemText, Place } from './problem.ts';

/** Where Git leaves a conflict: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented */
const edge = /^(?:<{7}|>{7})(?: .*)?$/m;
const region = /^<{7}(?: .*)?\n[^]*?(?:^>{7}(?: .*)?$|$(?![^]))/gm;

/**
 * The first sign of an unresolved merge in a text; the line of equals signs between the sides is none, since
 * Markdown has a heading above it.
 */
export function findConflict(text: string): (Place & ProblemText) | undefined {
  const index = text.search(edge);
  if (index < 0) return undefined;
  return {
    line: text.slice(0, index).split('\n').length,
    column: 1,
    summary: 'A merge was left unresolved here: Git’s marks of the two sides are in the file.',
    fix: 'Resolve the merge: keep what is right of both sides, and delete the lines of <<<<<<<, ======= and >>>>>>>.',
  };
}

/** What of a text is the same on both sides. */
export const withoutConflicts = (text: string): string => text.replaceAll(region, '');

/** What of a text the two sides have each in its own way. */
export const conflictsIn = (text: string): string => (text.match(region) ?? []).join('\n');
