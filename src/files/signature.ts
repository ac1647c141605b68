import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shows whether a file may have changed. */
export interface FileSignature {
  /** The size in bytes and the times of change, as text to compare. */
  text: string;
  /** The last change of its bytes or of its metadata, in ms since 1970. */
  changed: number;
}

/**
 * A file’s signature, or undefined if there is no such file. It includes the change time (ctime), which
 * nobody can set. So a file of the same size that replaces another and keeps its modification time is
 * noticed.
 */
export function signatureOf(file: string): FileSignature | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const { size, mtimeMs, ctimeMs } = stat;
  return { text: `${size} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}

/**
 * The coarsest resolution of file times, in ms: FAT counts in steps of two seconds. A file that changed
 * within this time before it was read may change again without new times.
 */
const exactness = 2000;

/**
 * Checks signatures that are taken later: returns whether the file last changed long enough before this
 * call that any further change would show in its times. Times are compared by the clock of the file
 * system.
 * @param folder where a temporary file may be created to read that clock
 */
export function settledFromNow(folder: string): (signature: FileSignature) => boolean {
  const file = join(folder, `clock.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, '');
  const { mtimeMs: now } = statSync(file);
  rmSync(file);
  return ({ changed }) => changed <= now - exactness;
}
