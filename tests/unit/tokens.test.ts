import { readdirSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import { expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
interface Colour {
  parseString(text: string): void;
}
/** How axe reckons contrast, which its types leave out. */
const { Color, getContrast } = (
  axe.commons as unknown as {
    color: { Color: new () => Colour; getContrast(ground: Colour, text: Colour): number };
  }
).color;

/** The colours that are set in a block of the styles, for light and for dark. */
function coloursIn(block: string) {
  const found = [...block.matchAll(/--(\w+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)];
  const pick = (index: 2 | 3) =>
    Object.fromEntries(found.map((match) => [match[1]!, (match[index] ?? match[4])!]));
  return { light: pick(2), dark: pick(3) };
}

const [all = '', more = '', print = ''] = css.split(
  /@media \(prefers-contrast: more\)|@media print/,
);
const [plain, contrast, paper] = [all, more, print].map(coloursIn);
const palettes: [string, Record<string, string>][] = Object.entries({
  light: plain!.light,
  dark: plain!.dark,
  'light with more contrast': { ...plain!.light, ...contrast!.light },
  'dark with more contrast': { ...plain!.dark, ...contrast!.dark },
  print: { ...plain!.light, ...paper!.light },
});

const contrastOf = (one: string, other: string) => {
  const [first, second] = [one, other].map((text) => {
    const colour = new Color();
    colour.parseString(text);
    return colour;
  });
  return getContrast(first!, second!);
};

it.each(palettes)('keeps every text at 7:1 on every ground: %s', (_, colours) => {
  const pairs = ['paper', 'wash'].flatMap((ground) =>
    ['ink', 'soft', 'accent'].map((text) => ({
      pair: `${text} on ${ground}`,
      contrast: contrastOf(colours[ground]!, colours[text]!),
    })),
  );
  expect(pairs).toHaveLength(6);
  expect(pairs.filter(({ contrast }) => !(contrast >= 7))).toEqual([]);
});

it('has more contrast for who asks for it', () => {
  const [, light] = palettes[0]!;
  const [, strong] = palettes[2]!;
  for (const text of ['ink', 'soft', 'accent'])
    expect(contrastOf(strong['paper']!, strong[text]!), text).toBeGreaterThan(
      contrastOf(light['paper']!, light[text]!),
    );
  // Lines are for reading then, as text is.
  expect(contrastOf(strong['paper']!, strong['rule']!)).toBeGreaterThan(7);
});

it('names every colour in one place', () => {
  const others = readdirSync('src/styles').filter((name) => name !== 'tokens.css');
  expect(others.length).toBeGreaterThan(3);
  for (const name of others)
    expect(readFileSync(`src/styles/${name}`, 'utf8'), name).not.toMatch(
      /#[\da-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch|color)\(/,
    );
});
