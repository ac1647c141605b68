import { months, small } from './calendar-words.ts';

/** The dateline with which a first paragraph opens. */
export interface Opening {
  place: string;
  agency?: string;
  /** The day after the place, as it is written. */
  day?: string;
  /** The rest of the paragraph. */
  rest: string;
  /** The words of the dateline, with the day if there is one. */
  opening: string;
}

const place = String.raw`(?<place>[\p{Lu}\p{Script=Arabic}][\p{L}\p{M} .'’/-]+(?:[,،]\s*\p{L}[\p{L}\p{M} .'’-]{1,40}?){0,2}?)`;
const date = String.raw`(?:[,،]?\s+(?:في\s+)?(?<date>\d{1,2}\.?\s*(?:de\s+)?-?\s*[\p{L}\d]+\.?(?:(?:\s+de)?\s+\d{4}\.?)?|\p{L}+\.?\s+\d{1,2}(?:,\s+\d{4})?))?`;
const agency = String.raw`[\p{L}\p{M} .&/’-]{2,40}`;
const inBrackets = String.raw`(?:\((?<agency>${agency})\)|\/(?<slashed>[\p{L} .]{2,30})\/)`;
const dash = String.raw`\s*(?:\.?[—–]|--|\.-|-(?=\s))\s*(?=\S)`;
const forms = [
  // (ANSA) - ROMA, 30 NOV - Text
  String.raw`^\((?<agency>${agency})\)\s*[—–-]\s*${place}${date}${dash}`,
  // PRISHTINË, 30 nëntor (KosovaPress) – Text, and Berlin (dpa) - Text
  String.raw`^${place}${date}\s*${inBrackets}${dash}`,
  // LISBOA, 30 nov – Text
  String.raw`^${place}${date}\s*(?:—|–|--|\s-\s)\s*(?=\S)`,
].map((form) => new RegExp(form, 'u'));

/**
 * Reads the dateline of a paragraph, `PRISTINA, Kosovo (AP) — `. Without an agency, the place must be in
 * capitals. A day after it must be in a known language.
 */
export function readDateline(paragraph: string): Opening | undefined {
  for (const form of forms) {
    const found = form.exec(paragraph);
    const { place: written = '', date: day, agency: name, slashed } = found?.groups ?? {};
    const where = written.trim().replace(/[,،]$|\s+في$/, '');
    const by = (name ?? slashed)?.trim();
    if (!found || where === '' || where.length > 100) continue;
    if (by === undefined ? !/\p{Lu}{2}/u.test(where) || !isShouted(where) : !isSender(by)) continue;
    if (day !== undefined && !isDay(day)) continue;
    return {
      place: where,
      ...(by !== undefined && { agency: by }),
      ...(day !== undefined && { day }),
      rest: paragraph.slice(found[0].length),
      opening: found[0].trim(),
    };
  }
  return undefined;
}

/** Whether the place itself, before its country, is in capitals, as BANjALUKA and KUWAIT CITY are. */
function isShouted(where: string): boolean {
  const [town = ''] = where.split(/[,،]/);
  const letters = [...town.matchAll(/\p{L}/gu)].map(([letter]) => letter);
  return letters.filter((letter) => /\p{Lu}/u.test(letter)).length * 4 >= letters.length * 3;
}

/** Whether words in parentheses are an agency: nearly all begin with a capital; anything else is a remark. */
function isSender(name: string): boolean {
  return /^[\p{Lu}\p{Script=Arabic}]|^(?:dpa|epd|sda|apa|kna|ots|afp|reuters)\b/u.test(name);
}

function isDay(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu)?.map(small) ?? [];
  return words.length === 0 || words.some((word) => months.has(word));
}
