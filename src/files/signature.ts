import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What tells whether a file may have changed. */
export interface FileSignature {
  /** Its size in bytes and when it was changed, in words to compare. */
  text: string;
  /** The last change of its bytes, or of what the system knows of it, in ms since 1970. */
  changed: number;
}

/**
 * A file’s signature, or undefined when there is no such file. Nobody can set the second of the two times in
 * it, which gives away a file of the same size that was put there with the time of the old one.
 */
export function signatureOf(file: string): FileSignature | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const { size, mtimeMs, ctimeMs } = stat;
  return { text: `${size} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}

/**
 * In ms, how exact the times of files are, at least: FAT counts in steps of two seconds. What had been
 * changed no longer before it was read may have been changed again since, and its times be the same.
 */
const exactness = 2000;

/**
 * What tells whether a signature that is taken later is only of what is read from now on, by the clock that
 * dates files.
 * @param folder in which a file may be made to read that clock
 */
export function settledFromNow(folder: string): (signature: FileSignature) => boolean {
  const file = join(folder, `clock.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, '');
  const { mtimeMs: now } = statSync(file);
  rmSync(file);
  return ({ changed }) => changed <= now - exactness;
}
