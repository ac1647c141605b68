import { readFileSync } from 'node:fs';
import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atlas, countryIn } from '../../src/desk/atlas.ts';
import { faces } from '../../src/raster/faces.ts';
import { widthOf } from '../../src/maps/measure.ts';
import { missingTool, toolFile } from '../tools/tools.ts';

const lacking = missingTool('@fontsource/dejavu-sans', '@fontsource/noto-sans-arabic');
const renderer = new Renderer();
const add = (name: string, file: string) =>
  renderer.registerFont({
    name,
    weight: 700,
    data: readFileSync(new URL(toolFile(`@fontsource/${file}`))),
  });
// The widest face that a system is known to have, a usual Arabic one, and those of the prints.
if (!lacking) {
  await add('DejaVu', 'dejavu-sans/files/dejavu-sans-latin-700-normal.woff2');
  await add('Noto', 'noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2');
}
for (const { family, data, codePoints } of faces())
  await renderer.registerFont({
    name: family,
    data,
    unicodeRange: codePoints.map((point) => [point, point]),
  });

/** How wide a text is in a face at 100 px. */
async function measured(text: string, fontFamily: string): Promise<number> {
  const ends = ({ runs, children }: MeasuredNode): number[] => [
    ...runs.map(({ x, width }) => x + width),
    ...children.flatMap(ends),
  ];
  const style = { fontFamily, fontSize: 100, fontWeight: 700, whiteSpace: 'nowrap' as const };
  return Math.max(
    ...ends(await renderer.measure({ type: 'text', text, style }, { width: 99_999 })),
  );
}

const { geometries } = atlas('50m').objects.countries;
const namesIn = (language: string) => geometries.map((country) => countryIn(language, country));

it.skipIf(lacking).each([
  ['DejaVu', ['en', 'sq', 'sr', 'de', 'vi', 'tr', 'el', 'ru', 'ar']],
  ['Noto', ['ar', 'fa']],
  ['STIX Two Text, Noto Naskh Arabic', ['en', 'sq', 'sr', 'ar', 'el', 'vi']],
])(`takes no country’s name for narrower than it is in %s ${lacking}`, async (face, languages) => {
  for (const name of new Set(languages.flatMap(namesIn))) {
    const width = await measured(name, face);
    expect(width / widthOf(name, 100), name).toBeLessThanOrEqual(1);
  }
});

it.skipIf(lacking)(
  `takes no word for narrower than it is in the widest face ${lacking}`,
  async () => {
    const letter = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -’.,()ÇËçëŠšŽžĐđ',
    );
    const word = fc
      .string({ unit: letter, minLength: 1, maxLength: 30 })
      .filter((one) => one.trim() === one);
    await fc.assert(
      fc.asyncProperty(word, async (text) => {
        expect(await measured(text, 'DejaVu')).toBeLessThanOrEqual(widthOf(text, 100) + 0.01);
      }),
      { numRuns: 300 },
    );
  },
);

it.skipIf(lacking)(
  `does not waste the room: names are at least two thirds of what they are taken for ${lacking}`,
  async () => {
    for (const name of ['Pristina', 'Mitrovica', 'Kuwait', 'Sarajevo', 'Приштина'])
      expect((await measured(name, 'DejaVu')) / widthOf(name, 100), name).toBeGreaterThan(2 / 3);
  },
);
