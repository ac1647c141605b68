import type { Nodes, Parents } from 'mdast';
import type { ProblemText } from './problem.ts';

/** What is printed as it stands although it was meant as Markdown, and how to write it instead. */
interface Rule extends ProblemText {
  found: RegExp;
}

/** Stands in a masked line for what is no plain text: links, code, marks that Markdown took. */
const other = '\uE000';
/** Stands for what an editor escaped, `\*` or `&#42;`, and so means as it is. */
const escaped = '\uE001';

/** With which a word, or a quotation before it, can begin. */
const opening = `[\\p{L}\\p{N}"'“„«‘(${other}]`;
const meant = (signs: string) => `If the signs themselves are meant, write ${signs}`;

const boldAdvice = `Put ** directly before the first word and directly behind the last, and a space before and after both, as in **“No,”** she said. ${meant('\\*\\*')}`;
const italicAdvice = (sign: string) =>
  `Put ${sign} directly before the first word and directly behind the last, and a space before and after both. ${meant(`\\${sign}`)}`;
const bold = { summary: 'These asterisks are printed, for they make nothing bold.' };
const italic = { summary: 'These signs are printed, for they emphasize nothing.' };

const rules: Rule[] = [
  {
    found: /!\[/,
    summary: 'This looks like a picture, but is printed as it stands.',
    fix: `Write ![What it shows](file.jpg "Caption. (Credit)"): a file name with a space goes between < and >, a quotation mark in the caption is written “ or \\", and nothing stands between ] and (. ${meant('!\\[')}`,
  },
  {
    found: new RegExp(
      `(?<!${escaped}[^[\\]]*)\\]\\(|\\[[^[\\]]*\\] \\((?=${other}|/|mailto:|tel:)`,
    ),
    summary: 'This looks like a link, but is printed as it stands.',
    fix: `Write [words](https://…) with nothing between ] and (; an address with a space goes between < and >. ${meant('\\[')}`,
  },
  {
    found: /\[\^[^\]]*\]/,
    summary: 'There is no footnote of this name.',
    fix: `Write it as a paragraph of its own, [^1]: The note. ${meant('\\[^')}`,
  },
  {
    found: /\^\[/,
    summary: 'A footnote within a line is printed as it stands.',
    fix: `Write [^1] here, and [^1]: The note. as a paragraph of its own. ${meant('^\\[')}`,
  },
  {
    found: /\[\[[^[\]]+\]\]/,
    summary: 'A link in two brackets is printed as it stands.',
    fix: `Write [words](/address/). ${meant('\\[\\[')}`,
  },
  {
    found: /\[[^[\]\n]+\]\[[^[\]\n]*\]/,
    summary: 'This link has no address.',
    fix: `Write [words](https://…). ${meant('\\[')}`,
  },
  {
    found: /~~/,
    summary: 'These signs are printed, for they strike nothing out.',
    fix: `Put ~~ directly before the first word and directly behind the last. ${meant('\\~\\~')}`,
  },
  {
    found: /(?<!~)~(?=[^~\s])[^~\n]*[^~\s]~(?![~\p{N}])/u,
    summary: 'These signs are printed: one ~ on each side strikes nothing out.',
    fix: `Write ~~so~~, or H₂O where a number is to stand low. ${meant('\\~')}`,
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
    summary: 'This looks like a subheading, but is printed as it stands.',
    fix: `Write ## or ### and a space before its words. ${meant('\\#')}`,
  },
  {
    found: /``/,
    summary: 'These signs are printed as they stand.',
    fix: `Write quotation marks as ". ${meant('\\`')}`,
  },
  {
    found: /\n[ \t>]*[•●▪◦‣](?=\s)/,
    summary: 'Lines that begin with this sign run together to one paragraph.',
    fix: 'Begin each entry of a list with - and a space.',
  },
  {
    found: /\\$/,
    summary: 'This backslash is printed, for no line follows that it could break.',
    fix: `Take it out. ${meant('\\\\')}`,
  },
];

/** Marks of Markdown in a field, which is shown as it is written. */
const marksInField =
  /!\[|\]\(|\[\^[^\]\s]*\]|(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])[^*]*[^\s*]\1(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_@/])(_{1,3})(?=[^\s_])[^_]*[^\s_]\2(?![\p{L}\p{N}_])|~~[^~]+~~|\\[*_~[\]#]/u;

/** Whether a field has marks in it that its writer hardly wants readers to see. */
export const hasMarks = (field: string) => marksInField.test(field);

/** A sign without which no rule finds anything; most lines have none. */
const suspicious = /[*_~`\]\\•●▪◦‣[]|##/;

/**
 * Finds in a line what looks like Markdown and is none.
 * @param line a paragraph, a heading or a cell, with everything in it
 * @param source the whole text as it is written
 * @returns the first such place (UTF-16 index in the source) with what to say of it, or undefined
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

/** A line as it is written, character by character, with all that is not its plain text masked. */
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
