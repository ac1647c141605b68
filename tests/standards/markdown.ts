import type { Root as HtmlRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Root, RootContent } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { toHtmlNodes } from '../../src/desk/markdown.ts';

/** Markdown as any program reads it that knows CommonMark and GitHub’s tables, footnotes and ~~, and nothing else. */
export function readMarkdown(text: string): Root {
  return unified().use(remarkParse).use(marksOfGitHub).parse(text);
}

function marksOfGitHub(this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ];
}

/** The words of a part, as they are shown: no raw HTML and no description of a picture. */
export function wordsOf(node: RootContent | undefined): string {
  if (node?.type === 'footnoteDefinition') return node.children.map(wordsOf).join('');
  const root: HtmlRoot = { type: 'root', children: node ? toHtmlNodes([node]) : [] };
  // A call of a footnote has its number on the page only.
  visit(root, 'element', (element) => {
    if (element.tagName === 'sup') element.children = [];
  });
  return toString(root);
}
