import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
} from 'node:fs';
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

/**
 * Moves all that is in one folder into another on the same disk, in place of files of the same name there;
 * a folder that is not there yet is moved as one.
 */
export function moveAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory() && existsSync(target)) moveAll(source, target);
    else renameSync(source, target);
  }
  rmdirSync(from);
}
