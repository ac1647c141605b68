import type { ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import type { Pair } from '../blocks.ts';
import { countWords } from '../words.ts';
import type { Written } from './kind.ts';

/** The lines of a block that is one list, each entry a line; anything else is refused. */
export function linesOf({ node, children, report }: Written<unknown>): Paragraph[] {
  const list = children.find(({ type }) => type === 'list');
  const other = children.find((child) => child !== list);
  if (other)
    report(
      other,
      `The block \`${node.name}\` holds one list and nothing else.`,
      'Begin each line with - and a space; what is no part of it goes before or after the block.',
    );
  if (list?.type !== 'list') return [];
  return list.children.flatMap((entry) => {
    const [line, more] = entry.children;
    if (line?.type === 'paragraph' && !more) return [line];
    report(more ?? entry, 'An entry of this list is one line.', 'Make it one, or several entries.');
    return [];
  });
}

/** The lines of a block, each of which opens with words in bold; one that does not is refused. */
export function pairsOf(written: Written<unknown>, example: string): Pair[] {
  return linesOf(written).flatMap((line): Pair[] => {
    const [head, ...rest] = line.children;
    const [next] = rest;
    // The space or the mark that parts the two is no part of either.
    if (next?.type === 'text') next.value = next.value.replace(/^\s*[:–—-]?(?:\s+|$)/, '');
    if (head?.type === 'strong' && hasWords(head.children) && hasWords(rest))
      return [{ head: setLine(written, head.children), nodes: setLine(written, rest) }];
    written.report(line, 'This entry lacks one of its two parts.', `Write it so: ${example}`);
    return [];
  });
}

/** Sets what stands within a line. */
export function setLine(
  { html }: Pick<Written<unknown>, 'html'>,
  children: PhrasingContent[],
): ElementContent[] {
  const [set] = html([{ type: 'paragraph', children }]);
  return set?.type === 'element' ? set.children : [];
}

/** Whether there is a word in what stands within a line. */
export function hasWords(children: PhrasingContent[]): boolean {
  return countWords({ type: 'paragraph', children }) > 0;
}
