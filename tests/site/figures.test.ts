import type { Element } from 'hast';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { archive, filesOf, home } from '../sites.ts';
import { attribute, inLine, kuwait, openPage } from './page.ts';

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

it('fetches the first picture at once and the others when they come near', () => {
  const loading = (all: Element[]) => all.map((one) => attribute(part(one, 'img'), 'loading'));
  expect(loading(figures)).toEqual(['eager', 'lazy', 'lazy']);
  expect(loading(openPage(home, kuwait).all('.figure'))).toEqual(['eager', 'lazy']);
});

it('offers AVIF and WebP in four widths, with size and sizes', async () => {
  const files = filesOf(archive);
  for (const figure of figures) {
    const [source, image] = [part(figure, 'source'), part(figure, 'img')];
    expect(attribute(source, 'type')).toBe('image/avif');
    expect([attribute(image, 'width'), attribute(image, 'height')]).toEqual(['1200', '750']);
    for (const [element, format] of [
      [source, 'heif'],
      [image, 'webp'],
    ] as const) {
      expect(attribute(element, 'sizes')).toBe('(min-width: 64rem) 60rem, 94vw');
      const set = attribute(element, 'srcSet')
        .split(', ')
        .map((one) => one.split(' '));
      expect(set.map(([, width]) => width)).toEqual(['480w', '800w', '1200w', '1600w']);
      for (const [address, width] of set) {
        const made = await sharp(files.get(address!.slice(archive.base.length))).metadata();
        expect([made.format, `${made.width}w`]).toEqual([format, width]);
      }
    }
  }
});

it('hands on nothing that a camera or a program wrote into a picture', async () => {
  const pictures = [...filesOf(archive)].filter(([path]) => /\.(?:avif|webp|jpg)$/.test(path));
  expect(pictures.length).toBeGreaterThan(20);
  for (const [path, bytes] of pictures) {
    const { exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc], path).toEqual([undefined, undefined, undefined]);
  }
});

it('shows the first figure of a story without a lead on the front page and in previews', () => {
  expect(attribute(openPage(home, '').one('.splash img'), 'alt')).toMatch(/^Thirty-two soldiers/);
  const story = openPage(home, kuwait);
  expect(story.meta('og:image')).toMatch(/^https:\/\/anh\.example\/_astro\/ceremony\..*\.jpg$/);
  expect(story.meta('og:image:alt')).toMatch(/^Thirty-two soldiers/);
});
