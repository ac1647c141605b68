import { createHash } from 'node:crypto';
import sharp, { type FailOnOptions } from 'sharp';
import { fromStore, toStore } from '../files/store.ts';

/** What is wrong with a picture’s pixels. */
export interface Damage {
  /** Words that follow the picture’s name. */
  what: string;
  /** Whether the picture can’t be published. */
  isFatal: boolean;
}

/**
 * Decodes a picture once, to check that it is complete. Browsers, programs and libvips show a truncated
 * file with gray or black for what is missing, without a message. The result is cached by a digest of the
 * file, so that only new files are decoded.
 * @param bytes the whole file
 * @param width in px
 */
export async function damageOf(bytes: Buffer, kind: string, width: number): Promise<Damage | null> {
  const name = createHash('sha256').update(sharp.versions.vips).update(bytes).digest('hex');
  const kept = fromStore('pictures', name);
  if (kept) return JSON.parse(kept.toString()) as Damage | null;
  const found = await look(bytes, kind, width);
  toStore('pictures', name, Buffer.from(JSON.stringify(found)));
  return found;
}

async function look(bytes: Buffer, kind: string, width: number): Promise<Damage | null> {
  const warned = await failure(bytes, width, 'warning');
  if (warned === undefined) return null;
  if (/exceeds pixel limit/.test(warned))
    return { what: 'has more than 268 million pixels, too many to resize', isFatal: true };
  if ((await failure(bytes, width, 'truncated')) === undefined)
    return /^VipsJpeg: Corrupt/.test(warned)
      ? { what: `seems to be damaged (${warned.replace(/^VipsJpeg: /, '')})`, isFatal: false }
      : null;
  if (kind === 'jpeg' && (await lacksEndOnly(bytes))) return null;
  return { what: 'is cut off or damaged', isFatal: true };
}

/** Why a picture can’t be decoded, in libvips’s words; undefined when it can. */
async function failure(
  bytes: Buffer,
  width: number,
  failOn: FailOnOptions,
): Promise<string | undefined> {
  try {
    // JPEG and WebP compute only an eighth of the size, but read the whole file.
    const eighth = Math.max(1, Math.floor(width / 8));
    await sharp(bytes, { failOn }).resize({ width: eighth, kernel: 'nearest' }).raw().toBuffer();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Whether a JPEG lacks only its end marker, which some cameras leave out: then no pixel depends on what
 * follows its last byte.
 */
async function lacksEndOnly(bytes: Buffer): Promise<boolean> {
  const withMore = async (more: Buffer) => {
    const whole = Buffer.concat([bytes, more, Buffer.from([0xff, 0xd9])]);
    return sharp(whole, { failOn: 'none' }).raw().toBuffer();
  };
  try {
    const [one, other] = [
      await withMore(Buffer.alloc(0)),
      await withMore(Buffer.alloc(4096, 0x55)),
    ];
    return one.equals(other);
  } catch {
    return false;
  }
}
