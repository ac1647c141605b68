import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Footnotes } from '../../desk/blocks.ts';
import type { Language } from '../../edition/language.ts';

/**
 * The footnotes at the end of a text, each with backlinks to its references.
 * @param say returns the attributes of a backlink for its label
 */
export function footnotesNode(
  { notes }: Footnotes,
  { words }: Language,
  say: (label: string) => Properties = (label) => ({ title: label }),
): Element {
  const entries = notes.map(({ id, calls, nodes }, at) => {
    const ways = calls.flatMap((call, time) => {
      // Several backlinks need different labels, because they lead to different places.
      const label = words.blocks.back(at + 1, calls.length > 1 ? time + 1 : undefined);
      // Every typeface has this character; few have arrows.
      return [' ', h('a', { href: `#${call}`, ...say(label) }, '^')];
    });
    const last = nodes.at(-1);
    // At the end of the last paragraph; if there is none, in a new paragraph.
    if (last?.type !== 'element' || last.tagName !== 'p')
      return h('li', { id }, [...nodes, h('p', ways.slice(1))]);
    return h('li', { id }, [...nodes.slice(0, -1), h('p', [...last.children, ...ways])]);
  });
  return h('section', { className: ['notes'] }, [h('h2', words.blocks.notes), h('ol', entries)]);
}

/** The footnotes of a page, with labels of backlinks for screen readers. */
export function pageNotes(block: Footnotes, language: Language): ElementContent[] {
  const say = (label: string) => ({ ariaLabel: label, role: 'doc-backlink' });
  return spoken([footnotesNode(block, language, say)], language);
}

/** Whether an element is a footnote reference (desk/footnotes.ts). */
export function isCall({ tagName, children: [link] }: Element): boolean {
  return tagName === 'sup' && link?.type === 'element' && idOf(link).startsWith('fnref-');
}

/** Whether an element is a backlink from a footnote. */
export function isWayBack({ tagName, properties: { href } }: Element): boolean {
  return tagName === 'a' && typeof href === 'string' && href.startsWith('#fnref-');
}

/** A footnote without the backlinks at its end. */
export function withoutWaysBack(nodes: ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'element' || last.tagName !== 'p') return nodes;
  const ways = last.children.findIndex((child) => child.type === 'element' && isWayBack(child));
  const before = last.children[ways - 1];
  const words = last.children.slice(
    0,
    before?.type === 'text' && before.value === ' ' ? ways - 1 : ways,
  );
  const rest = nodes.slice(0, -1);
  return words.length > 0 ? [...rest, { ...last, children: words }] : rest;
}

const idOf = ({ properties: { id } }: Element) => String(id ?? '');

/** The number of a footnote, from its link, whatever the digits of the text. */
export function numberOf({ children: [link] }: Element): string {
  const { href } = link?.type === 'element' ? link.properties : {};
  return /\d+$/.exec(String(href))?.[0] ?? '';
}

/**
 * Text with additions that only pages have: labels for footnote references, and for screen readers the
 * start and end of deleted words, which few of them announce.
 */
export function spoken(nodes: ElementContent[], language: Language): ElementContent[] {
  const { blocks } = language.words;
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const [link] = node.children;
    if (isCall(node) && link?.type === 'element') {
      const label = { role: 'doc-noteref', ariaLabel: blocks.note(Number(numberOf(node))) };
      return { ...node, children: [{ ...link, properties: { ...link.properties, ...label } }] };
    }
    const struck =
      node.tagName === 'del' ? { dataFrom: blocks.struckFrom, dataTo: blocks.struckTo } : {};
    return {
      ...node,
      properties: { ...node.properties, ...struck },
      children: spoken(node.children, language),
    };
  });
}
