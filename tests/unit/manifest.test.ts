import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { icon } from '../../src/outputs/icon.ts';
import { accent, icons, manifest, paper, paperAtNight } from '../../src/outputs/manifest.ts';
import { editionOf, publication } from './content.ts';

const mark = readFileSync('public/favicon.svg');

it('has the colours of the page', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  expect(tokens).toContain(`--paper: light-dark(${paper}, ${paperAtNight});`);
  expect(tokens).toContain(`--accent: light-dark(${accent}, `);
  expect(mark.toString()).toContain(`fill="${accent}"`);
});

it('leads to the front page and to icons that there are, below a path too', async () => {
  const name = '"An “odd” </script> name"';
  const url = 'https://anh.example/news/';
  const edition = await editionOf({ 'publication.yaml': publication({ url, name }) });
  const data = JSON.parse(manifest(edition)) as { icons: { src: string; sizes: string }[] };
  expect(data).toMatchObject({
    name: 'An “odd” </script> name',
    start_url: '/news/',
    scope: '/news/',
    lang: 'en-US',
  });
  const made = Object.entries(icons).map(([file, { side }]) => [`/news/${file}.png`, side]);
  for (const { src, sizes } of data.icons.filter(({ src }) => src.endsWith('.png')))
    expect(made).toContainEqual([src, Number(sizes.split('x')[0])]);
});

it.each(Object.entries(icons))('makes %s as large as it says', async (_, { side, isWhole }) => {
  const png = await icon(mark, side, isWhole);
  const { width, height, format } = await sharp(png).metadata();
  expect({ width, height, format }).toEqual({ width: side, height: side, format: 'png' });
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => [
    ...data.subarray(4 * (y * info.width + x), 4 * (y * info.width + x) + 4),
  ];
  // Its own corners are round; the whole ones are filled, and nothing stands near their edge.
  expect(colourAt(0, 0)).toEqual(isWhole ? [0xa3, 0x16, 0x21, 255] : [0, 0, 0, 0]);
  const edge = Array.from({ length: side }, (_, x) => colourAt(x, Math.round(side * 0.05)));
  if (isWhole) expect(new Set(edge.map(String))).toEqual(new Set(['163,22,33,255']));
  const colours = new Set<string>();
  for (let x = 0; x < side; x += 1) colours.add(String(colourAt(x, Math.round(side * 0.25))));
  expect(colours).toContain('255,253,248,255');
});
