import type { Blockquote, Code, Emphasis, Heading, InlineCode, Paragraph, Strong } from 'mdast';
import type { Around } from './text-report.ts';

const startOf = (node: Heading | Code | Blockquote | Paragraph) => node.position?.start.offset ?? 0;
const lineOf = (line: number) => {
  const start = { line, column: 1 };
  return { position: { start, end: start } };
};

/**
 * Refuses a paragraph that Markdown turns into a heading, and # characters after a heading that readers
 * would not see.
 * @returns whether it is written as a heading
 */
export function checkMarksOfHeading(node: Heading, { source, lines, report }: Around): boolean {
  const end = node.position?.end.line ?? 1;
  const written = source.slice(startOf(node), node.position?.end.offset);
  const closing = /(?<=\s)#+$/.exec(written)?.[0];
  if (!written.startsWith('#')) {
    report(
      lineOf(end),
      `${(lines[end - 1] ?? '').trim()} turns the text above it into a subheading.`,
      'Put an empty line before it if it is a divider. Write ## before the words if they are a subheading.',
    );
    return false;
  }
  if (closing && closing.length !== node.depth)
    report(
      node,
      `Readers would not see the ${closing} at the end.`,
      'Remove it, or write \\# to print it.',
    );
  return true;
}

/** Refuses accidental code: indented paragraphs, and the text after a line such as ~~~. */
export function checkCode(node: Code, { source, lines, report }: Around): void {
  const [, fence, info = ''] = /^(`{3,}|~{3,})(.*)/.exec(source.slice(startOf(node))) ?? [];
  const last = lines[(node.position?.end.line ?? 1) - 1] ?? '';
  if (!fence)
    report(
      node,
      'Four spaces or a tab before a line turn it into a code block.',
      'Remove them; in a list, indent the line as far as the words above.',
    );
  else if (fence.startsWith('~'))
    report(
      node,
      `${fence} turns what follows into a code block.`,
      'Write *** on a line of its own as a divider, and ``` before and after code.',
    );
  else if (node.meta || !/^[\w+#.-]*$/.test(info.trim()))
    report(
      node,
      'Readers would not see the words after these backticks.',
      'Move them to the next line. Only one word may be here, the language of the code.',
    );
  else if (node.position?.start.line === node.position?.end.line || !last.includes(fence))
    report(node, 'This code block is not closed.', `Close it with a line of ${fence}`);
}

/** Refuses an empty quotation, and a number that the > before it has turned into a quotation. */
export function checkQuotation(node: Blockquote, { parent, source, report }: Around): void {
  const written = source.slice(startOf(node));
  const before = parent?.children[(parent.children as unknown[]).indexOf(node) - 1];
  if (node.children.length === 0)
    report(node, 'This quotation is empty.', 'Write its words, or remove the >.');
  const isBelow =
    before?.type === 'paragraph' &&
    before.position?.end.line === (node.position?.start.line ?? 0) - 1;
  if (/^>[\d=]/.test(written) || (isBelow && /^> ?\d/.test(written)))
    report(
      node,
      'This > turns what follows into a quotation.',
      'Put an empty line before a quotation and a space after its >. To print the >, write \\>',
    );
}

/** Refuses lines that belong to a quotation, a list entry or a footnote only because no empty line is between. */
export function checkContinuation(node: Paragraph, { parent, lines, report }: Around): void {
  const wholes = {
    blockquote: 'quotation',
    listItem: 'list entry',
    footnoteDefinition: 'footnote',
  };
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
      `This line becomes part of the ${whole} above.`,
      parent.type === 'blockquote'
        ? 'Put an empty line before it, or > if it belongs to the quotation.'
        : `Put an empty line before it, or ${whole === 'list entry' ? 'two' : 'four'} spaces if it belongs there.`,
    );
    return;
  }
}

/** Refuses characters that become Markdown formatting by accident, in an address, a calculation or a word. */
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
      'Underscores in this address are read as emphasis and would disappear.',
      'Put the address between < and >.',
    );
  else if (
    node.type === 'inlineCode'
      ? /['’]/.test(node.value) && /[\p{L}\p{N}]/u.test(last + next)
      : isWithin(last, next, written)
  )
    report(
      node,
      'These characters are read as Markdown formatting and would disappear.',
      `To keep them, write ${written.startsWith('`') ? 'quotation marks as ", or \\`' : '× between numbers, or \\*'}`,
    );
}

/** Whether emphasis is between two numbers, or spans several words but begins and ends inside a word. */
function isWithin(last: string, next: string, written: string): boolean {
  if (/\d/.test(last) && /\d/.test(next)) return true;
  return /\p{L}/u.test(last) && /\p{L}/u.test(next) && /\s/.test(written);
}
