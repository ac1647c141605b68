import type { Paragraph, RootContent } from 'mdast';
import { emptyArrival, taken, type Arrival } from './arrival.ts';
import { beginsAsByline, readByline } from './byline-line.ts';
import { readCaption } from './caption-line.ts';
import { isAmbiguousDate, readDates } from './date-line.ts';
import { readDateline } from './dateline-opening.ts';
import { guessLanguage } from './guess-language.ts';
import { agencyName, readHashtags, readReporter } from './line-kinds.ts';
import { isAboutAuthor, joinLines, plain, sourceLine } from './plain-lines.ts';

/**
 * Reads a story that was copied from a web page as plain text, in one of the languages of
 * `press-words.ts`.
 * @param text its lines, ended by `\n`
 * @returns the story; every line is in a field, in the text, or among what is lost
 */
export function readPlainText(text: string): Arrival {
  const arrival = emptyArrival('');
  const lines = joinLines(text.replaceAll('\uFEFF', ''));
  takeHeadline(lines, arrival);
  const running: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isAboutAuthor(line)) at = takeAuthor(lines, at, arrival);
    else if (sourceLine(line) !== undefined) at = takeOriginal(lines, at, arrival);
    else if (!takeFields(line, running.length, arrival)) running.push(line);
  }
  takeDateline(running, arrival);
  arrival.text.children = running.map(blockOf);
  const language = guessLanguage(text);
  if (language) arrival.language = { value: language, how: 'guessed', from: 'its words' };
  return arrival;
}

function takeHeadline(lines: string[], arrival: Arrival): void {
  const headline = lines.shift();
  if (!headline) return;
  arrival.headline = { value: headline, how: 'guessed', from: 'the first line' };
  const same = lines.slice(0, 6).findIndex((line) => plain(line) === plain(headline));
  if (same < 0) return;
  lines.splice(same, 1);
  arrival.headline.from = 'the first line, which stands there twice';
}

/** Takes a line that is a field of its own, or several with bars between them; tells whether it was. */
function takeFields(line: string, before: number, arrival: Arrival): boolean {
  const parts = line.split(/\s+[|·•]\s+/);
  const isField = (part: string) => readDates(part).length > 0 || readByline(part) !== undefined;
  if (
    parts.length > 1 &&
    before < 3 &&
    parts.some(isField) &&
    parts.every((part) => isField(part) || isKicker(part))
  ) {
    for (const part of parts) if (!takeField(part, before, arrival)) arrival.sections.push(part);
    return true;
  }
  return takeField(line, before, arrival);
}

/** Puts a line where it belongs; tells whether it was a field. */
function takeField(line: string, before: number, arrival: Arrival): boolean {
  const dates = readDates(line).filter(({ isLabelled }) => isLabelled || before < 3);
  const hashtags = readHashtags(line);
  const reporter = readReporter(line);
  const byline = before < 3 ? readByline(line) : undefined;
  if (dates.length > 0) {
    for (const { moment, isUpdate } of dates) {
      const field = isUpdate ? 'updated' : 'published';
      if (arrival[field]) arrival.lost.push({ what: 'another date line', text: line });
      else arrival[field] = { value: moment, how: 'taken', from: line };
    }
  } else if (before < 3 && isAmbiguousDate(line))
    arrival.lost.push({ what: 'a date that can be read in two ways', text: line });
  else if (hashtags) arrival.tags.push(...hashtags);
  else if (reporter && !arrival.source.byline) {
    arrival.source.byline = { value: reporter.byline, how: 'taken', from: line };
    arrival.source.place = { value: reporter.place, how: 'taken', from: line };
  } else if (byline) {
    arrival.authors.push(...byline.names);
    if (byline.agency) arrival.source.name ??= { value: byline.agency, how: 'taken', from: line };
    if (byline.rest) arrival.lost.push({ what: 'byline', text: line });
  } else if (before === 0 && isKicker(line)) arrival.sections.push(line);
  else return false;
  return true;
}

/** A word or two above the story, such as “Military”, are what its site files it under. */
function isKicker(line: string): boolean {
  if (!/^\p{L}[\p{L}\p{M}&’' -]{2,30}$/u.test(line) || beginsAsByline(line)) return false;
  const words = line.split(' ');
  return (
    words.length <= 2 ||
    words.every((word) => /^(?:[\p{Lu}&]|and$|of$|de$|und$|i$|dhe$)/u.test(word))
  );
}

/** “Original source” or `Quelle:`, with a name or an address behind it or on the next line, or neither. */
function takeOriginal(lines: string[], at: number, arrival: Arrival): number {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const said = sourceLine(line) ?? '';
  const isOnNext = said === '' && /^https?:\/\/\S+$/i.test(next);
  const words = isOnNext ? next : said;
  const address = /https?:\/\/[^\s)>]+/i.exec(words)?.[0];
  const name = words.replace(address ?? '', '').replace(/^[\s(:–—-]+|[\s):,–—-]+$/g, '');
  if (address && URL.canParse(address)) {
    arrival.source.url = { value: address, how: 'taken', from: line };
    arrival.source.name ??= { value: new URL(address).hostname, how: 'guessed', from: address };
  }
  if (name) arrival.source.name = { value: agencyName(name), how: 'taken', from: line };
  if (!address && !name)
    arrival.lost.push({ what: 'a source note without an address', text: line });
  return isOnNext ? at + 1 : at;
}

/** Everything under “About the Author” up to the next line of a known kind. */
function takeAuthor(lines: string[], at: number, arrival: Arrival): number {
  let end = at + 1;
  const isOther = (line: string) => readHashtags(line) || sourceLine(line) !== undefined;
  while (end < lines.length && !isOther(lines[end] ?? '')) end += 1;
  const about = lines.slice(at + 1, end).join(' ');
  if (about) arrival.about = about;
  return end - 1;
}

/** The dateline opens the first paragraph; one short paragraph before it is the standfirst. */
function takeDateline(running: string[], arrival: Arrival): void {
  const prose = running.filter((line) => readCaption(line) === '').slice(0, 3);
  const index = prose.findIndex((line) => readDateline(line));
  const found = readDateline(prose[index] ?? '');
  if (!found || index > 1) return;
  const [before] = prose;
  if (index === 1 && before !== undefined) {
    if (before.length > 500) return;
    running.splice(running.indexOf(before), 1);
    arrival.standfirst = { value: before, how: 'guessed', from: 'the words before the dateline' };
  }
  running[running.indexOf(prose[index] ?? '')] = found.rest;
  arrival.dateline = { value: found.place, how: 'taken', from: found.opening };
  if (found.agency)
    arrival.source.name ??= {
      value: agencyName(found.agency),
      how: 'guessed',
      from: found.opening,
    };
  const day = taken(readDates(found.day ?? '')[0]?.moment);
  if (day) arrival.published ??= { ...day, how: 'guessed', from: found.opening };
}

function blockOf(line: string): RootContent {
  const caption = readCaption(line);
  const children: Paragraph['children'] = caption
    ? [
        {
          type: 'image',
          url: '',
          alt: '',
          title: caption,
          ...(caption !== line && { data: { line } }),
        },
      ]
    : [{ type: 'text', value: line }];
  return { type: 'paragraph', children };
}
