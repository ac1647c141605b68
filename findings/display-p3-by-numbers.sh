#!/bin/sh
# sharp (libvips) takes the colors of AVIF and PNG for sRGB where the file says Display P3 by numbers alone.
#
# AVIF tells its colors by a profile or by numbers (ITU-T H.273) in a `colr` box of the type `nclx`, as
# phones write it; PNG, third edition, in a `cICP` chunk. Browsers look at both.
# Expected: 200, 60, 40 in Display P3 is 217, 42, 24 in sRGB, as sharp makes of it with a profile.
# Seen with sharp 0.35.5 (libvips 8.18.7, libheif 1.23.5, libpng 1.6.58): 201, 60, 40 and 200, 60, 40; the
# numbers are not in metadata() either.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact sharp@0.35.5
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const create = { width: 64, height: 48, channels: 3, background: 'rgb(200,60,40)' };
const withChunk = (png, type, data) => {
  const chunk = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(chunk));
  return Buffer.concat([png.subarray(0, 33), length, chunk, check, png.subarray(33)]);
};
const png = await sharp({ create }).png().toBuffer();
const p3 = await sharp({ create }).withIccProfile('p3').png().toBuffer();
const { icc } = await sharp(p3).metadata();
const profiled = withChunk(png, 'iCCP', Buffer.concat([Buffer.from('P3\0\0'), deflateSync(icc)]));
// Primaries 12 (Display P3), transfer 13 (sRGB), no matrix, full range.
const coded = withChunk(png, 'cICP', Buffer.from([12, 13, 0, 1]));
// sharp writes an AVIF with a profile of sRGB, for which no value changes; numbers take its place in the box.
const avif = await sharp({ create })
  .withIccProfile('srgb')
  .avif({ quality: 100, chromaSubsampling: '4:4:4' })
  .toBuffer();
Buffer.concat([Buffer.from('nclx'), Buffer.from([0, 12, 0, 13, 0, 6, 0x80])]).copy(avif, avif.indexOf('colr') + 4);

const color = async (file) => [...(await sharp(file).toColourspace('srgb').raw().toBuffer()).subarray(0, 3)];
const { sharp: own, vips, heif, png: libpng } = sharp.versions;
console.log({ sharp: own, vips, heif, libpng });
const seen = { profile: await color(profiled), cICP: await color(coded), nclx: await color(avif) };
console.log(seen);
const near = (one, other) => one.every((value, at) => Math.abs(value - other[at]) <= 2);
assert.ok(near(seen.profile, [217, 42, 24]), 'with a profile the colors are right');
assert.ok(near(seen.cICP, [200, 60, 40]), 'cICP is looked at now');
assert.ok(near(seen.nclx, [200, 60, 40]), 'nclx is looked at now');
console.log('Display P3 by numbers alone is taken for sRGB.');
END
node run.mjs
