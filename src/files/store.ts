import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inCache } from './cache-folder.ts';
import { writeWhole } from './write-whole.ts';

type Kind = 'cards' | 'faces' | 'texts' | 'maps' | 'pictures';

/** The path of a cached item. */
export const placeOf = (kind: Kind, name: string) => inCache(kind, name.slice(0, 2), name.slice(2));

const digest = (bytes: Buffer) => hash('sha256', bytes, 'buffer');

/** The cached item of a name, or undefined if there is none or its file is damaged. */
export function fromStore(kind: Kind, name: string): Buffer | undefined {
  try {
    const file = readFileSync(placeOf(kind, name));
    const [kept, bytes] = [file.subarray(0, 32), file.subarray(32)];
    return kept.equals(digest(bytes)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Caches an item, preceded by a digest of its bytes. An interrupted build leaves no partial file. */
export function toStore(kind: Kind, name: string, bytes: Buffer): void {
  writeWhole(placeOf(kind, name), Buffer.concat([digest(bytes), bytes]));
}
