import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marker } from '../hosting/built-site.ts';

const head = 'Made by a build of the newsroom, which will replace this folder. It made:\n';

/** Writes into a finished site that a build made it, and what lies at its top. */
export function markAsBuilt(folder: string): void {
  write(
    folder,
    readdirSync(folder).filter((name) => name !== marker),
  );
}

/**
 * Adds to that what was made at its top for a host, after the build.
 * @param before what lay there before
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

/** What a build made at the top of a folder; undefined where none made the folder. */
export function builtNames(folder: string): Set<string> | undefined {
  try {
    const text = readFileSync(join(folder, marker), 'utf8');
    return text.startsWith(head) ? new Set(text.slice(head.length).split('\n')) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a folder looks like a site that was built when builds left no marker. */
export const isBuiltBefore = (folder: string) =>
  ['index.html', '404.html', 'wire.json', 'llms.txt', '_astro'].every((name) =>
    existsSync(join(folder, name)),
  );
