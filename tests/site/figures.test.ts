import ExifReader from 'exifreader';
import type { Element } from 'hast';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { noted } from '../fixture.ts';
import { archive, filesOf, home, type Site } from '../sites.ts';
import { attribute, inLine, kuwait, openPage, type Page } from './page.ts';

const figures = openPage(archive, '2026/11/22/pictures/').all('.figure');
const part = (figure: Element, selector: string) => select(selector, figure)!;
const text = (figure: Element, selector: string) => inLine(toString(part(figure, selector)));

it('gives lead and pictures of the text the same form, caption apart from credit', () => {
  expect(
    figures.map((figure) => [
      attribute(part(figure, 'img'), 'alt'),
      text(figure, '.caption'),
      text(figure, '.credit'),
    ]),
  ).toEqual([
    [
      'An even field of colour lead',
      'The colour of lead, seen from close by.',
      'Photograph: Somebody/LEAD',
    ],
    ['A field of colour', 'One.', 'Photograph: Somebody/ONE'],
    ['Another field', 'Two (of two).', 'Illustration: Drawing: Somebody (staff)'],
  ]);
});

it('fetches the picture above a text at once and before others, those in it when they come near', () => {
  const loading = (page: Page) =>
    page
      .all('.figure img:not([hidden])')
      .map((image) => `${attribute(image, 'loading')} ${attribute(image, 'fetchPriority')}`);
  expect(loading(openPage(archive, '2026/11/22/pictures/'))).toEqual([
    'eager high',
    'lazy ',
    'lazy ',
  ]);
  expect(loading(openPage(home, kuwait))).toEqual(['eager ', 'lazy ', 'lazy ']);
  expect(loading(openPage(archive, ''))).toEqual(['eager high']);
});

it('offers AVIF and WebP in four widths, with size and sizes', async () => {
  const files = filesOf(archive);
  for (const figure of figures) {
    const [source, image] = [part(figure, 'source'), part(figure, 'img')];
    expect(attribute(source, 'type')).toBe('image/avif');
    expect([attribute(image, 'width'), attribute(image, 'height')]).toEqual(['1600', '1000']);
    for (const [element, format] of [
      [source, 'heif'],
      [image, 'webp'],
    ] as const) {
      expect(attribute(element, 'sizes')).toBe('(min-width: 62rem) 59rem, 92vw');
      const set = attribute(element, 'srcSet')
        .split(', ')
        .map((one) => one.split(' '));
      expect(set.map(([, width]) => width)).toEqual(['480w', '720w', '1120w', '1600w']);
      for (const [address, width] of set) {
        const made = await sharp(files.get(address!.slice(archive.base.length))).metadata();
        expect([made.format, `${made.width}w`]).toEqual([format, width]);
      }
    }
  }
});

/** Every picture of a story; the icons are made of the publication’s own mark. */
const picturesOf = (site: Site) =>
  [...filesOf(site)].filter(
    ([path]) =>
      /\.(?:avif|webp|jpe?g|png|tiff?)$/.test(path) &&
      !/^(?:icon-\w+|apple-touch-icon)\.png$/.test(path),
  );

it('hands on nothing that a camera wrote into a picture, and no more than a few words', async () => {
  const pictures = [...picturesOf(archive), ...picturesOf(home)];
  expect(pictures.length).toBeGreaterThan(30);
  for (const [path, bytes] of pictures) {
    const { exif, iptc, icc, xmp } = await sharp(bytes).metadata();
    expect([exif, iptc, icc], path).toEqual([undefined, undefined, undefined]);
    // A card has none: it is no photograph.
    expect(xmp?.length ?? 0, path).toBeLessThanOrEqual(640);
    expect(`${bytes.includes(noted.camera)} ${bytes.includes('GPS')}`, path).toBe('false false');
  }
});

it.each([
  ['noted', { credit: noted.credit, creator: noted.creator, rights: noted.copyright }],
  ['kept', { credit: 'Somebody/KEPT', creator: undefined, rights: 'Kept & <Sons>' }],
  ['one', { credit: 'Somebody/ONE', creator: undefined, rights: undefined }],
])('writes into every size and format whose picture it is: %s', (name, told) => {
  const pictures = picturesOf(archive).filter(([path]) => path.startsWith(`_astro/${name}.`));
  expect(new Set(pictures.map(([path]) => path.split('.').at(-1)))).toEqual(
    new Set(['avif', 'webp', 'jpg']),
  );
  for (const [path, bytes] of pictures) {
    const { xmp } = ExifReader.load(bytes, { expanded: true });
    expect(
      {
        credit: xmp?.['Credit']?.description,
        creator: xmp?.['creator']?.description,
        rights: xmp?.['rights']?.description,
        source: xmp?.['DigitalSourceType']?.description,
      },
      path,
    ).toEqual({ ...told, source: name === 'noted' ? noted.sourceType : undefined });
  }
});

it('says in no page what only pictures are to carry', () => {
  for (const [path, bytes] of filesOf(archive))
    if (/\.(?:html|xml)$/.test(path)) expect(bytes.includes('xmpmeta'), path).toBe(false);
});
