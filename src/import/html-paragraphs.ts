import type { Element, ElementContent } from 'hast';
import { element, hasBlock, isWithinLine } from './html-nodes.ts';

/**
 * Parts what stands in a line at each empty line in it, which is two breaks one after the other, as old
 * editors write paragraphs.
 * @returns the nodes as they were where there is no empty line, else paragraphs
 */
export function partAtEmptyLines(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let line: ElementContent[] = [];
  const endLine = () => {
    const parts = partLine(line);
    result.push(...(parts.length > 1 ? parts.map((part) => element('p', {}, part)) : line));
    line = [];
  };
  for (const node of nodes) {
    if (hasBlock(node)) {
      endLine();
      result.push(node);
    } else line.push(node);
  }
  endLine();
  return result;
}

/** The parts of a line between its empty lines; an element across one is there in both parts. */
function partLine(nodes: ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  const add = (node: ElementContent) => {
    if (breaks.length > 1) parts.push([]);
    else parts.at(-1)!.push(...breaks);
    breaks = [];
    parts.at(-1)!.push(node);
  };
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') breaks.push(node);
    else if (node.type === 'text' && node.value.trim() === '' && breaks.length > 0) continue;
    else if (node.type === 'element' && isWithinLine(node) && node.tagName !== 'img') {
      const [first = [], ...rest] = partLine(node.children);
      add(copyWith(node, first));
      for (const part of rest) parts.push([copyWith(node, part)]);
    } else add(node);
  }
  if (breaks.length === 1) parts.at(-1)!.push(...breaks);
  return parts;
}

function copyWith(node: Element, children: ElementContent[]): Element {
  return { ...node, children };
}
