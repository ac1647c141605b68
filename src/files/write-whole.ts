import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file in one step: an interrupted command leaves the old file or the new one, never a partial
 * file. Creates the folder if it is missing.
 * @throws {Error} if it cannot be written; then the old file stays
 */
export function writeWhole(file: string, data: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(unfinished, data);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
