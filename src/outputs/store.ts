import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is drawn and printed is kept in a folder that may be deleted at any time. */
const place = (kind: string, name: string) =>
  join(process.env.CACHE ?? '.cache', kind, name.slice(0, 2), name.slice(2));

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

/** What is kept under a name, or undefined when there is nothing or its file is damaged. */
export function fromStore(kind: 'cards' | 'maps', name: string): Buffer | undefined {
  try {
    const file = readFileSync(place(kind, name));
    const [kept, bytes] = [file.subarray(0, 32), file.subarray(32)];
    return kept.equals(digest(bytes)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something behind a digest of its bytes; a build that is killed meanwhile leaves no half of it. */
export function toStore(kind: 'cards' | 'maps', name: string, bytes: Buffer): void {
  const file = place(kind, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([digest(bytes), bytes]));
  renameSync(`${file}.${process.pid}`, file);
}
