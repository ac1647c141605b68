import { createHash } from 'node:crypto';
import type { MeasuredNode } from '@takumi-rs/core';
import type { Card } from './card.ts';
import { columnOf, frame, layout } from './layout.ts';
import { renderer, rendererDigest } from '../../raster/renderer.ts';

/** How large the leading text may be, in px: the first that fits. A short one is big, none is tiny. */
const sizes = [112, 100, 90, 80, 72, 64, 58, 52, 46, 40, 36];

/**
 * The largest size of the leading text at which all texts of a card stay in its frame, with every
 * word whole.
 * @returns px, or undefined when none does
 */
export async function fittingSize(card: Card): Promise<number | undefined> {
  const to = await renderer();
  // Texts set from the right end at the column’s side but for rounding.
  const column = columnOf(card) + 1;
  for (const size of sizes) {
    const box = await to.measure(layout(card, size), { width: frame.width });
    // The map beside the texts has its words in places of their own.
    const ends = lineEnds(box.children[0]!);
    if (box.height <= frame.height && ends.every((end) => end <= column)) return size;
  }
  return undefined;
}

/** Where the lines of all texts in a box end, in px from the side of the column. */
function lineEnds({ runs, children }: MeasuredNode): number[] {
  // A space at the end of a line has no width to a reader.
  const own = runs.flatMap(({ text, x, width }) => (text.trim() === '' ? [] : [x + width]));
  return [...own, ...children.flatMap(lineEnds)];
}

/** A card as a PNG; without its headline where a word of that is wider than the card. */
export async function render(card: Card): Promise<Buffer> {
  const to = await renderer();
  const { headline: _, ...others } = card;
  const size = await fittingSize(card);
  const tree = size
    ? layout(card, size)
    : layout(others, (await fittingSize(others)) ?? sizes.at(-1)!);
  return to.render(tree, { ...frame, format: 'png' });
}

/**
 * The name of a card’s file: a digest of its words, how they are laid out, the faces’ bytes and the
 * renderer’s version. A card that looks different has another address, and messengers fetch it.
 */
export function nameOf(card: Card): string {
  const shown = JSON.stringify([rendererDigest(), sizes, layout(card, 0)]);
  return createHash('sha256').update(shown).digest('hex').slice(0, 32);
}
