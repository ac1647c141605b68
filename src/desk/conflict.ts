import type { ProblemText, Place } from './problem.ts';

/** Where Git leaves a conflict: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented */
const edge = /^(?:<{7}|>{7})(?: .*)?$/m;
const region = /^<{7}(?: .*)?\n[^]*?(?:^>{7}(?: .*)?$|$(?![^]))/gm;

/**
 * The first sign of an unresolved merge in a text. The line of equals signs between the sides does not
 * count: in Markdown it makes a heading.
 */
export function findConflict(text: string): (Place & ProblemText) | undefined {
  const index = text.search(edge);
  if (index < 0) return undefined;
  return {
    line: text.slice(0, index).split('\n').length,
    column: 1,
    summary: 'This file has an unresolved merge conflict.',
    fix: 'Resolve it: keep what is right on both sides, and delete the lines of <<<<<<<, ======= and >>>>>>>.',
  };
}

/** The part of a text that is the same on both sides. */
export const withoutConflicts = (text: string): string => text.replaceAll(region, '');

/** The parts of a text in which the two sides differ. */
export const conflictsIn = (text: string): string => (text.match(region) ?? []).join('\n');
