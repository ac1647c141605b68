import type { Element, ElementContent } from 'hast';
import { element, hasBlock, isWithinLine } from './html-nodes.ts';

/**
 * Splits inline content into paragraphs at each empty line, that is, at two consecutive breaks: old editors
 * write paragraphs like that.
 * @returns the nodes unchanged if there is no empty line, otherwise paragraphs
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

/** The parts between empty lines; an element across an empty line is in both parts. */
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
