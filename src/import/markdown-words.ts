import type { Nodes } from 'mdast';

/** The words of a Markdown node; inline nodes are joined without a gap. */
export function markdownWords(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(markdownWords).join('') : '';
}
