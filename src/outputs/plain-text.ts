import type { ElementContent } from 'hast';

/** Elements of a line, around which no word ends: *str*ong is one word. */
const inLine = new Set(['a', 'code', 'em', 'small', 'span', 'strong', 'time']);

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
      if (node.type !== 'element') return '';
      const words = wordsOf(node.children);
      return inLine.has(node.tagName) ? words : ` ${words} `;
    })
    .join('');
}
