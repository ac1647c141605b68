import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { TextBlock } from '../../desk/blocks.ts';
import { textNodes } from './text.ts';

/**
 * A block of words for the page: what only a page has names for, the label of an aside and the frame in
 * which a wide table moves, by the keyboard too. Validators of feeds know neither.
 * @param language of the text, BCP 47
 */
export function pageNodes(block: TextBlock, language: string): ElementContent[] {
  const nodes = textNodes(block, language);
  if (block.type !== 'aside' && block.type !== 'table') return nodes;
  const label = { ariaLabel: block.title };
  if (block.type === 'table')
    return [h('div', { ...label, className: ['frame'], role: 'region', tabIndex: 0 }, nodes)];
  return nodes.map((node) =>
    node.type === 'element' ? { ...node, properties: { ...node.properties, ...label } } : node,
  );
}
