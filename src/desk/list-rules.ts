import type { List, ListItem } from 'mdast';
import { monthsOf } from './typography/months.ts';
import type { Around } from './text-report.ts';
import { countWords, wordsOf } from './words.ts';

/** Beyond this no list goes: such a number is a year, or stands in a sentence. */
export const highestNumber = 100;

/**
 * Refuses what Markdown takes for a list although it hardly is one: a date, a remark behind an asterisk.
 * A list counts on from its first number, so that `24. March` and `10. June` below it would be read as
 * 24 and 25 (CommonMark 0.31.2, 5.3).
 * @param language BCP 47 tag of the text
 * @param mayBeShort whether one entry is enough, as in a block that is a list
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
      : `If the sign is meant, write \\${marks[at]}`;
  // Below the words of an entry one more entry may explain them.
  const explains = !list.ordered && parent?.type === 'listItem' && parent.children[0] !== list;
  if (list.children.length === 1 && !mayBeShort && !explains) {
    report(
      list,
      'This is read as a list of one entry.',
      `${asWords(0)}; a list has two entries or more.`,
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
        `Readers would see ${first + astray}. here: a list counts on from its first number.`,
        `${asWords(astray)}, there and in the entries before; if it is a list, number it without gaps.`,
      );
      return;
    }
    if (date >= 0) {
      report(list.children[date]!, 'This is read as an entry of a list.', `${asWords(date)}.`);
      return;
    }
  }
  for (const item of list.children) {
    if (!mayBeShort && countWords(item) === 0 && item.children.length === 0)
      report(item, 'This entry of a list has no words.', 'Write them, or take its mark out.');
    const task = /^\[[ xX]\](?=\s)/.exec(wordsOf(item));
    if (task)
      report(
        item,
        'A box to tick is printed as it stands.',
        'Take the brackets out. If they are meant, write \\[',
      );
  }
}

/** With what an entry begins: `24.`, `1)`, `-`. */
function markOf({ position }: ListItem, source: string): string {
  return /^(?:\d+[.)]|[-*+])/.exec(source.slice(position?.start.offset))?.[0] ?? '';
}

/** Whether an entry and its number are a date, in a language that writes `24. März`. */
function isDate(item: ListItem, language: string): boolean {
  const { names, pointed } = monthsOf(language);
  return pointed && new RegExp(`^(?:${names})\\p{L}{0,2}(?!\\p{L})`, 'iu').test(wordsOf(item));
}
