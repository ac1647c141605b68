import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';

/** A font file and the code points that it is used for. */
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
 * The faces of the cards: the site’s own, and one that has Arabic letters. The packages cut a face
 * in parts that share a few letters; each code point of a family is taken from the first part with
 * it, so that a word is not set from two.
 */
export function faces(): Face[] {
  if (read) return read;
  const taken = new Set<string>();
  return (read = files.map(([family, file]) => {
    const data = readFileSync(`node_modules/${file}`);
    const font = create(data);
    if (font.isCollection) throw new Error(`${file} is more than one font.`);
    const codePoints = font.characterSet.filter((point) => !taken.has(`${family} ${point}`));
    for (const point of codePoints) taken.add(`${family} ${point}`);
    return { family, data, codePoints };
  }));
}

let known: Set<number> | undefined;

/** Whether the faces have a glyph for each letter of a text, or for each part of it. */
export function canSet(text: string): boolean {
  const points = (known ??= new Set(faces().flatMap(({ codePoints }) => codePoints)));
  const has = (letter: string) =>
    points.has(letter.codePointAt(0)!) || /\p{Default_Ignorable_Code_Point}/u.test(letter);
  return [...text].every((letter) => has(letter) || [...letter.normalize('NFD')].every(has));
}
