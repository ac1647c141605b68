import sharp from 'sharp';
import { accent } from './manifest.ts';

/** The part of an icon’s side that stays visible on every platform that crops its corners. */
const kept = 0.8;

/**
 * The publication’s logo as PNG.
 * @param svg the logo
 * @param side in px
 * @param isWhole whether to fill the whole square, for platforms that crop their own shape from it
 * (https://www.w3.org/TR/appmanifest/#icon-masks)
 */
export async function icon(svg: Buffer, side: number, isWhole: boolean): Promise<Buffer> {
  const inner = isWhole ? Math.round(side * kept) : side;
  // At 72 dpi, one px of the SVG is one pixel; a higher density keeps the logo sharp at any size.
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
