import { pressWords } from './press-words.ts';

/** Arabic month names have four traditions; all are recognized. */
const others = ['ar-LB', 'ar-MA', 'ar-DZ', 'bs-Cyrl'];

/** The names of months in all known languages, with their numbers from 1. */
export const months = new Map<string, number>();

/** The names of weekdays in all known languages. */
export const weekdays = new Set<string>();

/** The languages that use a name of a month or day. */
export const languagesOfName = new Map<string, Set<string>>();

for (const locale of [...Object.keys(pressWords), ...others]) {
  for (let month = 1; month <= 12; month += 1)
    for (const name of monthNames(locale, Date.UTC(2026, month - 1, 15)))
      noteMonth(name, month, locale);
  for (let day = 1; day <= 7; day += 1)
    for (const name of namesOf(locale, Date.UTC(2026, 0, day), 'weekday', [
      { weekday: 'long' },
      { weekday: 'short' },
    ]))
      // Albanian has names of two words; Portuguese also uses only the first half.
      for (const word of [name, ...name.split(/[\s-]/)]) {
        weekdays.add(word);
        noteLanguage(word, locale);
      }
}
// English writes Sept. beside Intl’s Sep.
noteMonth('sept', 9, 'en');

function monthNames(locale: string, at: number): string[] {
  const long = namesOf(locale, at, 'month', [
    // Some languages decline a month after a day: 30. studenoga.
    { month: 'long', day: 'numeric' },
    { month: 'long' },
  ]);
  const short = namesOf(locale, at, 'month', [
    { month: 'short', day: 'numeric' },
    { month: 'short' },
  ]);
  return [...long.flatMap((name) => declined(name, locale)), ...short];
}

function namesOf(
  locale: string,
  at: number,
  part: 'month' | 'weekday',
  styles: Intl.DateTimeFormatOptions[],
): string[] {
  const names = styles.flatMap((style) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
      .formatToParts(at)
      .filter(({ type }) => type === part)
      .map(({ value }) => small(value)),
  );
  return [...new Set(names)];
}

/**
 * Serbian and Bosnian decline months after a day, novembra and јуна, which Unicode’s data lacks. It has
 * the Croatian forms, but these are also written without the last letter: studenog.
 */
function declined(name: string, locale: string): string[] {
  if (locale === 'hr' && name.endsWith('oga')) return [name, name.slice(0, -1)];
  if (!/^(?:sr|bs)/.test(locale)) return [name];
  const stem = name.replace(/bar$/, 'br').replace(/бар$/, 'бр').replace(/[iи]$/, '');
  return [name, `${stem}${/[а-я]/.test(stem) ? 'а' : 'a'}`];
}

function noteMonth(name: string, number: number, locale: string): void {
  // KASIM in capitals could be in any language; in most it is kasim in lowercase.
  for (const form of new Set([name, name.toLocaleUpperCase(locale).toLowerCase()])) {
    if (!months.has(form)) months.set(form, number);
    noteLanguage(form, locale);
  }
}

function noteLanguage(name: string, locale: string): void {
  const language = locale in pressWords ? locale : (locale.split('-')[0] ?? locale);
  languagesOfName.set(name, (languagesOfName.get(name) ?? new Set()).add(language));
}

/**
 * A text in lowercase, without a final dot of an abbreviation, for comparison. Turkish has its own capital
 * i; Arabic is written with or without vowel signs and hamzas.
 */
export function small(text: string): string {
  const isTurkish = /[İıŞşĞğ]/.test(text);
  return (isTurkish ? text.toLocaleLowerCase('tr') : text.toLowerCase())
    .normalize('NFC')
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/\.$/, '');
}
