import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Table, TextBlock } from '../../desk/blocks.ts';
import { textNodes, wordsOf } from './text.ts';

/** What a table has on the narrowest phones, and what a letter of a wide face and the room after a cell take of it, in px. */
const [narrowest, letter, room] = [288, 9.5, 13];

/** Whether a table may have to be moved sideways on a phone, since its words are not broken. */
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
 * A block of words for the page: what only a page has names for, the label of an aside and the frame in
 * which a wide table moves, by the keyboard too. Validators of feeds know neither. A table that needs no
 * moving is no landmark and no stop of the tab key.
 * @param language of the text, BCP 47
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
