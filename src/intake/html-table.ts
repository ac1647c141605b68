import type { ElementContent } from 'hast';
import { element, inLine, within } from './html-nodes.ts';

/**
 * Turns a table into a list, which the desk's Markdown has: a row is an entry, bars part its cells.
 * @param cleaned what is in the table
 * @returns the table's caption, the list, and the pictures of all cells
 */
export function tableToList(cleaned: ElementContent[]): ElementContent[] {
  const caption = within(cleaned, 'caption').map((child) => element('p', {}, child.children));
  const rows = within(cleaned, 'tr').map((row) => {
    const cells = row.children.filter((cell) => cell.type === 'element');
    const parts = cells.flatMap((cell, at): ElementContent[] => [
      ...(at > 0 ? [{ type: 'text', value: ' | ' } as const] : []),
      ...inLine(cell),
    ]);
    return element('li', {}, parts);
  });
  const list =
    rows.length > 0 ? element('ul', {}, rows) : element('p', {}, cleaned.flatMap(inLine));
  const pictures = within(cleaned, 'img').map((picture) => element('p', {}, [picture]));
  return [...caption, list, ...pictures];
}
