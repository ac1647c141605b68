import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What of a folder counts. */
interface Choice {
  /** Whether a file, or a folder with all that is in it, is left out, by its bare name. */
  isLeftOut?: (name: string) => boolean;
  /** Is told the path of every symbolic link. */
  onLink?: (path: string) => void;
}

/**
 * The files in a folder and all below it, by their paths within it with `/` between, in order. A link
 * counts as the file that it leads to; one that leads nowhere, as editors leave them, is none. Node’s own
 * recursive reading takes half as long again.
 * @throws {Error} when there is no such folder
 */
export function filesIn(folder: string, { isLeftOut, onLink }: Choice = {}): string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (isLeftOut?.(entry.name)) continue;
      const path = below + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (entry.isFile()) found.push(path);
      else if (entry.isSymbolicLink()) {
        onLink?.(path);
        if (statSync(join(folder, path), { throwIfNoEntry: false })?.isFile()) found.push(path);
      }
    }
  };
  walk('');
  return found.sort();
}
