import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { codes, colorCodes } from '../../desk/picture-color.ts';
import { withChunk } from '../../raster/png-chunk.ts';

/**
 * Whether a picture is in Display P3 without an ICC profile, as phones write AVIF. libvips assumes sRGB
 * for such pictures, which makes their colors dull.
 * @param original its bytes or its file
 */
export async function isBareP3(original: Uint8Array | string): Promise<boolean> {
  const isByName = typeof original === 'string';
  if (isByName && !/\.(?:avif|png)$/i.test(original)) return false;
  const bytes = isByName
    ? readFileSync(original)
    : Buffer.from(original.buffer, original.byteOffset, original.length);
  const kind = bytes.toString('latin1', 4, 8) === 'ftyp' ? 'avif' : 'png';
  const told = colorCodes(bytes, kind);
  if (told?.primaries !== codes.p3 || told.transfer === codes.pq || told.transfer === codes.hlg)
    return false;
  return !(await sharp(bytes).metadata()).hasProfile;
}

/** The same picture with a Display P3 profile, so that libvips interprets its colors correctly. */
export async function withP3Profile(picture: Sharp): Promise<Sharp> {
  const png = await picture.png({ compressionLevel: 1 }).toBuffer();
  // The profile name, compression method 0, and the profile; PNG 3, 11.3.2.3.
  const data = [Buffer.from('Display P3\0\0'), deflateSync(await p3Profile())];
  return sharp(withChunk(png, 'iCCP', Buffer.concat(data)));
}

let profile: Promise<Buffer> | undefined;

/** The profile included in libvips. */
const p3Profile = () =>
  (profile ??= (async () => {
    const create = { width: 1, height: 1, channels: 3 as const, background: '#fff' };
    const made = await sharp({ create }).withIccProfile('p3').png().toBuffer();
    return (await sharp(made).metadata()).icc!;
  })());
