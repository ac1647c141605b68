import type { ElementContent } from 'hast';
import { isCall, isWayBack } from './blocks/footnotes.ts';

/** Elements of a line, around which no word ends: *str*ong is one word. */
const inLine = new Set(['a', 'code', 'del', 'em', 'small', 'span', 'strong', 'sup', 'time']);

/**
 * The words of set text, for programs that only want those. As good as hast-util-to-text for what
 * comes of Markdown (desk/markdown.ts) and of blocks, at a tenth of its cost.
 */
export function plainText(nodes: ElementContent[]): string {
  return wordsOf(nodes).replace(/\s+/g, ' ').trim();
}

function wordsOf(nodes: ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      // The number of a footnote is no word, nor is the way back from it.
      if (node.type !== 'element' || isCall(node) || isWayBack(node)) return '';
      const words = wordsOf(node.children);
      return inLine.has(node.tagName) ? words : ` ${words} `;
    })
    .join('');
}
