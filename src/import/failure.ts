import { FixableError } from '../desk/problem.ts';

/** What could not be imported. */
export interface Failure {
  kind: 'failure';
  from: string;
  /** The item that could not be imported, by its name in the source; the whole file if unset. */
  item?: string;
  summary: string;
  fix: string;
}

/** System errors after which nothing more can be written. */
const ends = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/**
 * The report on an item, or a whole file, that could not be imported.
 * @param item the item's name in the source; undefined for the whole file
 * @throws the error itself, when nothing more can be written after it
 */
export function failureOf(error: unknown, from: string, item?: string | undefined): Failure {
  if (ends.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  return { kind: 'failure', from, ...(item && { item }), ...reasonOf(error) };
}

function reasonOf(error: unknown): { summary: string; fix: string } {
  if (error instanceof FixableError) return { summary: error.summary, fix: error.fix };
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError && /call stack/.test(message))
    return {
      summary: 'It is nested too deeply.',
      fix: 'Ask the sender for another copy.',
    };
  if (code === 'ENOENT') return { summary: 'There is no such file.', fix: 'Correct its name.' };
  if (code === 'EISDIR') return { summary: 'This is a folder.', fix: 'Name the files in it.' };
  if (code)
    return {
      summary: `It cannot be read or written: ${message}.`,
      fix: 'Fix that, and import again.',
    };
  return {
    summary: `The import has a bug that this item reveals: ${name}: ${message}`,
    fix: 'Report it, with the item if you may share it. Other items are not affected.',
  };
}
