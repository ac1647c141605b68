import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkDirective from 'remark-directive';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';

/** For this desk, a colon in a sentence needs no escape; at the beginning of a line it does. */
function colonsInSentences(this: Processor) {
  for (const extension of this.data().toMarkdownExtensions ?? [])
    extension.unsafe = (extension.unsafe ?? []).filter(
      ({ character, inConstruct }) => character !== ':' || inConstruct === undefined,
    );
  // Three colons would look like a block to the desk, also after characters that may open a line.
  this.data().toMarkdownExtensions?.push({
    unsafe: [{ character: ':', after: '::', inConstruct: 'phrasing' }],
  });
}

/** Writes GitHub’s tables, footnotes and strikethrough, and escapes text that looks like them. */
function marksOfGitHub(this: Processor) {
  this.data().toMarkdownExtensions?.push(
    gfmTableToMarkdown(),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
  );
}

const writer = unified()
  .use(remarkDirective)
  .use(colonsInSentences)
  .use(marksOfGitHub)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    // <https://…> looks like HTML to an editor.
    resourceLink: true,
  })
  .freeze();

/** Writes a text as Markdown for the desk. */
export function toMarkdown(text: Root): string {
  return writer.stringify(text);
}
