import type { Nodes } from 'mdast';
import { parse } from 'yaml';
import { parseMarkdown } from '../../../src/desk/markdown.ts';
import type { Report, StoryReport } from '../../../src/import/report.ts';
import { storyText } from '../../imported.ts';

/** Raised and lowered digits, which are numbers of their own: 10⁶ is 10 and 6, never 106. */
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Words and numbers of a text in lower case, each with how often it is there. A number is its digits with
 * what stands between them: 1,234.5 is another than 12345.
 */
function wordsIn(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (run) => ` ${[...run].map((one) => raised.indexOf(one)).join('')} `)
    .replace(/[₀-₉]+/g, (run) => ` ${[...run].map((one) => lowered.indexOf(one)).join('')} `);
  for (const [word] of plain.matchAll(/\p{Nd}+(?:[.,:]\p{Nd}+)*|\p{No}|\p{L}[\p{L}\p{M}]*/gu))
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/**
 * The words and numbers of a source that are not kept, or less often than the source has them.
 * @param source what a reader of the source sees
 * @param kept draft and report together
 */
export function wordsMissing(source: string, kept: string): string[] {
  const bag = wordsIn(kept);
  return [...wordsIn(source)]
    .filter(([word, times]) => (bag.get(word) ?? 0) < times)
    .map(([word, times]) => `${word} (${bag.get(word) ?? 0} of ${times})`);
}

/** All that the draft of a story says, its fields included, and what the report quotes as lost. */
export function keptOf(report: StoryReport): string {
  const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(storyText(report)) ?? [];
  const told = [
    ...report.fields.flatMap(({ from }) => from ?? []),
    ...report.pictures.flatMap(({ line }) => line ?? []),
    ...report.notes,
  ];
  return [
    ...stringsIn(parse(frontmatter)),
    linesIn(parseMarkdown(body)),
    ...told,
    ...lostIn(report),
  ].join('\n');
}

/** What any entry of a report quotes of its source, with the names of what it is. */
export function lostIn(report: Report): string[] {
  if (!('lost' in report)) return [];
  return report.lost.flatMap(({ what, text }) => [what, text]);
}

/** All texts within a value of YAML or JSON. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return value === null || value === undefined || typeof value === 'boolean' ? [] : [`${value}`];
}

/** The words of Markdown: of its texts, links, pictures and of the first lines of blocks. */
function linesIn(node: Nodes): string {
  const own = [
    'value' in node ? node.value : '',
    ...(node.type === 'image' ? ['\n', node.alt ?? '', '\n', node.title ?? ''] : []),
    ...(node.type === 'link' ? [node.title ?? ''] : []),
    ...(node.type === 'containerDirective'
      ? stringsIn(node.attributes).map((value) => `${value}\n`)
      : []),
    ...(node.type === 'list' && node.ordered
      ? node.children.map((_, index) => `${(node.start ?? 1) + index}\n`)
      : []),
  ];
  // What stands in one line joins without a gap: the two halves of a word are one word.
  const isLine = ['paragraph', 'heading', 'tableCell'].includes(node.type);
  const inner = 'children' in node ? node.children.map(linesIn).join('') : '';
  const words = `${own.join('')}${inner}`;
  if (node.type === 'break') return '\n';
  return isLine || node.type === 'code' || node.type === 'containerDirective'
    ? `${words}\n`
    : words;
}
