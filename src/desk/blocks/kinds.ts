import { aside } from './aside.ts';
import { documents } from './documents.ts';
import { embed } from './embed.ts';
import { gallery } from './gallery.ts';
import { keyFacts } from './key-facts.ts';
import { keyFigures } from './key-figures.ts';
import type { BlockKind } from './kind.ts';
import { pullQuote } from './pull-quote.ts';
import { questions } from './q-and-a.ts';
import { audio, video } from './recording.ts';
import { table } from './table.ts';
import { timeline } from './timeline.ts';

/** Every kind of block, in the order of the editors’ reference. */
export const blockKinds: BlockKind[] = [
  pullQuote,
  keyFigures,
  keyFacts,
  timeline,
  questions,
  aside,
  documents,
  table,
  gallery,
  embed,
  audio,
  video,
];

const byName = new Map<string, BlockKind>(blockKinds.map((kind) => [kind.name, kind]));

/** The kind of block with a name. */
export function kindNamed(name: string): BlockKind | undefined {
  return byName.get(name);
}
