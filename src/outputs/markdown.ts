import type {
  BlockContent,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';

/** Text of letters, digits and punctuation in which no character can be Markdown syntax. */
const harmless = /^[\p{L}“][\p{L}\p{N} ,.;:?’“”—–…%()'-]*$/u;

/** The extensions of GitHub’s Markdown that any text may use; text that looks like them is escaped. */
function marksOfGitHub(this: Processor) {
  const data = this.data();
  const known = data.toMarkdownExtensions ?? [];
  data.toMarkdownExtensions = [...known, gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown()];
}

const writer = unified()
  .use(marksOfGitHub)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    handlers: {
      // Most of the writing time would be spent searching for forty syntax patterns in text that cannot
      // contain any.
      text: (node: Text, _, state, info) =>
        harmless.test(node.value) ? node.value : state.safe(node.value, info),
    },
  })
  .freeze();

function tables(this: Processor) {
  const data = this.data();
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), gfmTableToMarkdown()];
}

const tableWriter = writer().use(tables).freeze();

/**
 * Writes nodes as CommonMark; text that looks like syntax is escaped. Tables, footnotes and deleted
 * words, which CommonMark lacks, use GitHub’s syntax (https://github.github.com/gfm/).
 */
export function toMarkdown(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  const hasTable = children.some(({ type }) => type === 'table');
  return (hasTable ? tableWriter : writer).stringify(root);
}

/** Text on a single line, escaped where necessary. */
export function words(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s+/g, ' ') };
}

/** The parts of a sentence as nodes. */
export function line(pieces: (string | PhrasingContent)[]): PhrasingContent[] {
  return pieces.map((piece) => (typeof piece === 'string' ? words(piece) : piece));
}

/** A paragraph of text and other inline nodes. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: joined(children) };
}

/** Joins neighboring text nodes, because syntax may show only in the joined text. */
function joined(children: PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of children) {
    const last = line.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      line[line.length - 1] = { type: 'text', value: last.value + node.value };
    else line.push(node);
  }
  return line;
}

/** A link with a text. */
export function link(url: string, value: string): PhrasingContent {
  return { type: 'link', url, children: [words(value)] };
}

/** A list with one line per item. */
export function list(lines: PhrasingContent[][]): BlockContent {
  const children = lines.map((line): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: line }],
  }));
  return { type: 'list', ordered: false, spread: false, children };
}
