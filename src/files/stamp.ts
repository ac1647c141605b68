import { statSync } from 'node:fs';

/**
 * What tells whether a file may have changed: its size in bytes, and the times of the last change of its
 * bytes and of all that the system knows of it, in ms since 1970. Nobody can set the second: it gives
 * away a file of the same size that was put there with the time of the old one.
 * @throws {Error} when there is no such file
 */
export function stampOf(file: string): string {
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}
