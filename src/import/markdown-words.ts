import type { Nodes } from 'mdast';

/** The words of a node of Markdown; what stands in one line joins without a gap. */
export function markdownWords(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(markdownWords).join('') : '';
}
