import { existsSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Reads a file that came with the imported file, only from the folder of that file: an address must not
 * reach other files. An address from the root, as Ghost writes it, is relative to that folder.
 * @param address a path, perhaps percent-encoded
 * @param source the file that the story came in
 * @param largest the size limit, in bytes
 * @returns its bytes, or why it could not be read
 */
export async function copyFrom(
  address: string,
  source: string,
  largest: number,
): Promise<Uint8Array | string> {
  const home = realpathSync(dirname(source));
  const file = [address, decoded(address)]
    .map((path) => (path.startsWith('/') ? join(home, path) : resolve(home, path)))
    .find((path) => existsSync(path));
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || !file) return 'there is no file at its address';
  const way = relative(home, realpathSync(file));
  if (way.startsWith('..') || resolve(way) === way || way.split(sep).includes('..'))
    return 'its address is outside the folder of the imported file';
  if (statSync(file).size > largest) return `it is larger than ${largest / 1024 ** 2} MB`;
  return readFile(file);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
