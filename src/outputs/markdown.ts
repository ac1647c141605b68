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

/** Words of letters, digits and stops, of which none is a mark where it stands after a letter. */
const harmless = /^[\p{L}“][\p{L}\p{N} ,.;:?’“”—–…%()'-]*$/u;

/** What of GitHub’s Markdown any text may have; words that look like it are escaped. */
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
      // Looking for forty marks in words that can hold none is most of what writing costs.
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
 * Writes nodes as CommonMark; words that look like marks are escaped. Tables, footnotes and words struck
 * out, which CommonMark has not, are written as GitHub does (https://github.github.com/gfm/).
 */
export function toMarkdown(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  const hasTable = children.some(({ type }) => type === 'table');
  return (hasTable ? tableWriter : writer).stringify(root);
}

/** Words in one line, as data. */
export function words(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s+/g, ' ') };
}

/** The pieces of a sentence as nodes. */
export function line(pieces: (string | PhrasingContent)[]): PhrasingContent[] {
  return pieces.map((piece) => (typeof piece === 'string' ? words(piece) : piece));
}

/** A paragraph of words and other nodes of a line. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: joined(children) };
}

/** Neighbouring words as one: what is a mark shows only in all of them. */
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

/** Words that lead to an address. */
export function link(url: string, value: string): PhrasingContent {
  return { type: 'link', url, children: [words(value)] };
}

/** A list of lines. */
export function list(lines: PhrasingContent[][]): BlockContent {
  const children = lines.map((line): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: line }],
  }));
  return { type: 'list', ordered: false, spread: false, children };
}
