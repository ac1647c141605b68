import { Objection } from '../desk/fault.ts';
import type { Failure } from './report.ts';

/** Errors of the system after which nothing more can be written. */
const ends = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/**
 * What to tell of an item, or a whole file, that could not be imported.
 * @param item what its source calls it, unless it is the file
 * @throws the error itself, when nothing more can be written after it
 */
export function failureOf(error: unknown, from: string, item?: string | undefined): Failure {
  if (ends.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  return { kind: 'failure', from, ...(item && { item }), ...reasonOf(error) };
}

function reasonOf(error: unknown): { problem: string; mend: string } {
  if (error instanceof Objection) return { problem: error.problem, mend: error.mend };
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError && /call stack/.test(message))
    return {
      problem: 'It is nested too deeply.',
      mend: 'No story is; ask the sender for another.',
    };
  if (code === 'ENOENT') return { problem: 'There is no such file.', mend: 'Correct its name.' };
  if (code === 'EISDIR') return { problem: 'This is a folder.', mend: 'Name the files in it.' };
  if (code)
    return { problem: `It cannot be read or written: ${message}.`, mend: 'Mend that first.' };
  return {
    problem: `The import has a fault that this item shows: ${name}: ${message}`,
    mend: 'Report it, with the item if you may. The others are not concerned.',
  };
}
