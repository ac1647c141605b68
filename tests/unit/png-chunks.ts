import { crc32 } from 'node:zlib';

/** A PNG with one more chunk, before its pixels. */
export function pngWith(png: Buffer, type: string, data: Buffer | string): Buffer {
  const chunk = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(chunk.length - 4);
  check.writeUInt32BE(crc32(chunk));
  // After the signature (8 bytes) and the header (25).
  return Buffer.concat([png.subarray(0, 33), length, chunk, check, png.subarray(33)]);
}

/** A profile in a text chunk, as ImageMagick writes it when it makes a PNG of a JPEG. */
export function rawProfile(name: string, data: Buffer): string {
  const lines = data
    .toString('hex')
    .match(/.{1,72}/g)!
    .join('\n');
  return `\n${name}\n${String(data.length).padStart(8)}\n${lines}\n`;
}
