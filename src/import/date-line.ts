import { readMoment } from '../desk/moment.ts';
import { months, small, weekdays } from './calendar-words.ts';
import { formsOf } from './press-words.ts';

/** A date from a line that says when a story was published. */
export interface LineDate {
  /** In the form that the desk reads. */
  moment: string;
  /** Whether it is the date of a change. */
  isUpdate: boolean;
  /** Whether a word such as “published” labels it. */
  isLabelled: boolean;
}

const month = `(?<month>${[...months.keys()]
  .toSorted((a, b) => b.length - a.length)
  .join('|')})\\.?`;
// Arabic newspapers write a month twice: تشرين الثاني/نوفمبر.
const twice = `(?:\\s*[/(]\\s*(?:${[...months.keys()].join('|')})\\)?)?`;
const link = "(?:\\s+(?:de|del|di|of)\\s+|\\s+d['’]|[\\s,،.-]+)";
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.?[ºª°])?';
const forms = [
  `${day}\\.?${link}${month}${twice}${link}(?<year>\\d{4})`,
  `${month}\\s+${day},?\\s+(?<year>\\d{4})`,
  '(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})',
  // In dates with dots, days always come first.
  '(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?(?<year>\\d{4})',
  '(?<day>\\d{1,2})\\s?(?<slash>[/-])\\s?(?<number>\\d{1,2})\\s?\\k<slash>\\s?(?<year>\\d{4})',
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'u'));

const time =
  /(?<![\p{L}\p{N}.])(?<hour>\d{1,2})(?:\s?h\s?(?<french>\d{2})?|[:.](?<minute>\d{2})(?::\d{2})?|(?=\s?uhr))(?:\s*(?<half>[ap]\.?\s?m\.?|[mp]\.?\s?d\.?|صباحا|مساء|ص|م)(?!\p{L}))?(?!\d)/u;

/** Time zone abbreviations that mean exactly one offset. */
const zones = new Map<string, string>([
  ['gmt', 'Z'],
  ['utc', 'Z'],
  ['غرينتش', 'Z'],
  ['cet', '+01:00'],
  ['mez', '+01:00'],
  ['cest', '+02:00'],
  ['mesz', '+02:00'],
  ['eet', '+02:00'],
  ['eest', '+03:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
]);

const updated = new Set([...formsOf('updated').keys()].map(small));
/** Words that lines of changes share with lines of first publication. */
const both = new Set([...formsOf('published').keys(), ...formsOf('time').keys()].map(small));
const labels = new Set(
  [...updated, ...[...formsOf('published').keys()].map(small)].filter((word) => word.length > 3),
);
const allowed = new Set([...updated, ...both, ...weekdays, ...zones.keys()]);

/**
 * Reads a line that consists only of one or two dates with their labels, such as “Tuesday, March 9, 2021”,
 * “Publié le 30 novembre 2026 à 19h30, mis à jour le 1er décembre 2026” or `30 nëntor 2026, 19:30`.
 * @returns nothing if the line says anything else, or if a date in it does not exist
 */
export function readDates(line: string): LineDate[] {
  const text = plain(line);
  const found = findDates(text);
  if (found.length === 0 || found.length > 2) return [];
  const dates: LineDate[] = [];
  let rest = '';
  for (const [at, one] of found.entries()) {
    const before = text.slice(found[at - 1]?.end ?? 0, one.start);
    const after = text.slice(one.end, found[at + 1]?.start);
    // A time comes after its date; if there is only one date, also before it.
    const clock = time.exec(after) ?? (found.length === 1 ? time.exec(before) : null);
    const zone = [...zones].find(([name]) => words(after).includes(name))?.[1];
    const moment = `${one.day}${clock?.groups ? timeOf(clock.groups, zone) : ''}`;
    if (!exists(moment)) return [];
    const said = words(at === 0 ? before : before.replace(time, ' '));
    const isUpdate = said.some((word) => updated.has(word) && !both.has(word));
    dates.push({ moment, isUpdate, isLabelled: said.some((word) => labels.has(word)) });
    rest += ` ${before} `;
    if (at === found.length - 1) rest += ` ${after}`;
  }
  // The times between dates have been read with the dates before them.
  const others = rest.replace(time, ' ').replace(time, ' ');
  if (/\d/.test(others)) return [];
  const said = words(others);
  return said.length <= 16 && said.every((word) => allowed.has(word)) ? dates : [];
}

/** Whether a line is an ambiguous date, 03/09/2021. */
export function isAmbiguousDate(line: string): boolean {
  const isDate = /^\d{1,2}\/\d{1,2}\/\d{4}(?:,?\s+\d{1,2}:\d{2})?$/.test(plain(line));
  return isDate && readDates(line).length === 0;
}

/** A line with digits 0 to 9, in lowercase, without characters that change the text direction. */
function plain(line: string): string {
  return small(
    line
      .replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/\p{Nd}/gu, (digit) => String((digit.codePointAt(0)! - zeroOf(digit)) % 10))
      .replace(/(\d)T(?=\d\d:)/, '$1 ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The zero of a digit’s script: Unicode has digits in rows of ten, and Arabic and Persian have rows of their own. */
function zeroOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  return code >= 0x6f0 && code <= 0x6f9 ? 0x6f0 : code >= 0x660 && code <= 0x669 ? 0x660 : 0x30;
}

function findDates(text: string): { start: number; end: number; day: string }[] {
  const found: { start: number; end: number; day: string }[] = [];
  let from = 0;
  while (found.length < 3) {
    const [next] = forms
      .map((form) => form.exec(text.slice(from)))
      .filter((match) => match !== null)
      .toSorted((a, b) => a.index - b.index || b[0].length - a[0].length);
    if (!next?.groups) return found;
    const { day: date = '', month: name, number, year, slash } = next.groups;
    // 03/09/2021 is March in one country and September in another.
    if (slash && Number(date) <= 12 && Number(number) <= 12 && date !== number) return [];
    const named = name === undefined ? Number(number) : (months.get(name) ?? 0);
    const two = (value: number | string) => String(value).padStart(2, '0');
    found.push({
      start: from + next.index,
      end: from + next.index + next[0].length,
      day: `${year}-${two(named)}-${two(date)}`,
    });
    from += next.index + next[0].length;
  }
  return found;
}

function timeOf(groups: Record<string, string | undefined>, zone: string | undefined): string {
  const { hour, minute, french, half } = groups;
  const isAfternoon = /^(?:p\.?\s?m|m\.?\s?d|م)/.test(half ?? '');
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  const clock = `${String(hours).padStart(2, '0')}:${minute ?? french ?? '00'}`;
  return zone ? `T${clock}${zone}` : ` ${clock}`;
}

function exists(moment: string): boolean {
  try {
    return readMoment(moment, 'UTC').day !== '';
  } catch {
    return false;
  }
}

const words = (text: string) => text.match(/\p{L}[\p{L}\p{M}]*/gu)?.map(small) ?? [];
