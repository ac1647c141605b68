import { hash } from 'node:crypto';
import sharp from 'sharp';
import { isBareP3, withP3Profile } from './display-p3.ts';
import { fromStore, toStore } from '../../files/store.ts';
import type { Window } from '../../outputs/crop.ts';
import { colours } from '../../maps/colours.ts';

/** How to create a picture; sizes in px. */
export interface Wanted {
  xmp?: string | undefined;
  /** The part of its source to show; without it, the whole source. */
  crop?: Window | undefined;
  width?: number | undefined;
  height?: number | undefined;
  format: 'avif' | 'webp' | 'jpg';
}

/**
 * The encoder options of each format. An AVIF effort of 4, sharp’s default, makes files up to a seventh
 * smaller for seven times the work. WebP and JPEG at these settings look as good as that AVIF.
 */
export const encoders = {
  avif: { quality: 50, effort: 2 },
  webp: { quality: 75 },
  jpg: { quality: 75, mozjpeg: true },
};

/**
 * The background of transparent pictures: light paper, in the dark theme too, because charts and logos
 * are drawn in dark ink. Formats without transparency would have a black background by default.
 */
export const ground = colours.light.paper;

/**
 * Creates a picture with the given XMP and no other metadata of its source.
 * @param original the source’s bytes or its file
 * @throws {Error} if sharp cannot create it
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
 * A picture for a build, from the cache or created and cached now. Astro’s own cache is not used (see
 * src/integration/build.ts): it may contain partial files, and publishes everything in it.
 * @param source the original’s address in the site, which contains a digest
 * @param original the source’s bytes or its file
 * @throws {Error} if sharp cannot create it
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
