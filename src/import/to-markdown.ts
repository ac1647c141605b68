import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkDirective from 'remark-directive';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';

/** On this desk a colon in a sentence is a colon, and needs no escape; one that opens a line does. */
function colonsInSentences(this: Processor) {
  for (const extension of this.data().toMarkdownExtensions ?? [])
    extension.unsafe = (extension.unsafe ?? []).filter(
      ({ character, inConstruct }) => character !== ':' || inConstruct === undefined,
    );
  // Three would look like a block to the desk, also behind the marks that may open a line.
  this.data().toMarkdownExtensions?.push({
    unsafe: [{ character: ':', after: '::', inConstruct: 'phrasing' }],
  });
}

/** Tables, of which the desk’s are blocks, footnotes and what is struck out; what looks like one is escaped. */
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

/** Writes a text as the Markdown that the desk reads. */
export function toMarkdown(text: Root): string {
  return writer.stringify(text);
}
