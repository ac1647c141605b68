import type { Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    // <https://…> looks like HTML to an editor.
    resourceLink: true,
    // A line of colons opens a block on this desk.
    unsafe: [{ atBreak: true, character: ':', after: ':' }],
  })
  .freeze();

/** Writes a text as the Markdown that the desk reads. */
export function toMarkdown(text: Root): string {
  return writer.stringify(text);
}
