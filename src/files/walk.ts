import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files in a folder and all below it, by their paths within it with `/` between, in order. Node’s
 * own recursive reading takes half as long again.
 * @throws {Error} when there is no such folder
 */
export function filesIn(folder: string): string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true }))
      if (entry.isDirectory()) walk(`${below}${entry.name}/`);
      else if (entry.isFile()) found.push(below + entry.name);
  };
  walk('');
  return found.sort();
}
