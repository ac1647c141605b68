import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Footnotes } from '../../desk/blocks.ts';
import type { Language } from '../../edition/language.ts';

/**
 * The footnotes of a text at its end, each with the ways back to where it is called.
 * @param say what goes along with a way back of a label
 */
export function footnotesNode(
  { notes }: Footnotes,
  { words }: Language,
  say: (label: string) => Properties = (label) => ({ title: label }),
): Element {
  const entries = notes.map(({ id, calls, nodes }, at) => {
    const ways = calls.flatMap((call, time) => {
      // Of several each has a name of its own, for they lead to different places.
      const label = words.blocks.back(at + 1, calls.length > 1 ? time + 1 : undefined);
      // Every face has this sign, which few of the arrows can be said of.
      return [' ', h('a', { href: `#${call}`, ...say(label) }, '^')];
    });
    const last = nodes.at(-1);
    // Behind the last words, if they are a paragraph.
    if (last?.type !== 'element' || last.tagName !== 'p')
      return h('li', { id }, [...nodes, h('p', ways.slice(1))]);
    return h('li', { id }, [...nodes.slice(0, -1), h('p', [...last.children, ...ways])]);
  });
  return h('section', { className: ['notes'] }, [h('h2', words.blocks.notes), h('ol', entries)]);
}

/** As a page has them, with the ways back named for who hears them. */
export function pageNotes(block: Footnotes, language: Language): ElementContent[] {
  const say = (label: string) => ({ ariaLabel: label, role: 'doc-backlink' });
  return spoken([footnotesNode(block, language, say)], language);
}

/** Whether an element is the call of a footnote (desk/footnotes.ts). */
export function isCall({ tagName, children: [link] }: Element): boolean {
  return tagName === 'sup' && link?.type === 'element' && idOf(link).startsWith('fnref-');
}

/** Whether an element leads from a footnote back to the text. */
export function isWayBack({ tagName, properties: { href } }: Element): boolean {
  return tagName === 'a' && typeof href === 'string' && href.startsWith('#fnref-');
}

/** What a footnote says, without the ways back behind its last words. */
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

/** The number of a footnote in whatever digits, from its link. */
export function numberOf({ children: [link] }: Element): string {
  const { href } = link?.type === 'element' ? link.properties : {};
  return /\d+$/.exec(String(href))?.[0] ?? '';
}

/**
 * Text with what only a page says: calls by their number as links to notes, and where words that are struck
 * out begin and end, which few screen readers tell of themselves.
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
