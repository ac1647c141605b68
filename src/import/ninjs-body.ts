import type { Root } from 'mdast';
import type { ImportedStory } from './imported-story.ts';
import { wordsOf } from './html-nodes.ts';
import { htmlToMarkdown, parseHtml } from './html-to-markdown.ts';
import type { Fields } from './json-taking.ts';
import { textToMarkdown } from './text-to-markdown.ts';

/** Takes an item’s running text, as HTML if there is any. */
export function takeBody(item: Fields, imported: ImportedStory): void {
  const bodies = [
    { type: 'text/html', value: item.text('body_html') || item.text('body_xhtml') },
    { type: 'text/plain', value: item.text('body_text') },
    ...item.list('bodies').map((body) => ({
      type: body.text('contentType') || body.text('role'),
      value: body.text('value'),
    })),
  ].filter(({ value }) => value !== '');
  const body = bodies.find(({ type }) => /html/i.test(type)) ?? bodies[0];
  if (!body) return;
  for (const other of bodies)
    if (other !== body && !saysTheSame(other.value, body.value))
      imported.lost.push({
        what: `another body, ${other.type || 'text'}`,
        text: bare(other.value),
      });
  if (!/html/i.test(body.type) && !/^\s*<\w/.test(body.value))
    imported.text = textToMarkdown(body.value);
  else {
    const { text, language, lost, notes } = htmlToMarkdown(body.value);
    imported.text = text;
    if (language) imported.language ??= language;
    imported.lost.push(...lost);
    imported.notes.push(...notes);
  }
  if (imported.dateline) dropDateline(imported.dateline.value, imported.text);
}

/** Whether another text contains every word of a text, as when an item has its text in two formats. */
function saysTheSame(text: string, other: string): boolean {
  const words = new Set(wordsIn(other));
  return wordsIn(text).every((word) => words.has(word));
}

const bare = (text: string) => parseHtml(text).children.map(wordsOf).join(' ').trim();
const wordsIn = (text: string) => bare(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Removes a known dateline from the text, since the desk adds it. */
function dropDateline(dateline: string, text: Root): void {
  const opening = text.children.find((node) => node.type === 'paragraph');
  const [first, second] = opening?.children ?? [];
  if (!opening || first?.type !== 'text') return;
  // An element around the place splits the text in two.
  if (second?.type === 'text') {
    first.value += second.value;
    opening.children.splice(1, 1);
  }
  if (!first.value.startsWith(dateline)) return;
  const dash = /^\s*(?:—|–|--)\s*/.exec(first.value.slice(dateline.length));
  if (dash) first.value = first.value.slice(dateline.length + dash[0].length);
}
