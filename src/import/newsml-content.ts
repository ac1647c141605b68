import type { ImportedStory } from './imported-story.ts';
import type { Release } from './embargo.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { takeNitf } from './nitf-head.ts';
import { nitfToHtml } from './nitf.ts';
import { textToMarkdown } from './text-to-markdown.ts';
import type { XmlNode } from './xml.ts';
import { findAll, leftovers, take, textOf } from './xml-taking.ts';

/**
 * Takes the text of a news item: its first content in NITF, (X)HTML or plain text.
 * @returns when it may be published, according to a NITF document in it
 */
export function takeContent(contents: XmlNode, imported: ImportedStory): Release {
  const xml = take(contents, 'inlineXML');
  const data = xml ? undefined : take(contents, 'inlineData');
  imported.lost.push(...leftovers(contents));
  if (xml) {
    const [nitf] = findAll(xml, 'nitf');
    if (nitf) return takeNitfDocument(nitf, imported);
    const [html] = findAll(xml, 'html');
    const body = take(html, 'body');
    if (html) imported.lost.push(...leftovers(html));
    setText(nitfToHtml(body ?? xml), imported);
  } else {
    const text = textOf(data);
    const type = data?.attributes.get('contenttype') ?? '';
    if (/html/.test(type) || /^\s*<\w/.test(text)) setText({ html: text }, imported);
    else imported.text = textToMarkdown(text);
  }
  return { embargoes: [], status: '' };
}

/**
 * Takes a NITF document, with its text from the `body.content` that is a child of `body`: notes and other
 * parts have their own `body.content` (NITF 2.5 DTD).
 * @returns when it may be published
 */
export function takeNitfDocument(nitf: XmlNode, imported: ImportedStory): Release {
  const release = takeNitf(nitf, imported);
  const content = take(take(nitf, 'body'), 'body.content');
  if (content) setText(nitfToHtml(content), imported);
  return release;
}

function setText(
  body: Partial<ReturnType<typeof nitfToHtml>> | { html: string },
  imported: ImportedStory,
): void {
  const { text, lost, notes } = htmlToMarkdown(body.html ?? '');
  imported.text = text;
  imported.lost.push(...('lost' in body ? (body.lost ?? []) : []), ...lost);
  imported.notes.push(...('notes' in body ? (body.notes ?? []) : []), ...notes);
}
