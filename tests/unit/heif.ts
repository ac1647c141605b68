import sharp from 'sharp';

const u16 = (...values: number[]) =>
  Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (value: number) => u16(value >>> 16, value & 0xffff);

/** A box of ISO/IEC 14496-12: its length, its type and what is in it. */
function box(type: string, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  return Buffer.concat([u32(content.length + 8), Buffer.from(type), content]);
}

const full = (type: string, ...parts: (Buffer | string)[]) => box(type, u32(0), ...parts);

/**
 * A HEIC of 64 × 48 px, as phones write them (ISO/IEC 23008-12): all that programs read before they
 * decode. Nothing in it can be decoded.
 */
export function heic(): Buffer {
  const hevc = Buffer.concat([
    Buffer.from([1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 90, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8]),
    Buffer.from([0, 0, 0x0f, 0]),
  ]);
  const properties = box(
    'iprp',
    box('ipco', box('hvcC', hevc), full('ispe', u32(64), u32(48))),
    full('ipma', u32(1), u16(1), Buffer.from([2, 0x81, 2])),
  );
  const item = box('infe', u32(0x02000000), u16(1, 0), 'hvc1\0');
  const location = (offset: number) =>
    full('iloc', Buffer.from([0x44, 0]), u16(1, 1, 0, 1), u32(offset), u32(8));
  const meta = (offset: number) =>
    full(
      'meta',
      full('hdlr', u32(0), 'pict', Buffer.alloc(13)),
      full('pitm', u16(1)),
      location(offset),
      full('iinf', u16(1), item),
      properties,
    );
  const type = box('ftyp', 'heic', u32(0), 'mif1heic');
  const offset = type.length + meta(0).length + 8;
  return Buffer.concat([type, meta(offset), box('mdat', Buffer.alloc(8))]);
}

/**
 * An AVIF of one color, with codes for its colors in place of a profile (`nclx`).
 * @param color the values as they are in the file
 * @param codes of primaries and transfer function (ITU-T H.273)
 */
export async function avifWithCodes(
  [r, g, b]: [number, number, number],
  codes: [primaries: number, transfer: number],
): Promise<Buffer> {
  const create = { width: 64, height: 48, channels: 3 as const, background: { r, g, b } };
  // Its profile is sRGB, for which sharp changes no value.
  const made = await sharp({ create })
    .withIccProfile('srgb')
    .avif({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const at = made.indexOf('colr');
  Buffer.concat([Buffer.from('nclx'), u16(...codes, 6), Buffer.from([0x80])]).copy(made, at + 4);
  return made;
}
