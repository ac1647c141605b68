import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inCache } from '../files/cache-folder.ts';
import { filesIn } from '../files/walk.ts';
import type { Files } from './files.ts';

/** The cache of finished shards. */
const indexCache = () => inCache('search');

/** Lists all other files of a shard, with their sizes and times. */
const seal = 'seal';

/** The folder of a cached shard, or undefined if there is none or one of its files is damaged. */
export function fromShelf(name: string): string | undefined {
  const folder = join(indexCache(), name);
  try {
    return readFileSync(join(folder, seal), 'utf8') === sealOf(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Caches a shard; an interrupted build leaves no partial shard.
 * @returns its folder
 */
export function toShelf(name: string, files: Files): string {
  const folder = join(indexCache(), name);
  const unfinished = `${folder}.${process.pid}`;
  for (const damaged of [folder, unfinished]) rmSync(damaged, { recursive: true, force: true });
  writeFiles(files, unfinished);
  writeFileSync(join(unfinished, seal), sealOf(unfinished));
  renameSync(unfinished, folder);
  return folder;
}

/**
 * Deletes all other shards from the cache: shards are as large as all texts, and each new story creates
 * one.
 */
export function clearShelf(used: Set<string>): void {
  mkdirSync(indexCache(), { recursive: true });
  for (const name of readdirSync(indexCache()))
    if (!used.has(name)) rmSync(join(indexCache(), name), { recursive: true });
}

/** Writes files to a folder and creates it. */
export function writeFiles(files: Files, folder: string): void {
  makeFolders(files.keys(), folder);
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
}

function makeFolders(paths: Iterable<string>, folder: string): void {
  for (const name of new Set([...paths].map((path) => dirname(path))))
    mkdirSync(join(folder, name), { recursive: true });
}

function sealOf(folder: string): string {
  const others = filesIn(folder).filter((path) => path !== seal);
  const lines = others.map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path));
    return `${path} ${size} ${mtimeMs}\n`;
  });
  return lines.join('');
}
