import { htmlToMarkdown } from './html-to-markdown.ts';
import { markdownWords } from './markdown-words.ts';

/**
 * The words of a piece of HTML, such as a title or the name of a category, in one line: without tags, and
 * with entities such as `&amp;` and `&#8217;` decoded.
 */
export function wordsOfHtml(html: string): string {
  // Most contain no HTML.
  const words = /[<&]/.test(html) ? wordsIn(html) : html;
  return words.replace(/\s+/g, ' ').trim();
}

function wordsIn(html: string): string {
  return htmlToMarkdown(html).text.children.map(markdownWords).join(' ');
}
