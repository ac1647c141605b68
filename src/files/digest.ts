import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './walk.ts';

/**
 * A digest of files, their names included: of code and what it hangs on, so that what was made by other
 * code is made again.
 * @param paths files, and folders with all that is in them, from the folder where the command runs
 * @param others what counts beside them, such as a version
 */
export function digestOf(paths: string[], ...others: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(others));
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory() ? filesIn(path).map((name) => join(path, name)) : [path],
  );
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('base64url');
}
