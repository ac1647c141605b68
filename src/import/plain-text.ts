import type { Paragraph, RootContent } from 'mdast';
import { emptyStory, taken, type ImportedStory } from './imported-story.ts';
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
 * @param text lines that end with `\n`
 * @returns the story; every line is in a field, in the text or reported as lost
 */
export function readPlainText(text: string): ImportedStory {
  const imported = emptyStory('');
  const lines = joinLines(text.replaceAll('\uFEFF', ''));
  takeHeadline(lines, imported);
  const running: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isAboutAuthor(line)) at = takeAuthor(lines, at, imported);
    else if (sourceLine(line) !== undefined) at = takeOriginal(lines, at, imported);
    else if (!takeFields(line, running.length, imported)) running.push(line);
  }
  takeDateline(running, imported);
  imported.text.children = running.map(blockOf);
  const language = guessLanguage(text);
  if (language) imported.language = { value: language, how: 'guessed', from: 'its words' };
  return imported;
}

function takeHeadline(lines: string[], imported: ImportedStory): void {
  const headline = lines.shift();
  if (!headline) return;
  imported.headline = { value: headline, how: 'guessed', from: 'the first line' };
  const same = lines.slice(0, 6).findIndex((line) => plain(line) === plain(headline));
  if (same < 0) return;
  lines.splice(same, 1);
  imported.headline.from = 'the first line, which occurs twice';
}

/** Takes a line that is one field, or several with bars between them. Returns whether it was. */
function takeFields(line: string, before: number, imported: ImportedStory): boolean {
  const parts = line.split(/\s+[|·•]\s+/);
  const isField = (part: string) => readDates(part).length > 0 || readByline(part) !== undefined;
  if (
    parts.length > 1 &&
    before < 3 &&
    parts.some(isField) &&
    parts.every((part) => isField(part) || isKicker(part))
  ) {
    for (const part of parts) if (!takeField(part, before, imported)) imported.sections.push(part);
    return true;
  }
  return takeField(line, before, imported);
}

/** Puts a line where it belongs. Returns whether it was a field. */
function takeField(line: string, before: number, imported: ImportedStory): boolean {
  const dates = readDates(line).filter(({ isLabelled }) => isLabelled || before < 3);
  const hashtags = readHashtags(line);
  const reporter = readReporter(line);
  const byline = before < 3 ? readByline(line) : undefined;
  if (dates.length > 0) {
    for (const { moment, isUpdate } of dates) {
      const field = isUpdate ? 'updated' : 'published';
      if (imported[field]) imported.lost.push({ what: 'another date line', text: line });
      else imported[field] = { value: moment, how: 'taken', from: line };
    }
  } else if (before < 3 && isAmbiguousDate(line))
    imported.lost.push({ what: 'an ambiguous date', text: line });
  else if (hashtags) imported.tags.push(...hashtags);
  else if (reporter && !imported.source.byline) {
    imported.source.byline = { value: reporter.byline, how: 'taken', from: line };
    imported.source.place = { value: reporter.place, how: 'taken', from: line };
  } else if (byline) {
    imported.authors.push(...byline.names);
    if (byline.agency) imported.source.name ??= { value: byline.agency, how: 'taken', from: line };
    if (byline.rest) imported.lost.push({ what: 'byline', text: line });
  } else if (before === 0 && isKicker(line)) imported.sections.push(line);
  else return false;
  return true;
}

/** Whether a line is one or two words above the story, such as “Military”, that name its section. */
function isKicker(line: string): boolean {
  if (!/^\p{L}[\p{L}\p{M}&’' -]{2,30}$/u.test(line) || beginsAsByline(line)) return false;
  const words = line.split(' ');
  return (
    words.length <= 2 ||
    words.every((word) => /^(?:[\p{Lu}&]|and$|of$|de$|und$|i$|dhe$)/u.test(word))
  );
}

/** Takes “Original source” or `Quelle:`, with a name or an address after it or on the next line, or neither. */
function takeOriginal(lines: string[], at: number, imported: ImportedStory): number {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const said = sourceLine(line) ?? '';
  const isOnNext = said === '' && /^https?:\/\/\S+$/i.test(next);
  const words = isOnNext ? next : said;
  const address = /https?:\/\/[^\s)>]+/i.exec(words)?.[0];
  const name = words
    .replace(address ?? '', '')
    .replace(/[(<]\s*[)>]/, '')
    .replace(/^[\s:–—-]+|[\s:,–—-]+$/g, '')
    .replace(/^\((.*)\)$/, '$1');
  if (address && URL.canParse(address)) {
    imported.source.url = { value: address, how: 'taken', from: line };
    imported.source.name ??= { value: new URL(address).hostname, how: 'guessed', from: address };
  }
  if (name) imported.source.name = { value: agencyName(name), how: 'taken', from: line };
  if (!address && !name)
    imported.lost.push({ what: 'a source note without an address', text: line });
  return isOnNext ? at + 1 : at;
}

/** Takes everything below “About the Author”, up to the next line of a known kind. */
function takeAuthor(lines: string[], at: number, imported: ImportedStory): number {
  let end = at + 1;
  const isOther = (line: string) => readHashtags(line) || sourceLine(line) !== undefined;
  while (end < lines.length && !isOther(lines[end] ?? '')) end += 1;
  const about = lines.slice(at + 1, end).join(' ');
  if (about) imported.about = about;
  return end - 1;
}

/** Takes the dateline from the first paragraph; one short paragraph before it is the standfirst. */
function takeDateline(running: string[], imported: ImportedStory): void {
  const prose = running.filter((line) => readCaption(line) === '').slice(0, 3);
  const index = prose.findIndex((line) => readDateline(line));
  const found = readDateline(prose[index] ?? '');
  if (!found || index > 1) return;
  const [before] = prose;
  if (index === 1 && before !== undefined) {
    if (before.length > 500) return;
    running.splice(running.indexOf(before), 1);
    imported.standfirst = { value: before, how: 'guessed', from: 'the words before the dateline' };
  }
  running[running.indexOf(prose[index] ?? '')] = found.rest;
  imported.dateline = { value: found.place, how: 'taken', from: found.opening };
  if (found.agency)
    imported.source.name ??= {
      value: agencyName(found.agency),
      how: 'guessed',
      from: found.opening,
    };
  const day = taken(readDates(found.day ?? '')[0]?.moment);
  if (day) imported.published ??= { ...day, how: 'guessed', from: found.opening };
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
