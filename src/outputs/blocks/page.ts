import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Table, TextBlock } from '../../desk/blocks.ts';
import { textNodes, wordsOf } from './text.ts';

/**
 * In px: the width of a table on the narrowest phones, of a letter in a wide typeface, and of the space
 * after a cell.
 */
const [narrowest, letter, room] = [288, 9.5, 13];

/** Whether a table may have to scroll sideways on a phone, because its words do not break. */
function isWide({ rows }: Table): boolean {
  const longest = (rows[0] ?? []).map((_, column) =>
    Math.max(
      ...rows
        .flatMap((row) => wordsOf(row[column] ?? []).split(/[\s-]+/))
        .map(({ length }) => length),
    ),
  );
  return longest.reduce((width, letters) => width + letters * letter + room, 0) > narrowest;
}

/**
 * A text block for the page, with additions that validators of feeds do not know: the label of an aside,
 * and the frame in which a wide table scrolls, also by keyboard. A table that does not scroll is neither
 * a landmark nor a tab stop.
 * @param language the language of the text, BCP 47
 */
export function pageNodes(block: TextBlock, language: string): ElementContent[] {
  const nodes = textNodes(block, language);
  if (block.type !== 'aside' && block.type !== 'table') return nodes;
  const label = { ariaLabel: block.title };
  if (block.type === 'table')
    return isWide(block)
      ? [h('div', { ...label, className: ['frame'], role: 'region', tabIndex: 0 }, nodes)]
      : [h('div', { className: ['frame', 'narrow'] }, nodes)];
  return nodes.map((node) =>
    node.type === 'element' ? { ...node, properties: { ...node.properties, ...label } } : node,
  );
}
