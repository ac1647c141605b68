import { statSync } from 'node:fs';

/** What tells whether a file may have changed. */
export interface Stamp {
  /** Its size in bytes and when it was changed, in words to compare. */
  text: string;
  /** The last change of its bytes, or of what the system knows of it, in ms since 1970. */
  changed: number;
}

/**
 * A file’s stamp, or undefined when there is no such file. Nobody can set the second of the two times in
 * it, which gives away a file of the same size that was put there with the time of the old one.
 */
export function stampOf(file: string): Stamp | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const { size, mtimeMs, ctimeMs } = stat;
  return { text: `${size} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}
