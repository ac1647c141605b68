import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Card } from './card.ts';
import { print } from './print.ts';

/** Printed cards are kept in a folder that may be deleted at any time. */
const place = (name: string) =>
  join(process.env.CACHE ?? '.cache', 'cards', name.slice(0, 2), name.slice(2));

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

/** A card as a PNG: the one that is kept under its name, else printed now and kept. */
export async function printed(name: string, card: Card): Promise<Buffer> {
  const kept = fromStore(name);
  if (kept) return kept;
  const png = await print(card);
  toStore(name, png);
  return png;
}

/**
 * Lays cards out as files.
 * @param cards by the names of their files, without the ending
 */
export async function layCards(cards: Map<string, Card>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, card] of cards)
    writeFileSync(join(folder, `${name}.png`), await printed(name, card));
}

/** The card kept under a name, or undefined when there is none or its file is damaged. */
function fromStore(name: string): Buffer | undefined {
  try {
    const file = readFileSync(place(name));
    const [kept, png] = [file.subarray(0, 32), file.subarray(32)];
    return kept.equals(digest(png)) ? png : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a card behind a digest of its bytes; a build that is killed meanwhile leaves no half of one. */
function toStore(name: string, png: Buffer): void {
  const file = place(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([digest(png), png]));
  renameSync(`${file}.${process.pid}`, file);
}
