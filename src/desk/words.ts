import type { Nodes } from 'mdast';

/** Nodes that join what is in them without a gap: *str*ong is one word. */
const inLine = new Set([
  ...['paragraph', 'heading', 'tableCell'],
  ...['emphasis', 'strong', 'delete', 'link', 'linkReference'],
]);

/** The words of a node of Markdown as they are read; captions are not among them. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(wordsOf).join(inLine.has(node.type) ? '' : ' ');
}

/** Words of the running text and the quotations. */
export function countWords(tree: Nodes): number {
  return wordsOf(tree).split(/\s+/).filter(Boolean).length;
}
