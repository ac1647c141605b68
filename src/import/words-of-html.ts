import { htmlToMarkdown } from './html-to-markdown.ts';
import { markdownWords } from './markdown-words.ts';

/**
 * The words of a piece of HTML in one line, such as a title or the name of a category: without its tags,
 * with `&amp;` and `&#8217;` as the characters that they stand for.
 */
export function wordsOfHtml(html: string): string {
  // Most have nothing of HTML in them.
  const words = /[<&]/.test(html) ? wordsIn(html) : html;
  return words.replace(/\s+/g, ' ').trim();
}

function wordsIn(html: string): string {
  return htmlToMarkdown(html).text.children.map(markdownWords).join(' ');
}
