import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marker } from '../hosting/built-site.ts';

const head = 'Made by a build of the newsroom, which will replace this folder. It made:\n';

/** Marks a finished site as the output of a build and lists its top-level files and folders. */
export function markAsBuilt(folder: string): void {
  write(
    folder,
    readdirSync(folder).filter((name) => name !== marker),
  );
}

/**
 * Adds top-level files that were created for a host after the build.
 * @param before the files and folders that existed before
 */
export function markAsReady(folder: string, before: string[]): void {
  const own = builtNames(folder);
  if (own) write(folder, [...own, ...readdirSync(folder).filter((name) => !before.includes(name))]);
}

const write = (folder: string, names: string[]) =>
  writeFileSync(
    join(folder, marker),
    head +
      [...new Set(names)]
        .filter(Boolean)
        .sort()
        .map((name) => `${name}\n`)
        .join(''),
  );

/**
 * The top-level files and folders that a build created; undefined if the folder is not the output of a
 * build.
 */
export function builtNames(folder: string): Set<string> | undefined {
  try {
    const text = readFileSync(join(folder, marker), 'utf8');
    return text.startsWith(head) ? new Set(text.slice(head.length).split('\n')) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a folder looks like the output of an older version, which left no marker. */
export const isBuiltBefore = (folder: string) =>
  ['index.html', '404.html', 'wire.json', 'llms.txt', '_astro'].every((name) =>
    existsSync(join(folder, name)),
  );
