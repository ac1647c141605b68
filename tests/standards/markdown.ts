import { toString } from 'hast-util-to-string';
import type { Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toHtmlNodes } from '../../src/desk/markdown.ts';

/** Markdown as any program reads it that knows CommonMark and nothing else. */
export function readMarkdown(text: string): Root {
  return unified().use(remarkParse).parse(text);
}

/** The words of a part, as they are shown: no raw HTML and no description of a picture. */
export function wordsOf(node: RootContent | undefined): string {
  return toString({ type: 'root', children: node ? toHtmlNodes([node]) : [] });
}
