import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from './walk.ts';

const isLeftOut = (name: string) => name === 'node_modules';

/**
 * A digest of files, with their names but not where they lie: of code and what it hangs on, so that what
 * was made by other code is made again. Installed packages do not count: the lockfile says which they are.
 * @param paths files, and folders with all that is in them
 * @param others what counts beside them, such as a version
 * @throws {Error} when one is not there
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
