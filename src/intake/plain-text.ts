import type { Paragraph, RootContent } from 'mdast';
import { emptyArrival, type Arrival } from './arrival.ts';
import {
  agencyName,
  isCaption,
  readDateLine,
  readDateline,
  readHashtags,
  readReporter,
} from './line-kinds.ts';

/**
 * Reads a story that was copied from a web page as plain text.
 * @param text its lines, ended by `\n`
 * @returns the story; every line is in a field, in the text, or among what is lost
 */
export function readPlainText(text: string): Arrival {
  const arrival = emptyArrival('');
  const lines = paragraphsOf(text.replaceAll('\uFEFF', ''));
  takeHeadline(lines, arrival);
  const running: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^about the authors?:?$/i.test(line)) at = takeAuthor(lines, at, arrival);
    else if (/^original source\b/i.test(line)) at = takeOriginal(lines, at, arrival);
    else if (!takeField(line, running.length, arrival)) running.push(line);
  }
  takeDateline(running, arrival);
  arrival.text.children = running.map(blockOf);
  return arrival;
}

/** Lines that a mail program has cut are put together again; otherwise a line is a paragraph. */
function paragraphsOf(text: string): string[] {
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
        readHashtags(line) || readDateLine(line) || /^(?:about the|original)/i.test(line);
      if (open && !alone) paragraphs.push(`${paragraphs.pop()} ${line}`);
      else paragraphs.push(line);
      open = !alone;
    }
    return paragraphs;
  });
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

/** Puts a line that is a field of its own where it belongs; tells whether it was one. */
function takeField(line: string, paragraphsBefore: number, arrival: Arrival): boolean {
  const date = readDateLine(line);
  const hashtags = readHashtags(line);
  const reporter = readReporter(line);
  const by = paragraphsBefore < 3 ? /^by:?\s+(\p{Lu}[^.!?]{2,80})$/iu.exec(line)?.[1] : undefined;
  if (date) {
    const field = date.isUpdate ? 'updated' : 'published';
    if (arrival[field]) arrival.lost.push({ what: 'another date line', text: line });
    else arrival[field] = { value: date.moment, how: 'taken', from: line };
  } else if (hashtags) arrival.tags.push(...hashtags);
  else if (reporter && !arrival.source.byline) {
    arrival.source.byline = { value: reporter.byline, how: 'taken', from: line };
    arrival.source.place = { value: reporter.place, how: 'taken', from: line };
  } else if (by) arrival.authors.push(by);
  // A word or two above the story, such as “Military”, are what its site files it under.
  else if (paragraphsBefore === 0 && /^\p{L}[\p{L}&’' -]{2,30}$/u.test(line))
    arrival.sections.push(line);
  else return false;
  return true;
}

/** “Original source”, with a name or an address behind it or on the next line, or with neither. */
function takeOriginal(lines: string[], at: number, arrival: Arrival): number {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const said = line.replace(/^original source\b[\s:–—-]*/i, '').trim();
  const isOnNext = said === '' && /^https?:\/\/\S+$/i.test(next);
  const words = isOnNext ? next : said;
  const address = /https?:\/\/[^\s)>]+/i.exec(words)?.[0];
  const name = words.replace(address ?? '', '').replace(/^[\s(:–—-]+|[\s):,–—-]+$/g, '');
  if (address && URL.canParse(address)) {
    arrival.source.url = { value: address, how: 'taken', from: line };
    arrival.source.name ??= { value: new URL(address).hostname, how: 'guessed', from: address };
  }
  if (name) arrival.source.name = { value: name, how: 'taken', from: line };
  if (!address && !name)
    arrival.lost.push({ what: 'a source note without an address', text: line });
  return isOnNext ? at + 1 : at;
}

/** Everything under “About the Author” up to the next line of a known kind. */
function takeAuthor(lines: string[], at: number, arrival: Arrival): number {
  let end = at + 1;
  const isOther = (line: string) => readHashtags(line) || /^original source\b/i.test(line);
  while (end < lines.length && !isOther(lines[end] ?? '')) end += 1;
  const about = lines.slice(at + 1, end).join(' ');
  if (about) arrival.about = about;
  return end - 1;
}

/** The dateline opens the first paragraph; one short paragraph before it is the standfirst. */
function takeDateline(running: string[], arrival: Arrival): void {
  const prose = running.filter((line) => !isCaption(line)).slice(0, 3);
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
}

function blockOf(line: string): RootContent {
  const children: Paragraph['children'] = isCaption(line)
    ? [{ type: 'image', url: '', alt: '', title: line }]
    : [{ type: 'text', value: line }];
  return { type: 'paragraph', children };
}

const oneSpace = (line: string) => line.replace(/[^\S\n]+/g, ' ').trim();
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
