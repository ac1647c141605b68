import { readMoment } from '../desk/moment.ts';

const months = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const month = `(?<month>${months.flat().join('|')})\\.?`;
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const clock =
  '(?:,?\\s+(?:at\\s+)?(?<hour>\\d{1,2}):(?<minute>\\d{2})\\s*(?<half>[ap]\\.?m\\.?)?)?';
const label =
  '(?<label>(?:first\\s+)?published|posted|(?:last\\s+)?updated|modified)?(?:\\s+on)?:?\\s*';
const forms = [
  `${month}\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})`,
  `(?<day>\\d{1,2})\\.?\\s+${month},?\\s+(?<year>\\d{4})`,
  '(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})',
].map((form) => new RegExp(`^${label}${weekday}${form}${clock}\\.?$`, 'i'));

/**
 * A line that is nothing but a date, such as “Tuesday, March 9, 2021” or “Updated: 2021-03-10 14:30”.
 * @returns the moment as the desk reads it and whether it is that of a change, or undefined
 */
export function readDateLine(line: string): { moment: string; isUpdate: boolean } | undefined {
  for (const form of forms) {
    const found = form.exec(line.trim().replace(/(\d)T(?=\d\d:)/, '$1 '))?.groups;
    if (!found) continue;
    const named = months.findIndex((names) => names.includes((found['month'] ?? '').toLowerCase()));
    const number = found['number'] ?? String(named + 1).padStart(2, '0');
    const day = `${found['year']}-${number}-${(found['day'] ?? '').padStart(2, '0')}`;
    const moment = `${day}${timeOf(found)}`;
    try {
      readMoment(moment, 'UTC');
    } catch {
      return undefined;
    }
    return { moment, isUpdate: /updated|modified/i.test(found['label'] ?? '') };
  }
  return undefined;
}

function timeOf({ hour, minute, half }: Record<string, string | undefined>): string {
  if (hour === undefined || minute === undefined) return '';
  const isAfternoon = /^p/i.test(half ?? '');
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  return ` ${String(hours).padStart(2, '0')}:${minute}`;
}

/** The place in capitals, perhaps a country or state, perhaps an agency, then a dash. */
const dateline =
  /^(?<place>\p{Lu}[\p{Lu}\p{M} .'’-]+(?:,\s*\p{L}[\p{L}\p{M} .'’-]{1,40}){0,2}(?:,\s*\p{L}+\.? \d{1,2})?)\s*(?:\((?<agency>[\p{L} .&]{2,40})\)\s*)?(?:—|–|--|\s-\s)\s*(?=\S)/u;

/**
 * A paragraph that opens with where it was reported, `PRISTINA, Kosovo (AP) — `.
 * @returns the place, the agency if there is one, and the paragraph without them
 */
export function readDateline(
  paragraph: string,
): { place: string; agency?: string; rest: string; opening: string } | undefined {
  const found = dateline.exec(paragraph);
  const place = found?.groups?.['place']?.trim();
  if (!found || !place || place.length > 100 || !/\p{Lu}{2}/u.test(place)) return undefined;
  const agency = found.groups?.['agency'];
  return {
    place,
    ...(agency && { agency }),
    rest: paragraph.slice(found[0].length),
    opening: found[0].trim(),
  };
}

/** Words that end as a caption does: (Name/AGENCY), (AP Photo/Name), or “. (AP)”. */
export function isCaption(paragraph: string): boolean {
  return (
    /\([^()]*(?:\p{L}\s*\/\s*\p{Lu}|Photos?\b)[^()]*\)$/u.test(paragraph) ||
    /[.!?”"]\s*\(\p{Lu}{2,8}\)$/u.test(paragraph)
  );
}

/** The words of a line that is made of hashtags and nothing else. */
export function readHashtags(line: string): string[] | undefined {
  const words = line.split(/[\s,;·|]+/).filter(Boolean);
  const areTags = words.length > 0 && words.every((word) => /^#[\p{L}\p{N}_-]+$/u.test(word));
  return areTags ? words.map((word) => word.slice(1)) : undefined;
}

const name = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const reporter = new RegExp(
  String.raw`^(?:(?:The )?(?:Associated Press|AP|Reuters|AFP)\s+(?:writers?|reporters?|journalists?|correspondents?)\s+)?` +
    String.raw`(?<byline>${name}(?:,?\s+(?:and|de|da|van|von|der|al|bin|${name})){1,9}) reported from (?<place>${name}[^!?“”"]{0,80}?)\.?$`,
  'u',
);

/** “Llazar Semini reported from Tirana, Albania.” */
export function readReporter(line: string): { byline: string; place: string } | undefined {
  const { byline, place } = reporter.exec(line)?.groups ?? {};
  return byline && place ? { byline, place } : undefined;
}

const agencies = new Map([
  ['AP', 'The Associated Press (AP)'],
  ['AFP', 'Agence France-Presse (AFP)'],
  ['DPA', 'Deutsche Presse-Agentur (dpa)'],
]);

/** An agency's full name where it is known by its letters. */
export function agencyName(letters: string): string {
  return agencies.get(letters.trim().toUpperCase()) ?? letters.trim();
}
