import { readDates } from './date-line.ts';
import { readHashtags } from './line-kinds.ts';
import { patternOf } from './press-words.ts';

const about = new RegExp(`^(?:${patternOf('about')}):?$`, 'iu');
const source = new RegExp(
  `^(?:original source\\b[\\s:–—-]*|(?:${patternOf('source')})\\s*:)`,
  'iu',
);

/** Whether a line is the heading of the section about the author. */
export function isAboutAuthor(line: string): boolean {
  return about.test(line);
}

/** The source in a line such as `Quelle: dpa`; empty if it names none, undefined if it is not such a line. */
export function sourceLine(line: string): string | undefined {
  const [opening] = source.exec(line) ?? [];
  const said = opening === undefined ? undefined : line.slice(opening.length).trim();
  return said !== undefined && said.length <= 300 ? said : undefined;
}

/**
 * The paragraphs of a text: lines that a mail program has wrapped are joined; otherwise each line is a
 * paragraph.
 */
export function joinLines(text: string): string[] {
  const blocks = text
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.split('\n').map(oneSpace).filter(Boolean))
    .filter((block) => block.length > 0);
  const cut = blocks.flatMap((block) => block.slice(0, -1));
  const longest = Math.max(0, ...blocks.flat().map((line) => line.length));
  const isWrapped =
    blocks.length > 1 && longest <= 100 && cut.filter((line) => line.length > 50).length > 2;
  if (!isWrapped) return blocks.flat();
  return blocks.flatMap((block) => {
    const paragraphs: string[] = [];
    let open = false;
    for (const line of block) {
      const alone =
        readHashtags(line) !== undefined ||
        readDates(line).length > 0 ||
        isAboutAuthor(line) ||
        sourceLine(line) !== undefined;
      if (open && !alone) paragraphs.push(`${paragraphs.pop()} ${line}`);
      else paragraphs.push(line);
      open = !alone;
    }
    return paragraphs;
  });
}

/** The words of a line in lowercase, for comparison. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}

const oneSpace = (line: string) => line.replace(/[^\S\n]+/g, ' ').trim();
