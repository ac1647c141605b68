import { inspect } from 'node:util';
import type { Problem } from '../desk/problem.ts';
import { visible, visibleLines } from '../desk/visible.ts';
import { asDraftNotes } from '../desk/report.ts';
import { saySystemError } from './system-error.ts';

/**
 * Ends the command with what an editor has to know: an error of the content, or one with its fix, as it is; an
 * error of the system in a sentence; anything else in full.
 * @param code the exit code: 1 for something to fix in the content, 2 for anything else where a
 *   command tells the two apart
 */
export function fail(error: unknown, code = 1): never {
  console.error(said(error));
  const isRefusal = error instanceof Error && error.name === 'ContentError' && 'warnings' in error;
  const notes = isRefusal ? asDraftNotes(error.warnings as Problem[]) : '';
  if (notes) console.error(`\n${notes}`);
  process.exit(code);
}

/** What it quotes of the content must not steer the terminal, nor begin a line. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return visibleLines(String(error));
  if (error.name === 'FixableError') return `\n${visible(error.message)}`;
  if (error.name === 'ContentError') return `\n${error.message}`;
  const sentence = saySystemError(error);
  return visibleLines(sentence === undefined ? inspect(error) : `\n${sentence}`);
}

/** What comes of some work; ends the command where that throws. */
export function orFail<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    return fail(error);
  }
}
