import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import service from '../../src/picture-service.ts';

type Parameters3 = Parameters<typeof service.transform>;
const config = { service: { entrypoint: '', config: {} } } as unknown as Parameters3[2];
const logger = {} as Parameters3[3];

/** A source that lies on its side, with a place and a camera in its Exif. */
const source = await sharp({
  create: {
    width: 90,
    height: 60,
    channels: 3,
    background: '#000',
    noise: { type: 'gaussian', mean: 128, sigma: 30 },
  },
})
  .withExif({
    IFD0: { Make: 'Camera' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 39/1 0/1' },
  })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">Somebody/AGENCY</x:xmpmeta>';

const make = (options: object, by = service) =>
  by.transform(source, { src: 'a.jpg', ...options }, config, logger);

describe.each(['avif', 'webp', 'jpg'])('a picture made as %s', (format) => {
  const size = { format, width: 40, height: 60 };

  it('carries the XMP that it was given and nothing of its source', async () => {
    const { data, format: made } = await make({ ...size, xmp });
    const { exif, iptc, icc, xmpAsString, width, height } = await sharp(data).metadata();
    expect({ exif, iptc, icc, xmpAsString, width, height, made }).toEqual({
      xmpAsString: xmp,
      width: 40,
      height: 60,
      made: format,
    });
  });

  it('looks as Astro itself would make it', async () => {
    const pixels = async (data: Uint8Array) => (await sharp(data).raw().toBuffer()).toString('hex');
    const [own, plain] = [await make({ ...size, xmp }), await make(size, sharpService)];
    expect(await pixels(own.data)).toBe(await pixels(plain.data));
    expect(own.data.length - plain.data.length).toBeLessThan(xmp.length + 100);
  });

  it('has the same bytes each time', async () => {
    const [one, two] = [await make({ ...size, xmp }), await make({ ...size, xmp })];
    expect(Buffer.compare(one.data, two.data)).toBe(0);
  });
});

it('is never larger than its source', async () => {
  const { data } = await make({ format: 'webp', width: 120, height: 180, xmp });
  expect(await sharp(data).metadata()).toMatchObject({ width: 60, height: 90 });
});

it('is made by Astro alone where no XMP is given, as in a preview', async () => {
  const size = { format: 'webp', width: 40, height: 60 };
  expect(await make(size)).toEqual(await make(size, sharpService));
});

it('is refused where it cannot be made, so that no original is published in its place', async () => {
  const torn = source.subarray(0, 20);
  const made = service.transform(torn, { src: 'a.jpg', format: 'webp', xmp }, config, logger);
  await expect(made).rejects.toThrow();
});

it('has another name when it is to carry other words', () => {
  expect(service.propertiesToHash).toContain('xmp');
  expect(service.propertiesToHash).toEqual(expect.arrayContaining(['src', 'width', 'format']));
});

it('keeps its XMP out of the page', async () => {
  const src = { src: '/a.jpg', width: 90, height: 60, format: 'jpg' as const };
  const options = { src, width: 40, alt: 'A', xmp };
  const attributes = await service.getHTMLAttributes?.(options, config, logger);
  expect(attributes).toEqual({
    alt: 'A',
    width: 40,
    height: 27,
    loading: 'lazy',
    decoding: 'async',
  });
});
