import type { Element, ElementContent, Root } from 'hast';
import { element, wordsOf } from './html-nodes.ts';

/** Footnote marks: `1`, `[12]`, `iv`, `*`. */
const mark = /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§¶]{1,4})[\])]?$/i;

/**
 * Converts footnotes from word processors to list entries. They are paragraphs with a link back before the
 * words: `<p><a href="#_ftnref1" name="_ftn1">[1]</a> Words</p>`.
 */
export function listNoteParagraphs(node: Root | Element): void {
  node.children = (node.children as ElementContent[]).map((child) => {
    if (child.type !== 'element') return child;
    nameLink(child);
    const link = child.tagName === 'p' ? openingLink(child) : undefined;
    if (!link) {
      listNoteParagraphs(child);
      return child;
    }
    const { id } = link.properties;
    delete link.properties['id'];
    return element('ol', {}, [element('li', { id }, child.children)]);
  });
}

/** Gives a link its name, which was a link target in HTML 4, as its id. */
function nameLink({ tagName, properties }: Element): void {
  if (tagName === 'a' && properties['name']) properties['id'] ??= String(properties['name']);
}

/** The link back at the beginning of a paragraph. */
function openingLink({ children }: Element): Element | undefined {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (first?.type !== 'element') return undefined;
  if (/^(?:sup|span)$/.test(first.tagName)) return openingLink(first);
  nameLink(first);
  const { href, id } = first.properties;
  const isBack = first.tagName === 'a' && String(href ?? '').startsWith('#') && id;
  return isBack && mark.test(wordsOf(first)) ? first : undefined;
}
