import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCopy, type Copy, type ReadCopy } from './copy.ts';
import { Refusal, type Fault } from './fault.ts';
import { NoMoment, readMoment, type Moment } from './moment.ts';
import { nearest } from './nearest.ts';
import { addressAdvice, fitsAddress, fitsTopAddress } from './schema/address.ts';
import { page, type Page } from './schema/page.ts';
import { story, type Story } from './schema/story.ts';
import type { Term } from './schema/vocabulary.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A story that the desk has passed. */
export interface StoryCopy extends Copy<Story> {
  /** The last part of the address. */
  slug: string;
  published: Moment;
  updated?: Moment;
}

/** A page that is no story, such as about. */
export type PageCopy = Copy<Page>;

/** Everything in the content folder, checked; drafts and embargoed stories too. */
export interface Content {
  vocabulary: Vocabulary;
  stories: StoryCopy[];
  pages: PageCopy[];
}

/** The content folder: `CONTENT`, or `content`. */
export function contentFolder(): string {
  return process.env.CONTENT ?? 'content';
}

/**
 * Reads and checks a content folder.
 * @throws {Refusal} with every fault of every file
 */
export async function readContent(content: string): Promise<Content> {
  const vocabulary = readVocabulary(content);
  const faults: Fault[] = [];
  const stories: StoryCopy[] = [];
  const seen = { id: new Map<string, string>(), address: new Map<string, string>() };
  for (const name of markdownIn(join(content, 'articles'))) {
    const read = await readCopy(story, join(content, 'articles'), name, faults, {
      id: `Every story has a mark of its own. Write \`id: ${uuidFor(name)}\`.`,
    });
    const copy = read && checkStory(read, vocabulary, seen, faults);
    if (copy) stories.push(copy);
  }
  const pages: PageCopy[] = [];
  for (const name of markdownIn(join(content, 'pages'))) {
    const copy = (await readCopy(page, join(content, 'pages'), name, faults))?.copy;
    if (copy && checkPage(copy, vocabulary, faults)) pages.push(copy);
  }
  if (faults.length > 0) throw new Refusal(faults);
  return { vocabulary, stories, pages };
}

function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
}

/** What a story must get right beyond its own fields: the vocabulary, the calendar, its neighbours. */
function checkStory(
  { copy, sheet }: ReadCopy<Story>,
  { sections, tags, authors, publication }: Vocabulary,
  seen: { id: Map<string, string>; address: Map<string, string> },
  faults: Fault[],
): StoryCopy | undefined {
  const { front, file } = copy;
  const before = faults.length;
  const refuse = (path: PropertyKey[], problem: string, mend: string) =>
    faults.push({ file, ...sheet.placeOf(path), problem, mend });
  const known = (path: PropertyKey[], key: string, kind: string, terms: Map<string, Term>) => {
    if (terms.has(key)) return;
    const near = nearest(key, new Map([...terms].map(([word, { name }]) => [word, [name]])));
    refuse(
      path,
      `There is no ${kind} “${key}”.`,
      near ? `The nearest one is \`${near}\`.` : `Add it to the ${kind}s first.`,
    );
  };
  known(['section'], front.section, 'section', sections);
  front.tags.forEach((tag, index) => known(['tags', index], tag, 'tag', tags));
  front.authors.forEach((author, index) => known(['authors', index], author, 'author', authors));

  const moment = (field: 'published' | 'updated'): Moment | undefined => {
    const written = front[field];
    if (written === undefined) return undefined;
    try {
      return readMoment(written, publication.timeZone);
    } catch (error) {
      if (!(error instanceof NoMoment)) throw error;
      refuse([field], error.problem, error.mend);
      return undefined;
    }
  };
  const published = moment('published');
  const updated = moment('updated');
  if (published && updated && updated.at < published.at)
    refuse(
      ['updated'],
      'The story would be updated before it was published.',
      `Write a moment after ${front.published}, or leave \`updated\` out.`,
    );

  const slug = basename(copy.id);
  if (!fitsAddress(slug))
    refuse([], `“${slug}” is not fit for an address.`, `Rename the folder. ${addressAdvice}`);
  const claim = (kind: 'id' | 'address', value: string, path: PropertyKey[], mend: string) => {
    const other = seen[kind].get(value);
    if (other) refuse(path, `${other} has the same ${kind}.`, mend);
    else seen[kind].set(value, file);
  };
  claim('id', front.id, ['id'], `Every story has its own. Write \`id: ${uuidFor(file)}\`.`);
  if (published)
    claim('address', `${published.day}/${slug}`, ['published'], 'Rename one of the two folders.');

  if (faults.length > before || !published) return undefined;
  return { ...copy, slug, published, ...(updated && { updated }) };
}

function checkPage(copy: PageCopy, { sections }: Vocabulary, faults: Fault[]): boolean {
  if (fitsTopAddress(copy.id) && !sections.has(copy.id)) return true;
  faults.push({
    file: copy.file,
    line: 1,
    column: 1,
    problem: `The address /${copy.id}/ is taken, or not fit for an address.`,
    mend: `Rename the file. ${addressAdvice}`,
  });
  return false;
}

/** A UUID that is always the same for a file, so that a refusal always reads the same. */
function uuidFor(file: string): string {
  const hex = createHash('sha256').update(file).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  // Version 8 of RFC 9562: the bits are the maker's own.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
