import { hash } from 'node:crypto';
import sharp from 'sharp';
import { isBareP3, withP3Profile } from './display-p3.ts';
import { fromStore, toStore } from '../../files/store.ts';
import type { Window } from '../../outputs/crop.ts';
import { colours } from '../../maps/colours.ts';

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
 * What shows through a transparent picture: paper by day, in the dark theme too, for charts and logos are
 * drawn in dark ink. Formats without transparency have black there if nobody says otherwise.
 */
export const ground = colours.light.paper;

/**
 * Makes a picture that carries the XMP it is given, and of its source nothing else.
 * @param original the source’s bytes or its file
 * @throws {Error} when sharp cannot make it
 */
export async function makePicture(
  original: Uint8Array | string,
  { xmp, crop, width, height, format }: Wanted,
): Promise<Uint8Array> {
  const sized = sharp(original, { failOn: 'none' }).autoOrient();
  if (crop) sized.extract(crop);
  sized.resize({ width, height, withoutEnlargement: true });
  const picture = (await isBareP3(original)) ? await withP3Profile(sized) : sized;
  picture.flatten({ background: ground });
  if (xmp) picture.withXmp(xmp);
  return picture.toFormat(format === 'jpg' ? 'jpeg' : format, encoders[format]).toBuffer();
}

/**
 * A picture for a build: the one that an earlier build kept, else made now and kept. Astro’s own cache is
 * not used (see src/integration/build.ts): it may hold half a file, and publishes whatever it holds.
 * @param source the address of the original in the site, which has a digest of it in its name
 * @param original the source’s bytes or its file
 * @throws {Error} when sharp cannot make it
 */
export async function keptPicture(
  source: string,
  original: Uint8Array | string,
  wanted: Wanted,
): Promise<Uint8Array> {
  const { xmp, crop, width, height, format } = wanted;
  const how = [source, xmp, crop, width, height, format, encoders[format], ground, sharp.versions];
  const name = hash('sha256', JSON.stringify(how));
  const kept = fromStore('pictures', name);
  if (kept) return kept;
  const made = await makePicture(original, wanted);
  toStore('pictures', name, Buffer.from(made));
  return made;
}
