import type { Element, ElementContent, Root } from 'hast';
import { element, wordsOf } from './html-nodes.ts';

/** Words that call a note: `1`, `[12]`, `iv`, `*`. */
const mark = /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§¶]{1,4})[\])]?$/i;

/**
 * Makes entries of lists of the footnotes that word processors write as paragraphs, each with a link back
 * before its words: `<p><a href="#_ftnref1" name="_ftn1">[1]</a> Words</p>`.
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

/** A name by which HTML 4 let links lead to a place. */
function nameLink({ tagName, properties }: Element): void {
  if (tagName === 'a' && properties['name']) properties['id'] ??= String(properties['name']);
}

/** The link back with which a paragraph begins, by the name of which it is found. */
function openingLink({ children }: Element): Element | undefined {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (first?.type !== 'element') return undefined;
  if (/^(?:sup|span)$/.test(first.tagName)) return openingLink(first);
  nameLink(first);
  const { href, id } = first.properties;
  const isBack = first.tagName === 'a' && String(href ?? '').startsWith('#') && id;
  return isBack && mark.test(wordsOf(first)) ? first : undefined;
}
