import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference, BlockContent } from 'mdast';
import type { Options } from 'rehype-remark';
import { SKIP, visit } from 'unist-util-visit';
import { element } from './html-nodes.ts';

type Handle = NonNullable<Options['handlers']>[string];

/**
 * Marks footnotes for the Markdown setter. In HTML from this software (outputs/blocks/footnotes.ts),
 * WordPress, Ghost, Pandoc and GitHub, a footnote reference is a link to a list entry that links back to
 * it. The list becomes notes at the end of the text; its heading is removed.
 */
export function markFootnotes(tree: Root): void {
  const entries = new Map<string, Element>();
  const ids = new Set<string>();
  let hasLinks = false;
  visit(tree, 'element', (node) => {
    const { id } = node.properties;
    if (id) ids.add(String(id));
    if (id && node.tagName === 'li') entries.set(String(id), node);
    hasLinks ||= node.tagName === 'a' && hashOf(node) !== undefined;
  });
  if (entries.size === 0 || !hasLinks) return;

  const backs = new Map<string, Set<string>>();
  for (const [id, entry] of entries)
    backs.set(id, new Set(linksIn(entry).map(hashOf).filter(isId)));
  const numbers = new Map<string, string>();
  /** The reference may be the link or the element around it. */
  const isCalledBy = (entry: string, node: Element | undefined) =>
    backs.get(entry)!.has(String(node?.properties['id'] ?? ''));
  visit(tree, 'element', (node, index, parent) => {
    const target = node.tagName === 'a' ? hashOf(node) : undefined;
    if (target === undefined || !entries.has(target) || !parent || index === undefined) return;
    const around = parent.type === 'element' ? parent : undefined;
    if (!isCalledBy(target, node) && !isCalledBy(target, around)) return;
    const name = numbers.get(target) ?? `${numbers.size + 1}`;
    numbers.set(target, name);
    const call = element('footnote-call', { name }, []);
    if (around?.tagName === 'sup' && around.children.length === 1)
      Object.assign(around, { tagName: 'footnote-call', properties: { name }, children: [] });
    else parent.children[index] = call;
  });
  if (numbers.size === 0) return;

  const notes = [...numbers].map(([id, name]) => {
    const entry = entries.get(id)!;
    dropWaysBack(entry, backs.get(id)!);
    return element('footnote', { name }, entry.children);
  });
  const noted = new Set([...numbers.keys()].map((id) => entries.get(id)!));
  dropLists(tree, noted);
  tree.children.push(...notes);
}

/** The target of a link within the same page. */
function hashOf({ properties: { href } }: Element): string | undefined {
  const found = /#([^#]+)$/.exec(String(href ?? ''))?.[1];
  try {
    return found && decodeURIComponent(found);
  } catch {
    return found;
  }
}

const isId = (id: string | undefined): id is string => id !== undefined;

function linksIn({ children }: Element): Element[] {
  return children.flatMap((child) =>
    child.type === 'element' ? (child.tagName === 'a' ? [child] : linksIn(child)) : [],
  );
}

/** Removes the links back, and the space before them. */
function dropWaysBack(node: Element, targets: Set<string>): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    if (child.tagName === 'a') return !targets.has(hashOf(child) ?? '');
    dropWaysBack(child, targets);
    return child.tagName !== 'sup' || child.children.length > 0;
  });
}

/** Removes the entries that became notes, and the lists and page parts that contained nothing else. */
function dropLists(tree: Root, noted: Set<Element>): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { tagName, children } = node;
    const isList =
      tagName === 'ol' &&
      elements(children).length > 0 &&
      elements(children).every((one) => noted.has(one));
    const [list, more] = elements(children).filter(
      ({ tagName: name }) => !/^(?:h[1-6]|hr)$/.test(name),
    );
    const isPart =
      /^(?:section|div|footer|aside)$/.test(tagName) &&
      list?.tagName === 'ol' &&
      !more &&
      elements(list.children).length > 0 &&
      elements(list.children).every((one) => noted.has(one)) &&
      children.every((child) => child.type !== 'text' || child.value.trim() === '');
    if (isList || isPart) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (noted.has(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
}

const elements = (nodes: (ElementContent | RootContent)[]): Element[] =>
  nodes.filter((node) => node.type === 'element');

/** How the setter converts what is marked. */
export const footnoteHandlers: Record<string, Handle> = {
  'footnote-call': (_, { properties: { name } }: Element): FootnoteReference => ({
    type: 'footnoteReference',
    identifier: String(name),
    label: String(name),
  }),
  footnote: (state, { properties: { name }, children }: Element): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: String(name),
    label: String(name),
    children: state.toFlow(state.all({ type: 'root', children })) as BlockContent[],
  }),
};
