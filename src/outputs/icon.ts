import sharp from 'sharp';
import { accent } from './manifest.ts';

/** Of a whole icon’s side, what every platform leaves when it cuts the corners off. */
const kept = 0.8;

/**
 * The publication’s mark as a PNG.
 * @param svg the mark
 * @param side in px
 * @param isWhole fills the square to its corners, for platforms that cut their own shape out of it
 *   (https://www.w3.org/TR/appmanifest/#icon-masks)
 */
export async function icon(svg: Buffer, side: number, isWhole: boolean): Promise<Buffer> {
  const inner = isWhole ? Math.round(side * kept) : side;
  // The mark is drawn at 72 dots an inch; drawn at more it is as sharp at any size.
  const { width = inner } = await sharp(svg).metadata();
  const mark = sharp(svg, { density: Math.max(72, (72 * inner) / width) }).resize(inner, inner);
  if (!isWhole) return mark.png().toBuffer();
  const before = Math.floor((side - inner) / 2);
  const after = side - inner - before;
  return mark
    .extend({ top: before, left: before, bottom: after, right: after, background: accent })
    .flatten({ background: accent })
    .png()
    .toBuffer();
}
