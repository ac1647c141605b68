import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block } from '../../desk/blocks.ts';

/** A block without pictures. */
type TextBlock = Exclude<Block, { type: 'figure' }>;

/**
 * A block of words as HTML that says what it is. The names of the classes are those of the blocks, by
 * which the page styles them and other newsrooms know them.
 */
export function textNodes(block: TextBlock): ElementContent[] {
  switch (block.type) {
    case 'prose':
      return block.nodes;
    case 'pull-quote':
      return [
        h('figure', { className: ['pull-quote'] }, [
          h('blockquote', block.nodes),
          h('figcaption', block.speaker),
        ]),
      ];
  }
}
