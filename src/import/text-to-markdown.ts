import type { Root } from 'mdast';

/** Sets plain text: an empty line ends a paragraph, or every line does when there is no empty one. */
export function textToMarkdown(text: string): Root {
  const parts = text.trim().split(/\n\s*\n/);
  const paragraphs = parts.length > 1 ? parts : text.trim().split('\n');
  return {
    type: 'root',
    children: paragraphs
      .map((words) => words.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
}
