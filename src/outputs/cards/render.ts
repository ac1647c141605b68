import { hash } from 'node:crypto';
import type { MeasuredNode } from '@takumi-rs/core';
import type { Card } from './card.ts';
import { columnOf, frame, layout } from './layout.ts';
import { renderer, rendererDigest } from '../../raster/renderer.ts';

/** Possible font sizes of the main text, in px; the largest that fits is used. */
const sizes = [112, 100, 90, 80, 72, 64, 58, 52, 46, 40, 36];

/**
 * The largest font size of the main text at which all texts of a card fit its frame without breaking
 * words.
 * @returns px, or undefined if none fits
 */
export async function fittingSize(card: Card): Promise<number | undefined> {
  const to = await renderer();
  // Right-aligned text ends at the edge of the column, apart from rounding errors.
  const column = columnOf(card) + 1;
  for (const size of sizes) {
    const box = await to.measure(layout(card, size), { width: frame.width });
    // Only the text column is measured; the map’s labels have their own positions.
    const ends = lineEnds(box.children[0]!);
    if (box.height <= frame.height && ends.every((end) => end <= column)) return size;
  }
  return undefined;
}

/** The ends of all lines in a box, in px from the edge of the column. */
function lineEnds({ runs, children }: MeasuredNode): number[] {
  // A trailing space is invisible.
  const own = runs.flatMap(({ text, x, width }) => (text.trim() === '' ? [] : [x + width]));
  return [...own, ...children.flatMap(lineEnds)];
}

/** A card as PNG; without the headline if one of its words is wider than the card. */
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
 * The file name of a card: a digest of its text, its layout, the typefaces and the renderer’s version. A
 * card that looks different has another address, so that messengers fetch it again.
 */
export function nameOf(card: Card): string {
  const shown = JSON.stringify([rendererDigest(), sizes, layout(card, 0)]);
  return hash('sha256', shown).slice(0, 32);
}
