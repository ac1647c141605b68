import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromStore, toStore } from '../../files/store.ts';
import type { Card } from './card.ts';
import { render } from './render.ts';

/** A card as PNG, from the cache or rendered and cached now. */
export async function cardPng(name: string, card: Card): Promise<Buffer> {
  const kept = fromStore('cards', name);
  if (kept) return kept;
  const png = await render(card);
  toStore('cards', name, png);
  return png;
}

/**
 * Writes cards as files of a site.
 * @param cards cards by file name without the extension
 * @param isThere whether a file already exists, by its path relative to the front page
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
