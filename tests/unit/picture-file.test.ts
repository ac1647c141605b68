import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readCopy } from '../../src/desk/copy.ts';
import type { Problem } from '../../src/desk/problem.ts';
import { storyWith } from '../../src/desk/schema/story.ts';
import { contentFolder, png, story, storyFile } from './content.ts';
import { avifWithCodes, heic } from './heif.ts';

/** A picture with something to see everywhere, always the same. */
function photograph(width = 120, height = 90) {
  const data = Uint8Array.from(
    { length: 3 * width * height },
    (_, at) => (at * 2_654_435_761) >>> 24,
  );
  return sharp(data, { raw: { width, height, channels: 3 } });
}
const jpeg = await photograph().jpeg().toBuffer();
const progressive = await photograph().jpeg({ progressive: true }).toBuffer();
const photoPng = await photograph().png().toBuffer();
const webp = await photograph().webp().toBuffer();

/** What the desk says of a story with one picture in its text, which stands on line 11. */
async function told(name: string, bytes: Buffer) {
  const root = contentFolder({
    [storyFile]: story({}, `![A](${name} "B. (AP)")`),
    [`articles/2021/03/troops/${name}`]: bytes,
  });
  const kind = { schema: storyWith({}), root: `${root}/articles`, language: 'en' };
  const unused = () => expect.unreachable();
  const read = await readCopy(kind, '2021/03/troops/index.md', unused);
  const text = ({ line, column, summary, fix }: Problem) => `${line}:${column} ${summary} ${fix}`;
  return { problems: read.problems.map(text), warnings: read.warnings.map(text), read };
}

/** A picture’s bytes, or that they are being made. */
type Source = Buffer | Promise<Buffer>;

const cutOff = (name: string) =>
  `11:1 The picture ./${name} is cut off or damaged. Copy it here again, or save it again as JPEG or PNG.`;
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
const zeroed = (bytes: Buffer) =>
  Buffer.from(bytes).fill(0, bytes.length >> 1, (bytes.length >> 1) + 60);

describe('a picture is refused', () => {
  it.each<[string, string, Source, string]>([
    [
      'that is HEIC under another name',
      'a.jpg',
      heic(),
      '11:1 The picture ./a.jpg is in fact HEIC (HEIF). Stories can’t use this format. Save it as JPEG or PNG.',
    ],
    [
      'that is GIF under another name',
      'a.png',
      sharp(png).gif().toBuffer(),
      '11:1 The picture ./a.png is in fact GIF. Stories can’t use this format. Save it as JPEG or PNG.',
    ],
    [
      'that is SVG under another name',
      'a.webp',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      '11:1 The picture ./a.webp is in fact SVG. Stories can’t use this format. Save it as JPEG or PNG.',
    ],
    [
      'of a kind that its name does not tell',
      'the.lead.JPG',
      webp,
      '11:1 The picture ./the.lead.JPG is in fact WebP. Rename the file to ./the.lead.webp, and change the name here too.',
    ],
    ['whose JPEG is cut off', 'a.jpeg', half(jpeg), cutOff('a.jpeg')],
    ['whose progressive JPEG is cut off', 'a.jpg', half(progressive), cutOff('a.jpg')],
    ['whose JPEG lacks its last lines', 'a.jpg', jpeg.subarray(0, -300), cutOff('a.jpg')],
    ['whose PNG is cut off', 'a.png', half(photoPng), cutOff('a.png')],
    ['whose PNG is torn in the middle', 'a.png', zeroed(photoPng), cutOff('a.png')],
    [
      'whose WebP is cut off',
      'a.webp',
      half(webp),
      '11:1 The picture ./a.webp cannot be read. Save it again as JPEG or PNG.',
    ],
    [
      'that is empty',
      'a.jpg',
      Buffer.alloc(0),
      '11:1 The picture ./a.jpg cannot be read. Save it again as JPEG or PNG.',
    ],
    [
      'of which nothing would be left at the height that a picture may have',
      'a.png',
      sharp({ create: { width: 1, height: 16_384, channels: 3, background: '#246' } })
        .png()
        .toBuffer(),
      '11:1 The picture ./a.png is 1 × 16384 px; no side may be over 16383 px. Cut it into several pictures.',
    ],
  ])('%s', async (_, name, bytes, problem) => {
    expect((await told(name, await bytes)).problems).toEqual([problem]);
  });
});

describe('a picture is taken', () => {
  it.each<[string, string, Source]>([
    ['as JPEG', 'a.JPEG', jpeg],
    ['as progressive JPEG', 'a.jpg', progressive],
    ['as PNG', 'a.png', photoPng],
    ['as WebP', 'a.webp', webp],
    ['as AVIF', 'a.avif', sharp(png).avif().toBuffer()],
    ['as TIFF', 'a.tif', sharp(png).tiff().toBuffer()],
    ['as JPEG that lacks but the mark of its end', 'a.jpg', jpeg.subarray(0, -2)],
    ['as JPEG with something behind it', 'a.jpg', Buffer.concat([jpeg, Buffer.from('more')])],
    ['in Display P3 by numbers alone', 'a.avif', avifWithCodes([200, 60, 40], [12, 13])],
  ])('%s', async (_, name, bytes) => {
    expect(await told(name, await bytes)).toMatchObject({ problems: [], warnings: [] });
  });

  it.each<[string, string, Source, string]>([
    [
      'HDR colors',
      'a.avif',
      avifWithCodes([200, 60, 40], [9, 16]),
      '11:1 The picture ./a.avif has HDR colors, and will look dull. Save it again as JPEG or AVIF in sRGB or Display P3.',
    ],
    [
      'colors of television',
      'a.avif',
      avifWithCodes([200, 60, 40], [9, 1]),
      '11:1 The picture ./a.avif has the colors of BT.2020, and will look dull. Save it again as JPEG or AVIF in sRGB or Display P3.',
    ],
    [
      'a torn middle that can be shown',
      'a.jpg',
      zeroed(progressive),
      '11:1 The picture ./a.jpg seems to be damaged (Corrupt JPEG data: premature end of data segment). Copy it here again, or save it again as JPEG or PNG.',
    ],
  ])('with a warning for %s', async (_, name, bytes, warning) => {
    expect(await told(name, await bytes)).toMatchObject({ problems: [], warnings: [warning] });
  });
});

it('is decoded once, whatever it is called', async () => {
  const kept = () => readdirSync(join(process.env.CACHE!, 'pictures'), { recursive: true }).length;
  const bytes = await photograph(60, 40).jpeg().toBuffer();
  await told('a.jpg', bytes);
  const before = kept();
  await told('b.jpg', Buffer.from(bytes));
  expect(kept()).toBe(before);
  expect((await told('a.jpg', half(bytes))).problems).toEqual([cutOff('a.jpg')]);
  expect((await told('b.jpg', half(bytes))).problems).toEqual([cutOff('b.jpg')]);
  expect(kept()).toBeGreaterThan(before);
});
