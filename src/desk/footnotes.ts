import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Footnotes } from './blocks.ts';
import type { Report } from './text-report.ts';
import { countWords } from './words.ts';

/** A reference in the text to a footnote. */
interface Call {
  /** The number that readers see, in the digits of the language. */
  number: string;
  /** The ids of the reference and of the note, for links between the two. */
  id: string;
  note: string;
}

const calls = new WeakMap<FootnoteReference, Call>();

/**
 * Numbers the footnotes of a text in the order of their references, and refuses what readers would not
 * see: a note without a reference, and the second of two with the same name.
 * @param story something unique to the story, which is part of all ids: feed readers show several
 *   stories on one page
 * @param language BCP 47 tag of the text, which decides the digits
 * @returns a function that makes the notes; it returns undefined if there are none
 */
export function readFootnotes(
  tree: Root,
  story: string,
  language: string,
  report: Report,
): (html: (nodes: RootContent[]) => ElementContent[]) => Footnotes | undefined {
  const definitions = new Map<string, FootnoteDefinition>();
  const found: FootnoteReference[] = [];
  visit(tree, (node, _, parent) => {
    if (node.type === 'footnoteReference') found.push(node);
    if (node.type === 'link' || node.type === 'linkReference')
      refuseWithin(
        node,
        'A footnote reference is inside a link.',
        'Move it after the link.',
        report,
      );
    if (node.type !== 'footnoteDefinition') return;
    refuseWithin(
      node,
      'A footnote refers to another footnote.',
      'Merge the two, or move the words of one into the text.',
      report,
    );
    if (parent !== tree)
      report(
        node,
        'A footnote is inside a list, a quotation or a block.',
        'Put it between two paragraphs of the text.',
      );
    const name = `[^${node.label ?? node.identifier}]`;
    if (definitions.has(node.identifier))
      report(node, `There are two footnotes named ${name}.`, 'Rename one, or delete it.');
    else if (countWords(node) === 0)
      report(node, 'This footnote is empty.', `Write its text after ${name}:`);
    else definitions.set(node.identifier, node);
  });
  if (found.length === 0 && definitions.size === 0) return () => undefined;

  const digits = new Intl.NumberFormat(language, { useGrouping: false });
  const notes = new Map<string, { id: string; calls: string[] }>();
  for (const node of found) {
    const number = notes.size + 1;
    const note = notes.get(node.identifier) ?? { id: idOf('fn', story, number), calls: [] };
    notes.set(node.identifier, note);
    const place = [...notes.keys()].indexOf(node.identifier) + 1;
    const again = note.calls.length > 0 ? `-${note.calls.length + 1}` : '';
    const id = idOf('fnref', story, place) + again;
    note.calls.push(id);
    calls.set(node, { number: digits.format(place), id, note: note.id });
  }
  for (const [identifier, node] of definitions)
    if (!notes.has(identifier))
      report(
        node,
        'Readers would not see this footnote: nothing in the text refers to it.',
        `Write [^${node.label ?? identifier}] after the words that it is about, or delete it.`,
      );
  return (html) => ({
    type: 'footnotes',
    notes: [...notes].map(([identifier, note]) => ({
      ...note,
      nodes: html(definitions.get(identifier)?.children ?? []),
    })),
  });
}

const idOf = (kind: string, story: string, number: number) =>
  [kind, story, number].filter((part) => part !== '').join('-');

function refuseWithin(parent: Nodes, summary: string, fix: string, report: Report): void {
  visit(parent, 'footnoteReference', (node) => {
    report(node, summary, fix);
  });
}

/**
 * A reference as HTML. Brackets separate the number where nothing raises it: `2021[1]`, not `20211`.
 * References without a number occur only in a text with problems.
 */
export function callOf(_: unknown, node: FootnoteReference): Element {
  const { number = '', id = '', note = '' } = calls.get(node) ?? {};
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${note}`, id },
    children: [{ type: 'text', value: `[${number}]` }],
  };
  return { type: 'element', tagName: 'sup', properties: {}, children: [link] };
}
