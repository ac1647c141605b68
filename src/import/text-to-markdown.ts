import type { Root } from 'mdast';

/** Converts plain text: an empty line ends a paragraph; without empty lines, each line is a paragraph. */
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
