import type { Definition, Heading, Link, Nodes, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import {
  checkCode,
  checkContinuation,
  checkEmphasis,
  checkMarksOfHeading,
  checkQuotation,
} from './accidental-markdown.ts';
import { checkDirective } from './blocks/directive.ts';
import type { BlockKind, Directive } from './blocks/kind.ts';
import { kindNamed } from './blocks/kinds.ts';
import type { SiteLink } from './blocks.ts';
import { findForbidden, placeAt } from './characters.ts';
import { checkDefinitions } from './definition-rules.ts';
import { placeOf, type Report } from './text-report.ts';
import { checkList } from './list-rules.ts';
import { findStrayMarks } from './stray-marks.ts';
import { countWords } from './words.ts';

/**
 * Refuses what must not be in a text.
 * @param source the Markdown
 * @param language BCP 47 tag of the text
 * @returns the links within the site
 */
export function checkText(
  tree: Root,
  source: string,
  language: string,
  report: Report,
): SiteLink[] {
  const links: SiteLink[] = [];
  const lines = source.split('\n');
  let depth = 1;
  /** The blocks of the text that may contain something special. */
  const holding = (what: BlockKind['holds']) =>
    tree.children.filter(
      (node): node is Directive =>
        node.type === 'containerDirective' && kindNamed(node.name)?.holds === what,
    );
  const hasRoom = (parent: Parents | undefined) =>
    parent?.type === 'paragraph' &&
    ((parent.children.length === 1 && tree.children.includes(parent)) ||
      holding('pictures').some(({ children }) => (children as Nodes[]).includes(parent)));
  visit(tree, (node, _, parent) => {
    const around = { parent, source, lines, report };
    switch (node.type) {
      case 'html':
        report(node, 'Raw HTML is not allowed.', 'Write it in Markdown, or remove it.');
        break;
      case 'text':
      case 'inlineCode':
      case 'code': {
        // Entities such as &#x202E; become characters only when the Markdown is parsed.
        const info = node.type === 'code' ? `${node.lang}${node.meta}` : '';
        const found = findForbidden(info + node.value);
        if (found) report(node, found.summary, found.fix);
        if (node.type === 'text') checkEdges(node, lines, report);
        else if (found) break;
        else if (node.type === 'code') checkCode(node, around);
        else checkEmphasis(node, around);
        break;
      }
      case 'emphasis':
      case 'strong':
        checkEmphasis(node, around);
        break;
      case 'paragraph':
        checkContinuation(node, around);
        checkLine(node, source, report);
        break;
      case 'tableCell':
        checkLine(node, source, report);
        break;
      case 'blockquote':
        checkQuotation(node, around);
        break;
      case 'list':
        checkList(node, around, language, holding('list').includes(parent as Directive));
        break;
      case 'heading':
        checkLine(node, source, report);
        if (!checkMarksOfHeading(node, around)) break;
        if (isMute(node))
          report(node, 'This heading is empty.', 'Write its words, or remove its #.');
        // A question is not a heading of the text.
        if (holding('questions').includes(parent as Directive)) break;
        if (node.depth === 1)
          report(node, 'Only the headline may be a level-1 heading.', 'Begin with ##.');
        else if (node.depth > depth + 1)
          report(node, 'This heading skips a level.', `Begin with ${'#'.repeat(depth + 1)}.`);
        depth = Math.max(node.depth, 2);
        break;
      case 'link':
        if (isMute(node))
          report(node, 'This link has no words.', 'Write between [ and ] where it leads.');
        checkAddress(node, links, report);
        break;
      case 'definition':
        checkAddress(node, links, report);
        break;
      case 'image':
        if (!hasRoom(parent))
          report(
            node,
            'A picture within a line has no room for its caption.',
            'Give it a paragraph of its own, with an empty line before and after.',
          );
        break;
      case 'imageReference':
        report(
          node,
          'This picture’s file and caption are in another place.',
          'Write all in one place: ![alt](file "Caption. (Credit)").',
        );
        break;
      case 'table':
        if (!holding('table').includes(parent as Directive))
          report(
            node,
            'This table is not in a table block.',
            'Put it between a line of :::table[What it shows] and one of :::',
          );
        break;
      case 'containerDirective':
      case 'leafDirective':
        checkDirective(node, parent === tree, lines, report);
        break;
    }
  });
  if (source.includes(']:')) checkDefinitions(tree, report);
  return links;
}

function checkLine(node: Parents, source: string, report: Report): void {
  const stray = findStrayMarks(node, source);
  if (!stray) return;
  const { line, column } = placeAt(source, stray.index);
  const start = { line, column };
  report({ position: { start, end: start } }, stray.summary, stray.fix);
}

/** Refuses colons where a block would begin or end: they are hardly meant as text. */
function checkEdges({ value, position }: Text, lines: string[], report: Report): void {
  if (!position || !value.includes(':::')) return;
  for (let { line } = position.start; line <= position.end.line; line += 1) {
    const before = /^[\s>*+.)\d-]*(?=:::)/.exec(lines[line - 1] ?? '')?.[0];
    if (before === undefined) continue;
    const start = { line, column: before.length + 1 };
    report(
      { position: { start, end: start } },
      'This looks like the first or last line of a block, but is not one.',
      'Open a block with :::name[Title]{attribute="value"} and close it with a line of :::. Write a quotation mark inside a value as &quot;. To print the colons, write \\:::',
    );
  }
}

/** Whether a node has no words and no picture; a picture gets a message of its own. */
function isMute(node: Link | Heading): boolean {
  return countWords(node) === 0 && node.children.every(({ type }) => type !== 'image');
}

const safeSchemes = ['http:', 'https:', 'mailto:', 'tel:'];

function checkAddress(node: Link | Definition, links: SiteLink[], report: Report): void {
  const href = node.url;
  const found = findForbidden(`${href}${node.title ?? ''}`);
  if (found) report(node, found.summary, found.fix);
  if (/^[/#](?!\/)/.test(href)) links.push({ href, place: placeOf(node) });
  else if (!URL.canParse(href) || !safeSchemes.includes(new URL(href).protocol))
    report(
      node,
      `“${href}” is not an address that a story may link to.`,
      'Link to https://… elsewhere, to /… on this site, or to a mailto: or tel: address.',
    );
}
