/**
 * A picture’s color space as code points (ITU-T H.273), without a profile: AVIF in a `colr` box of the
 * type `nclx` (ISO/IEC 14496-12, 12.1.5), PNG in a `cICP` chunk (PNG 3, 11.3.2.6). libvips reads neither
 * and treats all such colors as sRGB.
 */
export interface ColorCodes {
  primaries: number;
  transfer: number;
}

/** What precedes the code points in a file; both formats have them before the pixels. */
const marks = { avif: 'colrnclx', png: 'cICP' };

/** The primaries and transfer functions of Display P3, BT.2020, PQ and HLG. */
export const codes = { p3: 12, bt2020: 9, pq: 16, hlg: 18 };

/**
 * The code points in a file.
 * @param bytes the file, or its beginning
 * @returns undefined if it has none
 */
export function colorCodes(bytes: Buffer, kind: string): ColorCodes | undefined {
  if (kind === 'png') {
    const pixels = bytes.indexOf('IDAT');
    const at = bytes.subarray(0, Math.max(pixels, 0)).indexOf(marks.png);
    return at === -1 ? undefined : { primaries: bytes[at + 4]!, transfer: bytes[at + 5]! };
  }
  if (kind !== 'avif') return undefined;
  const at = bytes.indexOf(marks.avif);
  if (at === -1 || at + 12 > bytes.length) return undefined;
  return { primaries: bytes.readUInt16BE(at + 8), transfer: bytes.readUInt16BE(at + 10) };
}
