import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Kind = 'cards' | 'faces' | 'texts' | 'maps' | 'pictures';

/** Where something is kept: in a folder that may be deleted at any time. */
export const placeOf = (kind: Kind, name: string) =>
  join(process.env.CACHE ?? '.cache', kind, name.slice(0, 2), name.slice(2));

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

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
  const file = placeOf(kind, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([digest(bytes), bytes]));
  renameSync(`${file}.${process.pid}`, file);
}
