import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromStore, toStore } from '../../files/store.ts';
import type { Card } from './card.ts';
import { print } from './print.ts';

/** A card as a PNG: the one that is kept under its name, else printed now and kept. */
export async function printed(name: string, card: Card): Promise<Buffer> {
  const kept = fromStore('cards', name);
  if (kept) return kept;
  const png = await print(card);
  toStore('cards', name, png);
  return png;
}

/**
 * Lays cards out as files, those that are not there yet.
 * @param cards by the names of their files, without the ending
 */
export async function layCards(cards: Map<string, Card>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, card] of cards) {
    const file = join(folder, `${name}.png`);
    if (!existsSync(file)) writeFileSync(file, await printed(name, card));
  }
}
