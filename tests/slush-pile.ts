import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { readContent } from '../src/desk/desk.ts';
import { ContentError } from '../src/desk/problem.ts';
import { fieldPieces } from './anything.ts';
import { write } from './generate.ts';
import { held, marked, slush, type Slush } from './slush.ts';

// The slush pile: stories that hold anything, the same ones in every run. Those that the desk
// passes are in the fixture.

const drawn = <Value>(arbitrary: fc.Arbitrary<Value>, numRuns: number) =>
  fc.sample(arbitrary, { seed: 20213, numRuns });

const pile = drawn(held, 56).map(slush);

/** Six tags, six authors and six series for the pile; nothing of the last two of each is out. */
const terms = drawn(fc.tuple(fieldPieces(2), fieldPieces(8)), 18).map((texts, index) => {
  const number = index % 6;
  const kind = (['tag', 'author', 'series'] as const)[Math.floor(index / 6)]!;
  const name = marked(`${kind}${number}name`, texts[0]);
  const description = marked(`${kind}${number}description`, texts[1]);
  return {
    kind,
    key: `slush-${number}`,
    value: JSON.stringify({ name: name.text, description: description.text }),
    shown: number < 4 ? [name.own, description.own] : [],
  };
});

const files = { tag: 'tags.yaml', series: 'series.yaml' };

/** Adds to a content folder as much of the pile as the desk passes. */
export async function writeSlushPile(content: string): Promise<void> {
  for (const { kind, key, value } of terms)
    if (kind === 'author') write(join(content, `authors/${key}.yaml`), `${value}\n`);
    else appendFileSync(join(content, files[kind]), `${key}: ${value}\n`);
  let made = 0;
  for (const { file, text, pictures } of pile) {
    write(join(content, file), text);
    for (const name of pictures) {
      // Astro makes a picture once, under one of its names, however many stories have it.
      const background = { r: (made += 1), g: 0, b: 0 };
      const create = { width: 16, height: 10, channels: 3, background } as const;
      write(join(content, dirname(file), name), await sharp({ create }).png().toBuffer());
    }
  }
  const refused: unknown = await readContent(content).catch((error: unknown) => error);
  if (!(refused instanceof ContentError))
    throw new Error('The pile is too tame.', { cause: refused });
  for (const file of new Set(refused.problems.map((problem) => problem.file)))
    rmSync(dirname(file), { recursive: true });
}

/** As much of the pile as the desk passed. */
export function passedSlush(content: string): {
  stories: Slush[];
  /** Those that have a page. */
  out: Slush[];
  /** Every word of them that readers get to see. */
  shown: string[];
} {
  const stories = pile.filter(({ file }) => existsSync(join(content, file)));
  return {
    stories,
    out: stories.filter(({ fate }) => fate === 'published' || fate === 'retracted'),
    shown: [...terms, ...stories].flatMap(({ shown }) => shown),
  };
}
