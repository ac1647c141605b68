import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { encoders, ground } from '../../src/site/images/make-picture.ts';
import service from '../../src/site/images/picture-service.ts';

type Parameters3 = Parameters<typeof service.transform>;
const config = {
  service: { entrypoint: '', config: { ...encoders, jpeg: encoders.jpg } },
  endpoint: { route: '/_image' },
} as unknown as Parameters3[2];
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

it('shows the part of its source that it is to show, as that is seen', async () => {
  // Red above and blue below, stored on its side: red on the left.
  const half = (background: string) => ({
    create: { width: 45, height: 60, channels: 3 as const, background },
  });
  const lying = await sharp({ create: { ...half('#00f').create, width: 90 } })
    .composite([{ input: half('#f00'), left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();
  const seen = async (top: number) => {
    const crop = { left: 10, top, width: 40, height: 40 };
    const options = { src: 'a.png', format: 'webp', width: 20, height: 20, crop };
    const { data } = await service.transform(lying, options, config, logger);
    const { info, data: pixels } = await sharp(data).raw().toBuffer({ resolveWithObject: true });
    return [info.width, info.height, pixels[0]! > 200 ? 'red' : pixels[2]! > 200 ? 'blue' : ''];
  };
  expect(await seen(0)).toEqual([20, 20, 'red']);
  expect(await seen(50)).toEqual([20, 20, 'blue']);
});

it('keeps its part of the source in the address by which a preview asks for it', async () => {
  const src = { src: '/a.jpg', width: 90, height: 60, format: 'jpg' as const };
  const crop = { left: 1, top: 0, width: 40, height: 30 };
  // Astro's own asks the bundler for the base path.
  vi.spyOn(sharpService, 'getURL').mockReturnValue('/_image?href=/a.jpg&w=20&h=15&f=webp');
  const addressOf = (options: object) => service.getURL({ src, ...options }, config, logger);
  const asked = async (options: object) =>
    service.parseURL(new URL(await addressOf(options), 'http://a.example'), config, logger);
  expect(await asked({ crop })).toMatchObject({ crop, width: 20, height: 15, format: 'webp' });
  expect(await asked({})).not.toHaveProperty('crop');
});

it('is refused where it cannot be made, so that no original is published in its place', async () => {
  const torn = source.subarray(0, 20);
  const made = service.transform(torn, { src: 'a.jpg', format: 'webp', xmp }, config, logger);
  await expect(made).rejects.toThrow();
});

it('has another name when it is to carry other words, show another part or be made otherwise', async () => {
  const all = ['src', 'width', 'format', 'xmp', 'crop', 'encoder'];
  expect(service.propertiesToHash).toEqual(expect.arrayContaining(all));
  const src = { src: '/a.jpg', width: 90, height: 60, format: 'jpg' as const };
  const valid = await service.validateOptions?.({ src, format: 'avif' }, config, logger);
  const encoder = JSON.stringify({ ...encoders.avif, ground });
  expect(valid).toMatchObject({ format: 'avif', encoder });
});

it('keeps out of the page how it is made', async () => {
  const src = { src: '/a.jpg', width: 90, height: 60, format: 'jpg' as const };
  const crop = { left: 0, top: 0, width: 9, height: 9 };
  const options = { src, width: 40, alt: 'A', xmp, crop, encoder: '{}' };
  const attributes = await service.getHTMLAttributes?.(options, config, logger);
  expect(attributes).toEqual({
    alt: 'A',
    width: 40,
    height: 27,
    loading: 'lazy',
    decoding: 'async',
  });
});
