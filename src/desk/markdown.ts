import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Data, type Processor } from 'unified';
import type { ElementContent, Root as Html } from 'hast';
import type { Root, RootContent } from 'mdast';
import { callOf } from './footnotes.ts';

/** Allows directives only as blocks: in a sentence a colon is a colon, as in “at 9:30”. */
function colonsInSentences(this: Processor) {
  for (const extension of this.data().micromarkExtensions ?? []) delete extension.text?.[58];
}

const reader = unified().use(remarkParse).use(remarkDirective).use(colonsInSentences).freeze();

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type FromMarkdown = NonNullable<Data['fromMarkdownExtensions']>[number];

/** Rare syntax, each with a pattern that shows whether a text may have it. Enabling all would take a third of the parsing time. */
const seldom: { shows: RegExp; syntax: () => Extension; tree: () => FromMarkdown }[] = [
  // The second line of a table: bars and dashes.
  {
    shows: /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[ \t:|-]*$/m,
    syntax: gfmTable,
    tree: gfmTableFromMarkdown,
  },
  { shows: /\[\^/, syntax: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  {
    shows: /~~/,
    // A single tilde means “about” before a number.
    syntax: () => gfmStrikethrough({ singleTilde: false }),
    tree: gfmStrikethroughFromMarkdown,
  },
];

const readers = new Map<string, typeof reader>();

/** The parser for the syntax that a text uses. */
function readerFor(markdown: string): typeof reader {
  const wanted = seldom.filter(({ shows }) => shows.test(markdown));
  if (wanted.length === 0) return reader;
  const key = wanted.map((one) => seldom.indexOf(one)).join();
  const known =
    readers.get(key) ??
    reader()
      .use(function (this: Processor) {
        const data = this.data();
        for (const { syntax, tree } of wanted) {
          data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax()];
          data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tree()];
        }
      })
      .freeze();
  readers.set(key, known);
  return known;
}

const setter = unified()
  .use(remarkRehype, { handlers: { footnoteReference: callOf } })
  .freeze();

/** Parses Markdown: CommonMark with block directives, and GitHub’s tables, footnotes and ~~. */
export function parseMarkdown(markdown: string): Root {
  return readerFor(markdown).parse(markdown);
}

/** Turns Markdown nodes into HTML nodes; raw HTML among them is left out. */
export function toHtmlNodes(children: RootContent[]): ElementContent[] {
  const html = setter.runSync({ type: 'root', children }) as Html;
  return html.children.filter(
    (node) => node.type === 'element' && stripPositions(node),
  ) as ElementContent[];
}

/** Positions are needed only while the desk checks; in the cached blocks they waste space. */
function stripPositions(node: ElementContent): true {
  delete node.position;
  delete (node as { data?: unknown }).data;
  if (node.type === 'element') node.children.forEach(stripPositions);
  return true;
}
