import type { RootContent } from 'mdast';
import { nearest } from '../nearest.ts';
import type { Report } from '../text-report.ts';
import { blockKinds, kindNamed } from './kinds.ts';

/**
 * Refuses a block that is unknown, in the wrong place or not closed. Its kind checks its content.
 * @param atTop whether it is between the paragraphs of the text
 * @param lines the lines of the Markdown
 */
export function checkDirective(
  node: Extract<RootContent, { type: 'containerDirective' | 'leafDirective' }>,
  atTop: boolean,
  lines: string[],
  report: Report,
): void {
  const kind = kindNamed(node.name);
  const line = (place: 'start' | 'end') => lines[(node.position?.[place].line ?? 0) - 1] ?? '';
  const colons = /:{3,}/.exec(line('start'))?.[0] ?? '';
  if (!kind) {
    const names = blockKinds.map(({ name }) => name);
    const near = nearest(node.name, new Map(names.map((name) => [name, []])));
    report(
      node,
      `There is no block called \`${node.name}\`.`,
      `The nearest one is \`${near}\`; the blocks are ${names.join(', ')}.`,
    );
  } else if (node.type === 'leafDirective')
    report(
      node,
      'A block opens with three colons and has lines of its own.',
      `${kind.opening} and close it with a line of :::`,
    );
  else if (!atTop)
    report(
      node,
      'A block cannot be inside another block, a list or a quotation.',
      'Put it between two paragraphs of the text.',
    );
  else if (!new RegExp(`^\\s*${colons}:*\\s*$`).test(line('end')))
    report(node, 'This block is not closed.', 'Close it with a line of :::');
}
