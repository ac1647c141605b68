import type { Nodes } from 'mdast';

/** Words of the running text and the quotations; captions are not among them. */
export function countWords(tree: Nodes): number {
  const words = (node: Nodes): string => {
    if (node.type === 'break') return ' ';
    if ('value' in node) return node.value;
    if (!('children' in node)) return '';
    // Within a line nodes join without a gap: *str*ong is one word.
    const inLine = ['paragraph', 'heading', 'emphasis', 'strong', 'link', 'linkReference'];
    return node.children.map(words).join(inLine.includes(node.type) ? '' : ' ');
  };
  return words(tree).split(/\s+/).filter(Boolean).length;
}
