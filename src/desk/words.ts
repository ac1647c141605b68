import type { Nodes } from 'mdast';

/** Nodes whose children are joined without a gap: *str*ong is one word. */
const inLine = new Set([
  ...['paragraph', 'heading', 'tableCell'],
  ...['emphasis', 'strong', 'delete', 'link', 'linkReference'],
]);

/** The words of a Markdown node as readers read them, without captions. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(wordsOf).join(inLine.has(node.type) ? '' : ' ');
}

/** The number of words in the running text and the quotations. */
export function countWords(tree: Nodes): number {
  return wordsOf(tree).split(/\s+/).filter(Boolean).length;
}
