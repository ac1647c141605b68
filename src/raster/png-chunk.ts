import { crc32 } from 'node:zlib';

/**
 * Inserts a chunk before the pixels of a PNG (PNG 3, 5.3).
 * @param type four letters
 * @throws {Error} if it is not a PNG
 */
export function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  if (png.toString('latin1', 12, 16) !== 'IHDR') throw new Error('This is no PNG.');
  const chunk = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(chunk));
  // After the signature (8 bytes) and the header (25).
  return Buffer.concat([png.subarray(0, 33), length, chunk, check, png.subarray(33)]);
}

/**
 * Adds XMP to a PNG where readers look for it (ISO 16684-3, XMP part 3, 1.1.5): uncompressed, under its
 * own keyword. libvips writes it compressed, in a chunk of another type.
 */
export const withXmpChunk = (png: Buffer, xmp: string): Buffer =>
  withChunk(png, 'iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`));
