import sharp from 'sharp';

/** A segment of a JPEG. */
function segment(marker: number, ...parts: (string | Buffer)[]): Buffer {
  const data = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

const xmpHead = 'http://ns.adobe.com/xap/1.0/\0';
const after = (jpeg: Buffer, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** The list of the two images in a file (CIPA DC-007): sizes, and where the second begins after the list. */
function images(first: number, second: number, offset: number): Buffer {
  const entry = (...values: number[]) => {
    const bytes = Buffer.alloc(16);
    values.forEach((value, at) => bytes.writeUInt32BE(value, 4 * at));
    return bytes;
  };
  const field = (tag: number, type: number, count: number, value: Buffer) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    value.copy(bytes, 8);
    return bytes;
  };
  const at = (value: number) => entry(value).subarray(0, 4);
  return Buffer.concat([
    Buffer.from('MPF\0MM\0*\0\0\0\b\0\x03', 'latin1'),
    field(0xb000, 7, 4, Buffer.from('0100')),
    field(0xb001, 4, 1, at(2)),
    field(0xb002, 7, 32, at(50)),
    Buffer.alloc(4),
    entry(0x030000, first, 0),
    entry(0, second, offset),
  ]);
}

/**
 * A JPEG with a map of how much brighter a bright screen may show it (Ultra HDR), as phones write them.
 * @param properties of its XMP, as attributes
 */
export async function withGainMap(properties: string): Promise<Buffer> {
  const packet = (attributes: string, inside = '') =>
    `${xmpHead}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const picture = (width: number) =>
    sharp({ create: { width, height: (width * 3) / 4, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
  const second = after(
    await picture(32),
    segment(
      0xe1,
      packet(
        'hdrgm:GainMapMin="0" hdrgm:GainMapMax="2" hdrgm:Gamma="1" hdrgm:OffsetSDR="0.015625" hdrgm:OffsetHDR="0.015625" hdrgm:HDRCapacityMin="0" hdrgm:HDRCapacityMax="2" hdrgm:BaseRenditionIsHDR="False"',
      ),
    ),
  );
  const items = `<Container:Directory xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/"><rdf:Seq><rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/></rdf:li><rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg" Item:Length="${second.length}"/></rdf:li></rdf:Seq></Container:Directory>`;
  const first = await picture(128);
  const xmp = segment(0xe1, packet(properties, items));
  const listed = (offset: number, length: number) =>
    segment(0xe2, images(length, second.length, offset));
  const length = after(first, xmp, listed(0, 0)).length;
  // Offsets count from the list’s own byte order mark.
  const start = 2 + xmp.length + 8;
  return Buffer.concat([after(first, xmp, listed(length - start, length)), second]);
}
