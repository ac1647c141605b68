import type { Blockquote, Code, Emphasis, Heading, InlineCode, Paragraph, Strong } from 'mdast';
import type { Around } from './text-report.ts';

const startOf = (node: Heading | Code | Blockquote | Paragraph) => node.position?.start.offset ?? 0;
const lineOf = (line: number) => {
  const start = { line, column: 1 };
  return { position: { start, end: start } };
};

/**
 * Refuses a heading that Markdown makes of a paragraph, and signs behind one that nobody would see.
 * @returns whether it is written as one
 */
export function checkMarksOfHeading(node: Heading, { source, lines, report }: Around): boolean {
  const end = node.position?.end.line ?? 1;
  const written = source.slice(startOf(node), node.position?.end.offset);
  const closing = /(?<=\s)#+$/.exec(written)?.[0];
  if (!written.startsWith('#')) {
    report(
      lineOf(end),
      `${(lines[end - 1] ?? '').trim()} makes a subheading of what is above it.`,
      'Put an empty line before it if it is to part two paragraphs; write a subheading with ## before it.',
    );
    return false;
  }
  if (closing && closing.length !== node.depth)
    report(node, `Readers would not see the ${closing} at the end.`, 'If it is meant, write \\#');
  return true;
}

/** Refuses code that is none: paragraphs with spaces before them, and what a sign such as ~~~ takes in. */
export function checkCode(node: Code, { source, lines, report }: Around): void {
  const [, fence, info = ''] = /^(`{3,}|~{3,})(.*)/.exec(source.slice(startOf(node))) ?? [];
  const last = lines[(node.position?.end.line ?? 1) - 1] ?? '';
  if (!fence)
    report(
      node,
      'Four spaces or a tab before a line make it the code of a program.',
      'Take them out; in a list, put as many as the words above have.',
    );
  else if (fence.startsWith('~'))
    report(
      node,
      `${fence} makes code of a program of what follows.`,
      'Write *** on a line of its own to part two paragraphs, and ``` before and after code.',
    );
  else if (node.meta || !/^[\w+#.-]*$/.test(info.trim()))
    report(
      node,
      'Readers would not see the words behind this sign.',
      'Write them on the next line, or leave one word there, the language of the code.',
    );
  else if (node.position?.start.line === node.position?.end.line || !last.includes(fence))
    report(node, 'This code has no end.', `End it with a line of ${fence}`);
}

/** Refuses a number that has become a quotation by the sign before it. */
export function checkQuotation(node: Blockquote, { parent, source, report }: Around): void {
  const written = source.slice(startOf(node));
  const before = parent?.children[(parent.children as unknown[]).indexOf(node) - 1];
  if (node.children.length === 0)
    report(node, 'This quotation has no words.', 'Write them, or take its sign out.');
  const isBelow =
    before?.type === 'paragraph' &&
    before.position?.end.line === (node.position?.start.line ?? 0) - 1;
  if (/^>[\d=]/.test(written) || (isBelow && /^> ?\d/.test(written)))
    report(
      node,
      'This sign makes a quotation of what follows.',
      'Put an empty line before the quotation and a space behind its sign. If the sign is meant, write \\>',
    );
}

/** Refuses lines that belong to a quotation, an entry of a list or a footnote only because no line is empty. */
export function checkContinuation(node: Paragraph, { parent, lines, report }: Around): void {
  const wholes = { blockquote: 'quotation', listItem: 'entry', footnoteDefinition: 'footnote' };
  if (!parent || !(parent.type in wholes)) return;
  const whole = wholes[parent.type as keyof typeof wholes];
  const { start, end } = node.position ?? lineOf(1).position;
  for (let line = start.line + 1; line <= end.line; line += 1) {
    const before = /^[\s>]*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
    const belongs =
      parent.type === 'blockquote'
        ? before.includes('>')
        : before.length > before.lastIndexOf('>') + (before.includes('>') ? 2 : 1);
    if (belongs) continue;
    report(
      lineOf(line),
      `This line becomes a part of the ${whole} above.`,
      parent.type === 'blockquote'
        ? 'Put an empty line before it, or > if it is quoted.'
        : `Put an empty line before it, or ${whole === 'entry' ? 'two' : 'four'} spaces if it belongs there.`,
    );
    return;
  }
}

/** Refuses signs that become marks of Markdown within an address, a calculation or a word. */
export function checkEmphasis(
  node: Emphasis | Strong | InlineCode,
  { parent, source, report }: Around,
): void {
  const { start, end } = node.position ?? {};
  const written = source.slice(start?.offset, end?.offset);
  const last = source.slice(Math.max(0, (start?.offset ?? 0) - 1), start?.offset);
  const next = source.slice(end?.offset, (end?.offset ?? 0) + 1);
  const before = parent?.children[(parent.children as unknown[]).indexOf(node) - 1];
  if (
    written.startsWith('_') &&
    /[/=&?#.-]/.test(last) &&
    before?.type === 'text' &&
    /(?:https?:\/\/|www\.)\S*$/i.test(before.value)
  )
    report(
      node,
      'Signs of an address are taken for emphasis, and would be gone.',
      'Put the address between < and >.',
    );
  else if (
    node.type === 'inlineCode'
      ? /['’]/.test(node.value) && /[\p{L}\p{N}]/u.test(last + next)
      : isWithin(last, next, written)
  )
    report(
      node,
      'These signs are taken for marks of Markdown, and would be gone.',
      `If they are meant, write ${written.startsWith('`') ? 'quotation marks as ", or \\`' : '× between numbers, or \\*'}`,
    );
}

/** Whether emphasis stands between two numbers, or holds several words and yet begins and ends within one. */
function isWithin(last: string, next: string, written: string): boolean {
  if (/\d/.test(last) && /\d/.test(next)) return true;
  return /\p{L}/u.test(last) && /\p{L}/u.test(next) && /\s/.test(written);
}
