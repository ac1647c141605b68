import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { filesIn } from './walk.ts';

/**
 * Lays files of one folder into another, by their paths within it: as links where that can be done, for
 * to copy as many as there are stories takes forty times as long.
 * @throws {Error} when a file is not there
 */
export function layFiles(names: Iterable<string>, from: string, to: string): void {
  const made = new Set<string>();
  for (const name of names) {
    const place = `${to}/${name}`;
    const parent = dirname(place);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    try {
      linkSync(`${from}/${name}`, place);
    } catch {
      copyFileSync(`${from}/${name}`, place);
    }
  }
}

/** Lays all files of one folder into another. */
export const layAll = (from: string, to: string) => layFiles(filesIn(from), from, to);
