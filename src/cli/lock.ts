import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Holds a file as a sign that this process is at work, until it ends. A sign left by a process that
 * was killed counts for nothing.
 * @throws {Error} when another process is at work
 */
export function lock(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' });
  } catch {
    const other = Number(readFileSync(file, 'utf8'));
    if (isRunning(other))
      throw new Error(`Another build is at work (process ${other}). Wait until it ends.`);
    writeFileSync(file, `${process.pid}`);
  }
  process.once('exit', () => rmSync(file, { force: true }));
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 reaches nobody; it only tells whether there is somebody to reach.
    return id > 0 && process.kill(id, 0);
  } catch {
    return false;
  }
}
