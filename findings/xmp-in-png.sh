#!/bin/sh
# XMP that sharp writes into a PNG is not where part 3 of XMP has it, and ExifReader does not find it.
#
# XMP part 3, 1.1.5 (ISO 16684-3): an iTXt chunk with the keyword XML:com.adobe.xmp, not compressed.
# Seen: sharp 0.35.5 writes a compressed zTXt chunk, whose text is Latin-1 by PNG’s own rules (here it holds
# UTF-8); ExifReader 4.46.0 gives no `xmp` for it, only the text under `pngText`, as Latin-1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact sharp@0.35.5 exifreader@4.46.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import ExifReader from 'exifreader';
import sharp from 'sharp';

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Zoë/AGENCY"/></rdf:RDF></x:xmpmeta>`;
const create = { width: 8, height: 8, channels: 3, background: '#246' };
const told = async (file) =>
  (await ExifReader.load(file, { expanded: true, async: true })).xmp?.Credit?.value ?? null;
const png = await sharp({ create }).withXmp(xmp).png().toBuffer();
const types = [];
for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
  types.push(png.toString('latin1', at + 4, at + 8));
const jpeg = await sharp({ create }).withXmp(xmp).jpeg().toBuffer();
const { pngText } = await ExifReader.load(png, { expanded: true, async: true });
console.log('sharp', sharp.versions.sharp, 'exifreader 4.46.0', types.join(' '));
const seen = {
  chunks: types.filter((type) => /^[itz]TXt|tEXt$/.test(type)),
  jpeg: await told(jpeg),
  png: await told(png),
  asText: /Credit="(.*?)"/.exec(pngText['XML:com.adobe.xmp'].value)[1],
};
console.log(seen);
assert.deepEqual(seen, { chunks: ['zTXt'], jpeg: 'Zoë/AGENCY', png: null, asText: 'ZoÃ«/AGENCY' });
console.log('sharp writes zTXt, and ExifReader reads no XMP there.');
END
node run.mjs
