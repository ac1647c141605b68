import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { hold, setterFor, typeset } from './typeset.ts';

/** Nodes that readers read as one run of text. */
const lines = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell']);

/**
 * Applies a language’s typography to a text; code and addresses stay as they are.
 * @param language BCP 47 tag
 */
export function setTree(tree: Root, language: string): void {
  visit(tree, (node) => {
    if (lines.has(node.type)) setLine(node as Parents, language);
    if (node.type === 'image') {
      node.alt &&= typeset(node.alt, language);
      node.title &&= typeset(node.title, language);
    }
  });
}

function setLine(line: Parents, language: string): void {
  const pieces = piecesOf(line);
  const set = setterFor(language);
  pieces.forEach((piece, at) => {
    const words = typeof piece === 'string' ? piece : piece.value;
    const following = pieces
      .slice(at + 1)
      .map((next) => (typeof next === 'string' ? next : next.value));
    const done = set(words, following.join(''));
    if (typeof piece !== 'string') piece.value = hold(done, language);
  });
}

/** The parts of a line in order: text nodes, and strings for what stays unchanged. */
function piecesOf(node: Nodes): (Text | string)[] {
  // An address that is its own link text stays unchanged.
  if (node.type === 'link' && isBare(node)) return [node.url];
  if (node.type === 'text') return [node];
  if (node.type === 'inlineCode') return [node.value];
  if (node.type === 'break') return ['\n'];
  return 'children' in node ? node.children.flatMap(piecesOf) : [];
}

function isBare({ url, children: [first] }: Link): boolean {
  return first?.type === 'text' && first.value === url;
}
