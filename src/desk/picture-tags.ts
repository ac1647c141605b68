import ExifReader, { type ExpandedTags } from 'exifreader';
import sharp from 'sharp';

/** The metadata of a picture file, by metadata standard. */
export type PictureTags = Pick<ExpandedTags, 'xmp' | 'iptc' | 'exif'>;

/**
 * Reads the metadata of a picture from its bytes, wherever programs put it. Neither library finds all of
 * it: sharp finds none in a JPEG with a gain map (Ultra HDR), and ExifReader no compressed XMP in a PNG.
 * ImageMagick moves a JPEG’s segments into text chunks of a PNG (`Raw profile type xmp`).
 * @param bytes the whole file
 * @returns what could be read; broken metadata is ignored
 */
export async function tagsOf(bytes: Buffer): Promise<PictureTags> {
  const { xmp, iptc, exif, pngText } = await load(bytes);
  const others = await Promise.all(textsOf(pngText).map(tagsOfText));
  if (isEmpty(xmp)) others.push(await load(asPacket(await xmpBySharp(bytes))));
  // Metadata in its standard location takes precedence.
  const all = [{ xmp, iptc, exif }, ...others].reverse();
  const merged = (group: keyof PictureTags) => Object.assign({}, ...all.map((one) => one[group]));
  return { xmp: merged('xmp'), iptc: merged('iptc'), exif: merged('exif') };
}

const isEmpty = (xmp: ExpandedTags['xmp']) =>
  Object.keys(xmp ?? {}).every((name) => name === '_raw');

async function load(bytes: Buffer): Promise<ExpandedTags> {
  try {
    return await ExifReader.load(bytes, { expanded: true, async: true });
  } catch {
    return {};
  }
}

async function xmpBySharp(bytes: Buffer): Promise<Buffer> {
  try {
    return (await sharp(bytes).metadata()).xmp ?? Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The text chunks of a PNG by their keywords; one byte of the chunk is one character. */
const textsOf = (texts: ExpandedTags['pngText'] = {}): [keyword: string, text: string][] =>
  Object.entries(texts).flatMap(([keyword, { value }]): [string, string][] =>
    typeof value === 'string' ? [[keyword, value]] : [],
  );

const xmpHead = 'http://ns.adobe.com/xap/1.0/\0';
const exifHead = 'Exif\0\0';

/** The metadata in a text chunk of a PNG. */
async function tagsOfText([keyword, text]: [string, string]): Promise<PictureTags> {
  if (keyword === 'XML:com.adobe.xmp') return load(asPacket(Buffer.from(text, 'latin1')));
  if (!/^Raw profile type (?:xmp|app1|exif|iptc|8bim)$/i.test(keyword)) return {};
  const profile = rawProfile(text);
  if (profile.startsWith(exifHead)) return load(asJpeg(0xe1, profile));
  if (profile.startsWith('8BIM')) return load(asJpeg(0xed, `Photoshop 3.0\0${profile}`));
  return load(asPacket(Buffer.from(profile.replace(xmpHead, ''), 'latin1')));
}

/** ImageMagick’s form of a profile: its name, its length in bytes, and its bytes in hexadecimal. */
function rawProfile(text: string): string {
  const hex = /^\s*\w+\s+\d+\s([\da-f\s]*)$/i.exec(text)?.[1] ?? '';
  return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').toString('latin1');
}

/** XMP as a file of its own, which ExifReader recognizes by its first words. */
function asPacket(xmp: Buffer): Buffer {
  const text = xmp.toString('utf8');
  const start = text.indexOf('<?xpacket begin');
  return Buffer.from(start === -1 ? `<?xpacket begin="" id=""?>${text}` : text.slice(start));
}

/** A segment as the only one of a JPEG. */
function asJpeg(marker: number, segment: string): Buffer {
  const data = Buffer.from(segment, 'latin1');
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, 0, 0]);
  // The length includes its own two bytes. A segment too long for it is not read.
  if (data.length + 2 > 0xffff) return Buffer.alloc(0);
  head.writeUInt16BE(data.length + 2, 4);
  return Buffer.concat([head, data, Buffer.from([0xff, 0xd9]), Buffer.alloc(16)]);
}
