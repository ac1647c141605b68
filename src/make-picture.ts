import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Window } from './outputs/crop.ts';

/** How a picture is to be made; sizes in px. */
export interface Wanted {
  xmp?: string | undefined;
  /** The part of its source that it shows; without one, all of it. */
  crop?: Window | undefined;
  width?: number | undefined;
  height?: number | undefined;
  format: 'avif' | 'webp' | 'jpg';
}

/**
 * How each format is encoded. An effort of 4, which sharp takes of itself, makes AVIF up to a seventh
 * smaller for seven times the work; WebP and JPEG are here as good to look at as that AVIF.
 */
export const encoders = {
  avif: { quality: 50, effort: 2 },
  webp: { quality: 75 },
  jpg: { quality: 75, mozjpeg: true },
};

/**
 * Makes a picture that carries the XMP it is given, and of its source nothing else.
 * @param original the source’s bytes or its file
 * @throws {Error} when sharp cannot make it
 */
export function makePicture(
  original: Uint8Array | string,
  { xmp, crop, width, height, format }: Wanted,
): Promise<Uint8Array> {
  const picture = sharp(original, { failOn: 'none' }).autoOrient();
  if (crop) picture.extract(crop);
  picture.resize({ width, height, withoutEnlargement: true });
  if (xmp) picture.withXmp(xmp);
  return picture.toFormat(format === 'jpg' ? 'jpeg' : format, encoders[format]).toBuffer();
}

/**
 * The length in bytes of a picture that Astro will publish, which makes pictures only after all
 * pages. So it is made now and laid where Astro keeps the pictures of former builds (`cacheDir` in
 * astro.config.mjs) and looks before it makes one. What lies there under a name is what is published
 * under it, so the length is true whatever made it.
 * @param address of the picture; its name is a digest of the source and of how it is made
 */
export async function madeLength(
  address: string,
  original: string,
  wanted: Wanted,
): Promise<number> {
  const file = join(
    process.env.CACHE ?? '.cache',
    'astro/assets',
    decodeURIComponent(basename(address)),
  );
  const kept = statSync(file, { throwIfNoEntry: false });
  if (kept) return kept.size;
  const data = await makePicture(original, wanted);
  // Renamed when it is whole: a build that is killed leaves no half of a picture.
  const whole = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(whole, data);
  renameSync(whole, file);
  return data.length;
}
