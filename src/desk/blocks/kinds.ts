import type { BlockKind } from './kind.ts';
import { pullQuote } from './pull-quote.ts';

/** Every kind of block, in the order of the editors’ reference. */
export const blockKinds: BlockKind[] = [pullQuote];

const byName = new Map<string, BlockKind>(blockKinds.map((kind) => [kind.name, kind]));

/** The kind of a name. */
export function kindNamed(name: string): BlockKind | undefined {
  return byName.get(name);
}
