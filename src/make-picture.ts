import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';

/** How a picture is to be made; sizes in px. */
export interface Wanted {
  xmp: string;
  width?: number | undefined;
  height?: number | undefined;
  format: 'avif' | 'webp' | 'jpg';
}

/**
 * Makes a picture that carries XMP, and of its source nothing else.
 * @param original the source’s bytes or its file
 * @throws {Error} when sharp cannot make it
 */
export function makePicture(
  original: Uint8Array | string,
  { xmp, width, height, format }: Wanted,
): Promise<Uint8Array> {
  return sharp(original, { failOn: 'none' })
    .autoOrient()
    .resize({ width, height, withoutEnlargement: true })
    .toFormat(format === 'jpg' ? 'jpeg' : format)
    .withXmp(xmp)
    .toBuffer();
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
