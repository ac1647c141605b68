import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { keptPicture, makePicture, type Wanted } from '../../src/site/images/make-picture.ts';
import { widthUpTo } from '../../src/outputs/crop.ts';
import { avifWithCodes } from './heif.ts';
import { pngWith } from './png-chunks.ts';

const picture = (background: string) =>
  sharp({ create: { width: 90, height: 60, channels: 4, background } });
const original = await picture('#246').png().toBuffer();
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">Somebody/AGENCY</x:xmpmeta>';
const wanted = { format: 'jpg', width: 40, height: 27, xmp } as const;

/** The first pixel of a picture, with all of its channels. */
async function colorOf(made: Uint8Array): Promise<number[]> {
  const { data, info } = await sharp(made).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, info.channels)];
}
/** A color, but for what encoders change: up to 6 of 255. */
const near = (...color: number[]) =>
  color.map((value) => expect.closeTo(value, -1.1) as unknown as number);

describe('a picture that is kept', () => {
  const folder = join(process.env.CACHE!, 'pictures');
  const filesOf = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /.{60}/.test(name));

  it('is made once of a source', async () => {
    const made = await keptPicture('/a.1.png', original, wanted);
    expect(Buffer.compare(made, await makePicture(original, wanted))).toBe(0);
    // Were it made again, of nothing, sharp would refuse.
    expect(Buffer.compare(await keptPicture('/a.1.png', Buffer.alloc(0), wanted), made)).toBe(0);
    expect(filesOf()).toHaveLength(1);
  });

  it.each<[string, string, Partial<Wanted>]>([
    ['of another source', '/b.1.png', {}],
    ['with other words', '/a.1.png', { xmp: xmp.replace('Somebody', 'Nobody') }],
    ['of another size', '/a.1.png', { width: 39 }],
    ['of another part', '/a.1.png', { crop: { left: 1, top: 1, width: 45, height: 30 } }],
    ['of another format', '/a.1.png', { format: 'webp' }],
  ])('is not the one %s', async (_, source, other) => {
    await keptPicture('/a.1.png', original, wanted);
    const made = keptPicture(source, Buffer.alloc(0), { ...wanted, ...other });
    await expect(made).rejects.toThrow();
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['was cut off', (file) => file.subarray(0, file.length / 2)],
    ['was emptied', () => Buffer.alloc(0)],
    ['was filled with zeros', (file) => Buffer.alloc(file.length)],
    ['has one bit otherwise', (file) => file.fill(file[99]! ^ 1, 99, 100)],
  ])('is made again where its file %s', async (what, damage) => {
    const source = `/${what}.png`;
    const before = new Set(filesOf());
    const made = await keptPicture(source, original, wanted);
    const file = join(
      folder,
      filesOf().find((name) => !before.has(name))!,
    );
    writeFileSync(file, damage(readFileSync(file)));
    expect(Buffer.compare(await keptPicture(source, original, wanted), made)).toBe(0);
    // And is whole from then on.
    expect(Buffer.compare(await keptPicture(source, Buffer.alloc(0), wanted), made)).toBe(0);
  });
});

describe.each(['jpg', 'webp', 'avif'] as const)('a picture made as %s', (format) => {
  it('lies on paper where it is transparent, by day and by night', async () => {
    const made = await makePicture(await picture('#0000').png().toBuffer(), { format, width: 40 });
    expect(await colorOf(made)).toEqual(near(0xff, 0xfd, 0xf8));
    const half = await picture('#0008').webp().toBuffer();
    expect(await colorOf(await makePicture(half, { format, width: 40 }))).toEqual(
      near(0x77, 0x76, 0x74),
    );
  });

  it('may be as high as the encoders take', async () => {
    const create = { width: 24, height: 17_000, channels: 3 as const, background: '#246' };
    const tall = await sharp({ create }).png({ compressionLevel: 1 }).toBuffer();
    const width = widthUpTo(1600, create);
    const { height } = await sharp(await makePicture(tall, { format, width })).metadata();
    expect([width, height]).toEqual([23, 16_292]);
  });

  it.each([
    ['Display P3 by numbers alone, as a phone writes it', [12, 13], [217, 42, 24]],
    ['sRGB by numbers alone', [1, 13], [200, 60, 40]],
  ] as const)('has the colors of %s', async (_, codes, color) => {
    const made = await makePicture(await avifWithCodes([200, 60, 40], [...codes]), {
      format,
      width: 40,
    });
    expect(await colorOf(made)).toEqual(near(...color));
  });
});

it('has the colors of a PNG that says Display P3 by numbers alone', async () => {
  const plain = await picture('rgb(200,60,40)').png().toBuffer();
  const coded = pngWith(plain, 'cICP', Buffer.from([12, 13, 0, 1]));
  const made = await makePicture(coded, { format: 'webp', width: 40 });
  expect(await colorOf(made)).toEqual(near(217, 42, 24));
});
