import { small, weekdays } from './calendar-words.ts';
import { agencyName, isAgency } from './line-kinds.ts';
import { formsOf, patternOf } from './press-words.ts';

/** The byline of a story, from a line of its own. */
export interface Byline {
  names: string[];
  /** The agency in the byline, instead of people. */
  agency?: string;
  /** The rest of the line, such as a role or a place. */
  rest?: string;
}

const opening = new RegExp(
  `^(?<by>${patternOf('by')})(?<colon>\\s*:)?(?:\\s+|(?<=:))(?<who>\\S.{1,118})$`,
  'iu',
);
const capital = /^[\p{Lu}\p{Lt}][\p{L}\p{M}.'’-]*$/u;
const arabic = /^[\p{Script=Arabic}\p{M}.]+$/u;
const particle =
  /^(?:de|da|dos|das|del|della|di|du|la|van|von|der|den|bin|ibn|ben|ter|ten|(?:al|el|as|an)-\p{Lu}.*)$/u;
const joints = [...formsOf('and').keys(), '&'].join('|');
const joint = new RegExp(`\\s*[,;،]\\s+|\\s+(?:${joints})\\s+`, 'iu');

/**
 * Reads a line such as “By Ana Reis”, “Von Ana Reis und Lea Moor, Berlin”, `Nga: Redaksia` or `بقلم …`.
 * “By the numbers” and “By Tuesday the army” are not bylines: without a colon, the rest must be names of
 * two or more capitalized words, or an agency.
 */
export function readByline(line: string): Byline | undefined {
  const { by, colon, who } = opening.exec(line)?.groups ?? {};
  if (!by || !who || /[!?“”„«»"]|[\p{L}]{3}\.\s+\p{Lu}|\.$/u.test(who)) return undefined;
  if (isAgency(who)) return { names: [], agency: agencyName(who) };
  const isArabic = arabic.test(by);
  // Arabic has no capitals by which to recognize a name, and joins “and” to the next word.
  if (isArabic) {
    const count = who.split(' ').length;
    const isMeant = colon !== undefined || (by === 'بقلم' && count > 1);
    return isMeant && count <= 6 && everyWord(who, arabic) ? { names: [who] } : undefined;
  }
  const [first = '', ...others] = who.split(joint);
  const isSure = colon !== undefined && capital.test(first.split(' ')[0] ?? '');
  if (!isName(first) && !isSure) return undefined;
  const names = [first, ...others.filter(isName)];
  const rest = others.filter((one) => !isName(one)).join(', ');
  if (rest.split(' ').length > 6) return undefined;
  return { names, ...(rest && { rest }) };
}

function isName(words: string): boolean {
  const parts = words.split(' ');
  return (
    parts.length >= 2 &&
    parts.length <= 6 &&
    parts.every((word) => capital.test(word) || particle.test(word)) &&
    capital.test(parts[0] ?? '') &&
    capital.test(parts.at(-1) ?? '') &&
    !/^(?:the|our|un|una|une|ein|eine)$/i.test(parts[0] ?? '') &&
    !parts.some((word) => weekdays.has(small(word)) && word.length > 3)
  );
}

const everyWord = (words: string, form: RegExp) =>
  words.split(' ').every((word) => form.test(word));

/** Words such as De, Di and Von before a name, which do not begin it. */
const prefix =
  /^(?:(?:written |story |text )?by|por|par|nga|piše|пише|بقلم|كتب|كتبت)(?:\s*:\s*|\s+)(?=\p{L})/iu;

/** A byline from its own field, without a word before the name such as the “Por” in “Por Ana Reis”. */
export function withoutBy(byline: string): string {
  return byline.trim().replace(prefix, '');
}

/** Whether a line begins like a byline, whatever follows. */
export function beginsAsByline(line: string): boolean {
  return opening.test(line);
}
