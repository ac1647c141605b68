import type { ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import type { Pair } from '../blocks.ts';
import { countWords } from '../words.ts';
import type { Written } from './kind.ts';

/** The entries of a block that may contain only one list, each a paragraph; anything else is refused. */
export function linesOf({ node, children, report }: Written<unknown>): Paragraph[] {
  const list = children.find(({ type }) => type === 'list');
  const other = children.find((child) => child !== list);
  if (other)
    report(
      other,
      `The block \`${node.name}\` can contain only one list.`,
      'Begin each line with - and a space; move anything else before or after the block.',
    );
  if (list?.type !== 'list') return [];
  return list.children.flatMap((entry) => {
    const [line, more] = entry.children;
    if (line?.type === 'paragraph' && !more) return [line];
    report(
      more ?? entry,
      'An entry in this list can have only one line.',
      'Join its lines, or make them entries.',
    );
    return [];
  });
}

/** The entries of a block, each of which opens with words in bold; any other is refused. */
export function pairsOf(written: Written<unknown>, example: string): Pair[] {
  return linesOf(written).flatMap((line): Pair[] => {
    const [head, ...rest] = line.children;
    const [next] = rest;
    // The space or punctuation between the two belongs to neither.
    if (next?.type === 'text') next.value = next.value.replace(/^\s*[:–—-]?(?:\s+|$)/, '');
    if (head?.type === 'strong' && hasWords(head.children) && hasWords(rest))
      return [{ head: setLine(written, head.children), nodes: setLine(written, rest) }];
    written.report(
      line,
      'This entry needs two parts, the first in bold.',
      `Write it like this: ${example}`,
    );
    return [];
  });
}

/** Sets the content of a line. */
export function setLine(
  { html }: Pick<Written<unknown>, 'html'>,
  children: PhrasingContent[],
): ElementContent[] {
  const [set] = html([{ type: 'paragraph', children }]);
  return set?.type === 'element' ? set.children : [];
}

/** Whether the content of a line has a word. */
export function hasWords(children: PhrasingContent[]): boolean {
  return countWords({ type: 'paragraph', children }) > 0;
}
