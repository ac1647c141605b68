import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Which files of a folder are listed. */
interface Choice {
  /** Whether to leave out a file or a whole folder, by its name without the path. */
  isLeftOut?: (name: string) => boolean;
  /** Receives the path of every symbolic link. */
  onLink?: (path: string) => void;
}

/**
 * The files in a folder and its subfolders, sorted, as relative paths with `/`. A link counts as the file
 * to which it points; broken links, such as the lock files of editors, are ignored. Node’s own recursive
 * reading takes half as long again.
 * @throws {Error} if there is no such folder
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
