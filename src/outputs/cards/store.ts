import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromStore, toStore } from '../../files/store.ts';
import type { Card } from './card.ts';
import { render } from './render.ts';

/** A card as a PNG: the one that is kept under its name, else rendered now and kept. */
export async function cardPng(name: string, card: Card): Promise<Buffer> {
  const kept = fromStore('cards', name);
  if (kept) return kept;
  const png = await render(card);
  toStore('cards', name, png);
  return png;
}

/**
 * Puts cards out as files of a site.
 * @param cards by the names of their files, without the ending
 * @param isThere whether a file is there already, by its path below the front page
 */
export async function writeCards(
  cards: Map<string, Card>,
  site: string,
  isThere: (path: string) => boolean,
): Promise<void> {
  mkdirSync(join(site, 'cards'), { recursive: true });
  for (const [name, card] of cards) {
    const path = `cards/${name}.png`;
    if (!isThere(path)) writeFileSync(join(site, path), await cardPng(name, card));
  }
}
