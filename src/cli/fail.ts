import type { Fault } from '../desk/fault.ts';
import { asDraftNotes } from './report.ts';
import { saySystemError } from './system-error.ts';

/**
 * Ends the command with what an editor has to know: a refusal or an objection as it is, an error of the system in
 * a sentence, anything else in full.
 * @param code the exit code: 1 for something to mend in the content, 2 for anything else where a
 *   command tells the two apart
 */
export function fail(error: unknown, code = 1): never {
  const refused = error instanceof Error && ['Refusal', 'Objection'].includes(error.name);
  const sentence = refused ? error.message : saySystemError(error);
  console.error(sentence === undefined ? error : `\n${sentence}`);
  const notes = refused && 'warnings' in error ? asDraftNotes(error.warnings as Fault[]) : '';
  if (notes) console.error(`\n${notes}`);
  process.exit(code);
}

/** What comes of some work; ends the command where that throws. */
export function orFail<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    return fail(error);
  }
}
