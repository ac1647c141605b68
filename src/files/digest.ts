import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from './walk.ts';

const isLeftOut = (name: string) => name === 'node_modules';

/**
 * A digest of files with their names, but not their folders. It covers code and its dependencies, so that
 * results of other code are rebuilt. Installed packages are not included, because the lockfile states
 * their versions.
 * @param paths files, and folders with everything in them
 * @param others other inputs, such as a version
 * @throws {Error} if a path does not exist
 */
export function digestOf(paths: string[], ...others: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(others));
  const add = (name: string, file: string) =>
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  for (const path of paths)
    if (!statSync(path).isDirectory()) add(basename(path), path);
    else for (const name of filesIn(path, { isLeftOut })) add(name, join(path, name));
  return hash.digest('base64url');
}
