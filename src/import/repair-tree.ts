import type {
  BlockContent,
  Delete,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from 'mdast';
import { kindNamed } from '../desk/blocks/kinds.ts';
import { findForbidden } from '../desk/characters.ts';
import { highestNumber } from '../desk/list-rules.ts';
import { markdownWords } from './markdown-words.ts';
import { visit } from 'unist-util-visit';

const phrasing = new Set(
  'text emphasis strong delete inlineCode break image link footnoteReference'.split(' '),
);
const isPhrasing = (node: Nodes): node is PhrasingContent => phrasing.has(node.type);

/** Wraps bare words among paragraphs in a paragraph, and entries without a list in a list. */
export function wrapLines(parent: Parents): void {
  for (const child of parent.children) if ('children' in child) wrapLines(child);
  if (!['root', 'blockquote', 'listItem'].includes(parent.type)) return;
  const blocks: Nodes[] = [];
  let line: Paragraph | undefined;
  let bare: List | undefined;
  for (const child of parent.children as Nodes[]) {
    const list = bare;
    bare = undefined;
    if (child.type === 'listItem') {
      line = undefined;
      bare = list ?? { type: 'list', ordered: false, spread: false, children: [] };
      bare.children.push(child);
      if (!list) blocks.push(bare);
    } else if (!isPhrasing(child)) {
      line = undefined;
      blocks.push(child);
    } else if (line) line.children.push(child);
    else {
      line = { type: 'paragraph', children: [child] };
      blocks.push(line);
    }
  }
  parent.children = blocks as typeof parent.children;
}

/**
 * Joins adjacent nodes of the same type and removes empty ones: their Markdown characters would run together,
 * `**a****b**`, and mean something else.
 */
function joinAlike(parent: Parents): void {
  const joined: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    if ('children' in child) joinAlike(child);
    if (child.type === 'inlineCode') child.value = child.value.replace(/\s+/g, ' ');
    const before = joined.at(-1);
    const marks = ['emphasis', 'strong', 'delete', 'inlineCode'];
    if (marks.includes(child.type) && isEmpty(child)) {
      if (markdownWords(child) !== '') joined.push({ type: 'text', value: ' ' });
    } else if (!before || !marks.includes(child.type) || before.type !== child.type)
      joined.push(child);
    else if ('children' in before && 'children' in child)
      (before.children as Nodes[]).push(...child.children);
    else if ('value' in before && 'value' in child) before.value += child.value;
  }
  parent.children = joined as typeof parent.children;
}

/** Makes headings follow the desk's rules, and unwraps nodes that its Markdown does not have. */
export function repairTree(text: Root): void {
  joinAlike(text);
  let depth = 1;
  visit(text, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'list') {
      node.children = node.children.filter((entry) => !isEmpty(entry));
      if (!isList(node, parent)) return drop(parent, index, node.children.flatMap(entryOf(node)));
    }
    if (node.type === 'heading') {
      trim(node.children);
      if (node.children.every(isEmpty)) return drop(parent, index, []);
      node.depth = Math.max(2, Math.min(node.depth, depth + 1)) as typeof node.depth;
      depth = node.depth;
    }
    if (node.type === 'blockquote' && node.children.every(isBlank)) return drop(parent, index, []);
    if (node.type === 'paragraph') {
      trim(node.children);
      if (node.children.every(isEmpty)) return drop(parent, index, []);
    }
    if (node.type === 'link' && isEmpty(node)) return drop(parent, index, []);
    if (node.type === 'html') return drop(parent, index, []);
    if (node.type === 'delete') return partStrike(node, index, parent);
    return undefined;
  });
  joinTexts(text);
}

/**
 * Adds a space between the text around and struck-out text with punctuation at its end: without it, Markdown
 * would not read the ~~. Of nested ones, only the outer is kept.
 */
function partStrike(node: Delete, index: number, parent: Parents): number | undefined {
  visit(node, 'delete', (inner, at, around) => {
    if (inner === node || !around || at === undefined) return undefined;
    return drop(around, at, inner.children);
  });
  const space = { type: 'text', value: ' ' };
  const siblings = parent.children as Nodes[];
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const isWord = (sign: string | undefined) => /[\p{L}\p{N}]/u.test(sign ?? '');
  const firstOf = (one: Nodes | undefined) => (one?.type === 'text' ? one.value[0] : undefined);
  const lastOf = (one: Nodes | undefined) => (one?.type === 'text' ? one.value.at(-1) : undefined);
  if (after && !isWord(lastOf(node.children.at(-1))) && !/\s/.test(firstOf(after) ?? ''))
    parent.children.splice(index + 1, 0, space as Text);
  if (!before || isWord(firstOf(node.children[0])) || /\s/.test(lastOf(before) ?? ''))
    return undefined;
  parent.children.splice(index, 0, space as Text);
  return index + 1;
}

/** Joins adjacent texts, with one space where both have one. */
function joinTexts(parent: Parents): void {
  const joined: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const before = joined.at(-1);
    if ('children' in child) joinTexts(child);
    if (child.type === 'text' && before?.type === 'text')
      before.value = `${before.value}${child.value}`.replace(/ {2,}/g, ' ');
    else joined.push(child);
  }
  parent.children = joined as typeof parent.children;
}

/** Whether the desk accepts a list (desk/list-rules.ts). */
function isList({ children, ordered, start }: List, parent: Parents): boolean {
  const last = (start ?? 1) + children.length - 1;
  if (children.length > 1) return !ordered || last <= highestNumber;
  const explains = parent.type === 'listItem' && parent.children[0]?.type !== 'list' && !ordered;
  const isBlock = parent.type === 'containerDirective' && kindNamed(parent.name)?.holds === 'list';
  return children.length === 1 && (explains || isBlock);
}

/** The content of list entries without their list, with their numbers as text. */
function entryOf({ ordered, start }: List) {
  return ({ children }: ListItem, index: number): BlockContent[] => {
    const [first, ...rest] = children as BlockContent[];
    const number: PhrasingContent = { type: 'text', value: `${(start ?? 1) + index}. ` };
    if (!ordered || !first) return children as BlockContent[];
    return first.type === 'paragraph'
      ? [{ ...first, children: [number, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [number] }, first, ...rest];
  };
}

/** Whether a block is empty or contains only line breaks. */
const isBlank = (node: Nodes): boolean =>
  isEmpty(node) ||
  ((node.type === 'paragraph' || node.type === 'blockquote') &&
    (node.children as Nodes[]).every((child) => child.type === 'break' || isBlank(child)));

/** Removes spaces and breaks from both ends of a line. */
function trim(line: PhrasingContent[]): void {
  for (const end of ['start', 'end'] as const) {
    for (;;) {
      const node = end === 'start' ? line[0] : line.at(-1);
      if (node?.type === 'text')
        node.value = end === 'start' ? node.value.trimStart() : node.value.trimEnd();
      const isBare = node?.type === 'break' || (node?.type === 'text' && node.value === '');
      if (!isBare) break;
      if (end === 'start') line.shift();
      else line.pop();
    }
  }
}

function drop(parent: { children: unknown[] }, index: number, instead: unknown[]): number {
  parent.children.splice(index, 1, ...instead);
  return index;
}

function isEmpty(node: Nodes): boolean {
  // Characters that the desk forbids are invisible and are removed later.
  if ('value' in node)
    return [...node.value].every((character) => !character.trim() || findForbidden(character));
  return 'children' in node && node.children.every(isEmpty);
}
