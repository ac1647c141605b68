import type { Element, ElementContent } from 'hast';
import type { Block } from '../../desk/blocks.ts';
import type { Figure } from '../../desk/schema/figure.ts';
import { textNodes } from './text.ts';

/**
 * Blocks as HTML that says what it is, for feeds, the wire and, by way of text-markdown.ts, plain
 * text. The page has the same, but for its pictures, which Astro makes.
 * @param language of the story, BCP 47
 * @param figure makes the node of a picture, which differs from output to output
 */
export function nodesOf(
  blocks: Block[],
  language: string,
  figure: (figure: Figure) => Element,
): ElementContent[] {
  return blocks.flatMap((block) =>
    block.type === 'figure' ? [figure(block.figure)] : textNodes(block, language),
  );
}
