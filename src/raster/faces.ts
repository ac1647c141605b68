import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { fromStore, toStore } from '../files/store.ts';
import { inProject } from '../files/project.ts';

/** A font file and the code points for which it is used. */
export interface Face {
  family: string;
  data: Buffer;
  codePoints: number[];
}

const stix = '@fontsource-variable/stix-two-text/files/stix-two-text';
const files: [string, string][] = [
  ...['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'].map(
    (subset): [string, string] => ['STIX Two Text', `${stix}-${subset}-wght-normal.woff2`],
  ),
  [
    'Noto Naskh Arabic',
    '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-700-normal.woff2',
  ],
];

let read: Face[] | undefined;

/**
 * The typefaces of cards: the site’s own, and one with Arabic letters. The packages split a typeface into
 * parts that share a few letters. Each letter comes from the first part of its family that has it, so
 * that one word does not mix parts. Combining marks are allowed from every part that has them: a letter
 * and its marks must come from the same part, or boxes are printed.
 */
export function faces(): Face[] {
  if (read) return read;
  const all = files.map(([family, file]) => ({
    family,
    data: readFileSync(inProject(`node_modules/${file}`)),
  }));
  const key = digestOfAll(all.map(({ data }) => data));
  // Unpacking and parsing takes a tenth of a second.
  const kept = fromStore('faces', key);
  const points = kept ? (JSON.parse(kept.toString()) as number[][]) : pointsOf(all);
  if (!kept) toStore('faces', key, Buffer.from(JSON.stringify(points)));
  return (read = all.map((face, at) => ({ ...face, codePoints: points[at]! })));
}

/** Increase when the selection of code points changes. */
const version = 'faces 1';

function digestOfAll(all: Buffer[]): string {
  const hash = createHash('sha256').update(version);
  for (const data of all) hash.update(data);
  return hash.digest('hex');
}

function pointsOf(all: Pick<Face, 'family' | 'data'>[]): number[][] {
  const taken = new Set<string>();
  return all.map(({ family, data }) => {
    const font = create(data);
    if (font.isCollection) throw new Error(`A file of ${family} is more than one font.`);
    const points = font.characterSet.filter(
      (point) => !taken.has(`${family} ${point}`) || isMark(point),
    );
    for (const point of points) taken.add(`${family} ${point}`);
    return points;
  });
}

const isMark = (point: number) => /\p{M}/u.test(String.fromCodePoint(point));

let known: Set<number>[] | undefined;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Whether the typefaces can set a text. Each letter and all its marks (a grapheme cluster, UAX #29) must
 * come from one typeface with a glyph for each character, or for each part of it.
 */
export function canSet(text: string): boolean {
  const sets = (known ??= faces().map(({ codePoints }) => new Set(codePoints)));
  const hasAll = (part: string) =>
    sets.some((set) => [...part].every((character) => has(set, character)));
  // Most texts need only one typeface, and splitting into graphemes is slow.
  return hasAll(text) || [...graphemes.segment(text)].every(({ segment }) => hasAll(segment));
}

const has = (set: Set<number>, character: string): boolean =>
  set.has(character.codePointAt(0)!) ||
  /\p{Default_Ignorable_Code_Point}/u.test(character) ||
  [...character.normalize('NFD')].every((part) => set.has(part.codePointAt(0)!));
