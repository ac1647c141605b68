import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inCache } from './cache-folder.ts';
import { writeWhole } from './write-whole.ts';

type Kind = 'cards' | 'faces' | 'texts' | 'maps' | 'pictures';

/** Where something is kept: in a folder that may be deleted at any time. */
export const placeOf = (kind: Kind, name: string) => inCache(kind, name.slice(0, 2), name.slice(2));

const digest = (bytes: Buffer) => hash('sha256', bytes, 'buffer');

/** What is kept under a name, or undefined when there is nothing or its file is damaged. */
export function fromStore(kind: Kind, name: string): Buffer | undefined {
  try {
    const file = readFileSync(placeOf(kind, name));
    const [kept, bytes] = [file.subarray(0, 32), file.subarray(32)];
    return kept.equals(digest(bytes)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something behind a digest of its bytes; a build that is killed meanwhile leaves no half of it. */
export function toStore(kind: Kind, name: string, bytes: Buffer): void {
  writeWhole(placeOf(kind, name), Buffer.concat([digest(bytes), bytes]));
}
