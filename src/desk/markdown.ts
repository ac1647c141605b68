import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';
import type { ElementContent, Root as Html } from 'hast';
import type { Root, RootContent } from 'mdast';

/** Only whole blocks are directives: in a sentence a colon is a colon, as in “at 9:30”. */
function colonsInSentences(this: Processor) {
  for (const extension of this.data().micromarkExtensions ?? []) delete extension.text?.[58];
}

const reader = unified().use(remarkParse).use(remarkDirective).use(colonsInSentences).freeze();

/** The line below a table’s first: bars and dashes. */
const tableRule = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[ \t:|-]*$/m;

function tables(this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

// To look for tables costs a tenth of the parsing, and few texts have one.
const tableReader = unified()
  .use(remarkParse)
  .use(remarkDirective)
  .use(colonsInSentences)
  .use(tables)
  .freeze();

const setter = unified().use(remarkRehype).freeze();

/** Parses Markdown: CommonMark with block directives and the tables of GitHub’s. */
export function parseMarkdown(markdown: string): Root {
  return (tableRule.test(markdown) ? tableReader : reader).parse(markdown);
}

/** Turns Markdown nodes into HTML nodes; raw HTML among them is left out. */
export function toHtmlNodes(children: RootContent[]): ElementContent[] {
  const html = setter.runSync({ type: 'root', children }) as Html;
  return html.children.filter(
    (node) => node.type === 'element' && stripPositions(node),
  ) as ElementContent[];
}

/** Places are needed while the desk checks; in the set text they are only weight. */
function stripPositions(node: ElementContent): true {
  delete node.position;
  delete (node as { data?: unknown }).data;
  if (node.type === 'element') node.children.forEach(stripPositions);
  return true;
}
