import type { List, ListItem } from 'mdast';
import { monthsOf } from './typography/months.ts';
import type { Around } from './text-report.ts';
import { countWords, wordsOf } from './words.ts';

/** The highest number in a list: a higher one is a year, or part of a sentence. */
export const highestNumber = 100;

/**
 * Refuses what Markdown reads as a list by accident: a date, or a remark after an asterisk. A list counts
 * up from its first number, so `24. March` followed by `10. June` would be numbered 24 and 25 (CommonMark
 * 0.31.2, 5.3).
 * @param language BCP 47 tag of the text
 * @param mayBeShort whether one entry is enough, as in a block that contains a list
 */
export function checkList(
  list: List,
  { source, parent, report }: Around,
  language: string,
  mayBeShort: boolean,
): void {
  const marks = list.children.map((item) => markOf(item, source));
  const numbers = marks.map((mark) => Number.parseInt(mark, 10));
  const asWords = (at: number) =>
    list.ordered
      ? `If the number is a date or part of a sentence, write ${numbers[at]}\\${marks[at]!.slice(-1)}`
      : `To print the character, write \\${marks[at]}`;
  // A single nested entry may explain the entry above it.
  const explains = !list.ordered && parent?.type === 'listItem' && parent.children[0] !== list;
  if (list.children.length === 1 && !mayBeShort && !explains) {
    report(
      list,
      'This is read as a list with one entry.',
      `${asWords(0)}; a list needs at least two entries.`,
    );
    return;
  }
  if (list.ordered) {
    const first = numbers[0] ?? 1;
    const astray = numbers.findIndex((number, at) => number !== first + at);
    const date = list.children.findIndex(
      (item, at) => numbers[at]! > highestNumber || isDate(item, language),
    );
    if (astray > 0) {
      report(
        list.children[astray]!,
        `Readers would see ${first + astray}. here: a list counts up from its first number.`,
        `${asWords(astray)}, here and in the entries before. If it is a list, number it without gaps.`,
      );
      return;
    }
    if (date >= 0) {
      report(list.children[date]!, 'This is read as a list entry.', `${asWords(date)}.`);
      return;
    }
  }
  for (const item of list.children) {
    if (!mayBeShort && countWords(item) === 0 && item.children.length === 0)
      report(item, 'This list entry is empty.', 'Write its words, or remove it.');
    const task = /^\[[ xX]\](?=\s)/.exec(wordsOf(item));
    if (task)
      report(
        item,
        'A checkbox would be printed as text.',
        'Remove the brackets. To print them, write \\[',
      );
  }
}

/** The marker of an entry: `24.`, `1)`, `-`. */
function markOf({ position }: ListItem, source: string): string {
  return /^(?:\d+[.)]|[-*+])/.exec(source.slice(position?.start.offset))?.[0] ?? '';
}

/** Whether an entry and its number are a date, in a language that writes `24. März`. */
function isDate(item: ListItem, language: string): boolean {
  const { names, pointed } = monthsOf(language);
  return pointed && new RegExp(`^(?:${names})\\p{L}{0,2}(?!\\p{L})`, 'iu').test(wordsOf(item));
}
