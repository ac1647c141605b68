import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { colours, lines, type Colours } from '../../src/maps/colours.ts';

/** The contrast of two colours, after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const hex = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05;
  };
  const [a, b] = [light(one), light(other)];
  return Math.max(a, b) / Math.min(a, b);
}

const all: [string, Colours][] = [
  ['by day', colours.light],
  ['by night', colours.dark],
  ['as lines', lines.light],
  ['as lines by night', lines.dark],
];

it.each(all)(
  'keeps words at 7:1 on whatever they stand, %s',
  (_, { paper, sea, land, marked, ink, soft, accent }) => {
    for (const ground of [sea, land, marked, paper])
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
    for (const ground of [sea, land, paper])
      expect(contrast(soft, ground)).toBeGreaterThanOrEqual(7);
    // Numbers stand on their marks.
    expect(contrast(paper, accent)).toBeGreaterThanOrEqual(7);
  },
);

it.each(all)('keeps marks and ways at 3:1, %s', (_, { sea, land, accent, marked }) => {
  for (const ground of [sea, land, marked])
    expect(contrast(accent, ground)).toBeGreaterThanOrEqual(3);
});

it('has paper, ink and red of the pages', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  for (const [name, key] of [
    ['paper', 'paper'],
    ['ink', 'ink'],
    ['accent', 'accent'],
  ] as const)
    expect(tokens).toMatch(
      new RegExp(`--${name}: light-dark\\(${colours.light[key]}, ${colours.dark[key]}\\)`),
    );
});
