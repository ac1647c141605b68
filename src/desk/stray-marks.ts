import type { Nodes, Parents } from 'mdast';
import type { ProblemText } from './problem.ts';

/** Text that was meant as Markdown but would be printed, and how to write it instead. */
interface Rule extends ProblemText {
  found: RegExp;
}

/** Masks what is not plain text in a line: links, code, and characters that Markdown used. */
const other = '\uE000';
/** Masks what an editor escaped, `\*` or `&#42;`, so that it is printed. */
const escaped = '\uE001';

/** A character with which a word, or a quotation before it, can begin. */
const opening = `[\\p{L}\\p{N}"'“„«‘(${other}]`;
const meant = (signs: string) => `To print the characters themselves, write ${signs}`;

const boldAdvice = `Put ** directly before the first word and directly after the last, with a space outside each, as in **“No,”** she said. ${meant('\\*\\*')}`;
const italicAdvice = (sign: string) =>
  `Put ${sign} directly before the first word and directly after the last, with a space outside each. ${meant(`\\${sign}`)}`;
const bold = { summary: 'These asterisks would be printed: they do not make anything bold.' };
const italic = { summary: 'These characters would be printed: they do not emphasize anything.' };

const rules: Rule[] = [
  {
    found: /!\[/,
    summary: 'This looks like a picture, but would be printed as text.',
    fix: `Write ![What it shows](file.jpg "Caption. (Credit)") with nothing between ] and (. Put a file name with a space between < and >, and write a quotation mark in the caption as “ or \\". ${meant('!\\[')}`,
  },
  {
    found: new RegExp(
      `(?<!${escaped}[^[\\]]*)\\]\\(|\\[[^[\\]]*\\] \\((?=${other}|/|mailto:|tel:)`,
    ),
    summary: 'This looks like a link, but would be printed as text.',
    fix: `Write [words](https://…) with nothing between ] and (. Put an address with a space between < and >. ${meant('\\[')}`,
  },
  {
    found: /\[\^[^\]]*\]/,
    summary: 'There is no footnote with this name.',
    fix: `Write it as a paragraph of its own, [^1]: The note. ${meant('\\[^')}`,
  },
  {
    found: /\^\[/,
    summary: 'A footnote within a line would be printed as text.',
    fix: `Write [^1] here, and [^1]: The note. as a paragraph of its own. ${meant('^\\[')}`,
  },
  {
    found: /\[\[[^[\]]+\]\]/,
    summary: 'A link in double brackets would be printed as text.',
    fix: `Write [words](/address/). ${meant('\\[\\[')}`,
  },
  {
    found: /\[[^[\]\n]+\]\[[^[\]\n]*\]/,
    summary: 'This link has no address.',
    fix: `Write [words](https://…). ${meant('\\[')}`,
  },
  {
    found: /~~/,
    summary: 'These characters would be printed: they do not strike anything out.',
    fix: `Put ~~ directly before the first word and directly after the last. ${meant('\\~\\~')}`,
  },
  {
    found: /(?<!~)~(?=[^~\s])[^~\n]*[^~\s]~(?![~\p{N}])/u,
    summary:
      'These characters would be printed: a single ~ on each side does not strike anything out.',
    fix: `Write ~~words~~, or a subscript as in H₂O. ${meant('\\~')}`,
  },
  {
    found: new RegExp(`(?<![\\p{L}\\p{N}*${escaped}])\\*{2,3}(?=${opening})`, 'u'),
    ...bold,
    fix: boldAdvice,
  },
  { found: /(?<=\p{L})\*\*(?=["'“„«(]\p{L})/u, ...bold, fix: boldAdvice },
  {
    found: /(?<!\S)\*\* (?=[^*]*[^\s*]\*\*(?![\p{L}\p{N}]))/u,
    ...bold,
    fix: boldAdvice,
  },
  {
    found: new RegExp(
      `(?<![\\p{L}\\p{N}*${escaped}])\\*(?=${opening})[^*]*[^\\s*${escaped}]\\*(?!\\*)`,
      'u',
    ),
    ...italic,
    fix: italicAdvice('*'),
  },
  {
    found: new RegExp(
      `(?<![\\p{L}\\p{N}_${escaped}])_{1,3}(?=${opening})[^_]*(?:[^\\s_]_(?![\\p{L}\\p{N}_])|[^\\s\\p{L}\\p{N}_]_(?=\\p{L}))`,
      'u',
    ),
    ...italic,
    fix: italicAdvice('_'),
  },
  {
    found: /^(?:#{2,6}(?=[^\s#])|#{7,})/m,
    summary: 'This looks like a subheading, but would be printed as text.',
    fix: `Write ## or ### and a space before its words. ${meant('\\#')}`,
  },
  {
    found: /``/,
    summary: 'These backticks would be printed.',
    fix: `Write quotation marks as ". ${meant('\\`')}`,
  },
  {
    found: /\n[ \t>]*[•●▪◦‣](?=\s)/,
    summary: 'Lines that begin with this bullet run together into one paragraph.',
    fix: 'Begin each entry of a list with - and a space.',
  },
  {
    found: /\\$/,
    summary: 'This backslash would be printed: there is no next line to break before.',
    fix: `Remove it. ${meant('\\\\')}`,
  },
];

/** Markdown formatting in a field, which is shown as it is written. */
const marksInField =
  /!\[|\]\(|\[\^[^\]\s]*\]|(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])[^*]*[^\s*]\1(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_@/])(_{1,3})(?=[^\s_])[^_]*[^\s_]\2(?![\p{L}\p{N}_])|~~[^~]+~~|\\[*_~[\]#]/u;

/** Whether a field has Markdown formatting, which readers would see as it is written. */
export const hasMarks = (field: string) => marksInField.test(field);

/** Characters without which no rule matches; most lines have none. */
const suspicious = /[*_~`\]\\•●▪◦‣[]|##/;

/**
 * Finds text in a line that looks like Markdown but is not.
 * @param line a paragraph, a heading or a cell, with everything in it
 * @param source the whole Markdown
 * @returns the first match (UTF-16 index in the source) with the message about it, or undefined
 */
export function findStrayMarks(
  line: Parents,
  source: string,
): (ProblemText & { index: number }) | undefined {
  const start = line.position?.start.offset ?? 0;
  const written = source.slice(start, line.position?.end.offset);
  if (!suspicious.test(written)) return undefined;
  const words = masked(line, written, start);
  if (!suspicious.test(words)) return undefined;
  const places = rules.flatMap(({ found, summary, fix }) => {
    const match = found.exec(words);
    return match ? [{ index: start + match.index, summary, fix }] : [];
  });
  return places.sort((a, b) => a.index - b.index)[0];
}

/** A line as it is written, character by character, with everything masked that is not plain text. */
function masked(line: Parents, written: string, start: number): string {
  let words = '';
  const cover = (end: number | undefined) => {
    words += other.repeat((end ?? start) - start - words.length);
  };
  const read = (node: Nodes): void => {
    if ('children' in node) node.children.forEach(read);
    if (node.type !== 'text' || !node.position) return;
    cover(node.position.start.offset);
    words += written.slice(words.length, (node.position.end.offset ?? 0) - start);
  };
  read(line);
  return words
    .replaceAll(/\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/gi, (signs) =>
      escaped.repeat(signs.length),
    )
    .replaceAll(/(?:https?:\/\/|www\.)[^\s)]+/gi, (address) => other.repeat(address.length));
}
