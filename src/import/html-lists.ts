import type { Element, ElementContent } from 'hast';
import { element, hasBlock } from './html-nodes.ts';

/**
 * Whether Markdown would number a list differently from HTML: backwards, with numbers on its entries, with
 * letters, or as a single line such as “24. March”, which readers do not see as a list.
 * @param node an `ol` of the source
 */
export function isCountedOtherwise({ properties, children }: Element): boolean {
  const entries = children.filter((child) => child.type === 'element' && child.tagName === 'li');
  const first = Number(properties['start'] ?? 1);
  return (
    entries.length === 1 ||
    first > 100 ||
    first < 0 ||
    properties['reversed'] === true ||
    /^[a]$/i.test(String(properties['type'] ?? '')) ||
    entries.some((entry) => entry.type === 'element' && entry.properties['value'] !== undefined)
  );
}

/**
 * Converts such a list to paragraphs, each with its number in HTML (HTML, 4.4.5).
 * @param node the `ol` of the source
 * @param entries its entries, cleaned
 */
export function countedLines(node: Element, entries: ElementContent[]): ElementContent[] {
  const { start, reversed, type } = node.properties;
  const values = node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'li' ? [child.properties['value']] : [],
  );
  const step = reversed === true ? -1 : 1;
  let number = Number(start ?? (reversed === true ? values.length : 1));
  return entries.flatMap((entry): ElementContent[] => {
    if (entry.type !== 'element' || entry.tagName !== 'li') return [entry];
    const value = values.shift();
    if (value !== undefined && value !== null) number = Number(value);
    const opening = { type: 'text' as const, value: `${markOf(number, String(type ?? ''))}. ` };
    number += step;
    const [first, ...rest] = entry.children;
    if (first?.type === 'element' && first.tagName === 'p')
      return [element('p', {}, [opening, ...first.children]), ...rest];
    const blockAt = entry.children.findIndex(hasBlock);
    const line = blockAt < 0 ? entry.children : entry.children.slice(0, blockAt);
    return [element('p', {}, [opening, ...line]), ...entry.children.slice(line.length)];
  });
}

function markOf(number: number, type: string): string {
  if (!/^a$/i.test(type) || number < 1 || number > 26) return String(number);
  return String.fromCharCode((type === 'a' ? 96 : 64) + number);
}
