#!/bin/sh
# sharp gives no XMP of a JPEG with a gain map (Ultra HDR, as phones have written since 2023).
#
# Expected: metadata() has `xmp` for any JPEG that holds an XMP segment, as for the same file without the map.
# Seen with sharp 0.35.5 (libvips 8.18.7, libultrahdr 2.0.2): `xmp` is undefined as soon as the file has a
# valid gain map, and withMetadata()/keepXmp() lose it, too. EXIF is there. Creator, credit, and that a
# picture was made by a machine (Iptc4xmpExt:DigitalSourceType) are in XMP alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact sharp@0.35.5
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import sharp from 'sharp';

const bytes = (part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
function segment(marker, ...parts) {
  const data = Buffer.concat(parts.map(bytes));
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
const after = (jpeg, ...segments) => Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
const numbers = (...values) => Buffer.concat(values.map((value) => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
}));
function field(tag, type, count, value) {
  const twelve = Buffer.alloc(12);
  twelve.writeUInt16BE(tag, 0);
  twelve.writeUInt16BE(type, 2);
  twelve.writeUInt32BE(count, 4);
  value.copy(twelve, 8);
  return twelve;
}
// The list of the two images in the file (CIPA DC-007, Multi-Picture Format).
const images = (first, second, offset) => Buffer.concat([
  Buffer.from('MPF\0MM\0*\0\0\0\b\0\x03', 'latin1'),
  field(0xb000, 7, 4, Buffer.from('0100')),
  field(0xb001, 4, 1, numbers(2)),
  field(0xb002, 7, 32, numbers(50)),
  Buffer.alloc(4),
  numbers(0x030000, first, 0, 0),
  numbers(0, second, offset, 0),
]);
const packet = (attributes, inside = '') =>
  `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const picture = (width) =>
  sharp({ create: { width, height: (width * 3) / 4, channels: 3, background: '#888' } }).jpeg().toBuffer();
const map = after(await picture(32), segment(0xe1, packet('hdrgm:GainMapMin="0" hdrgm:GainMapMax="2" hdrgm:Gamma="1" hdrgm:OffsetSDR="0.015625" hdrgm:OffsetHDR="0.015625" hdrgm:HDRCapacityMin="0" hdrgm:HDRCapacityMax="2" hdrgm:BaseRenditionIsHDR="False"')));
const items = `<Container:Directory xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/"><rdf:Seq><rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/></rdf:li><rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg" Item:Length="${map.length}"/></rdf:li></rdf:Seq></Container:Directory>`;
const plain = await picture(128);
const xmp = segment(0xe1, packet('xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Ada/AGENCY"', items));
const length = after(plain, xmp, segment(0xe2, images(0, 0, 0))).length;
const list = segment(0xe2, images(length, map.length, length - (2 + xmp.length + 8)));
const withMap = Buffer.concat([after(plain, xmp, list), map]);
const withoutMap = after(plain, xmp);

const told = async (file) => {
  const { xmp, gainMap } = await sharp(file).metadata();
  return { hasGainMap: gainMap !== undefined, xmp: xmp?.toString().includes('Ada/AGENCY') ?? null };
};
console.log('sharp', sharp.versions.sharp, 'libvips', sharp.versions.vips, 'libultrahdr', sharp.versions.uhdr);
const seen = { without: await told(withoutMap), with: await told(withMap) };
console.log(seen);
assert.deepEqual(seen, {
  without: { hasGainMap: false, xmp: true },
  with: { hasGainMap: true, xmp: null },
});
console.log('The XMP of a JPEG with a gain map is not given.');
END
node run.mjs
