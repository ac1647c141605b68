import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCopy, type Copy } from './copy.ts';
import { Refusal, type Fault, type Place } from './fault.ts';
import { addressAdvice, fitsAddress, fitsTopAddress } from './schema/address.ts';
import { page, type Page } from './schema/page.ts';
import { storyWith, type Story } from './schema/story.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A story that the desk has passed. */
export interface StoryCopy extends Copy<Story> {
  /** The last part of the address. */
  slug: string;
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
  const story = storyWith(vocabulary);
  const claim = claims(faults);
  for (const name of markdownIn(join(content, 'articles'))) {
    const mark = `Every story has a mark of its own. Write \`id: ${uuidFor(name)}\`.`;
    const read = await readCopy(story, join(content, 'articles'), name, faults, { id: mark });
    if (!read) continue;
    const { copy, sheet } = read;
    const { id, published } = copy.front;
    const slug = basename(copy.id);
    if (!fitsAddress(slug))
      faults.push({
        file: copy.file,
        line: 1,
        column: 1,
        problem: `“${slug}” is not fit for an address.`,
        mend: `Rename the folder. ${addressAdvice}`,
      });
    claim('id', id, copy.file, sheet.placeOf(['id']), mark);
    const address = `${published.day}/${slug}`;
    claim(
      'address',
      address,
      copy.file,
      sheet.placeOf(['published']),
      'Rename one of the folders.',
    );
    stories.push({ ...copy, slug });
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

/** Sees to it that no two stories have the same id or address. */
function claims(faults: Fault[]) {
  const claimed = new Map<string, string>();
  return (kind: 'id' | 'address', value: string, file: string, place: Place, mend: string) => {
    const other = claimed.get(`${kind} ${value}`);
    if (other) faults.push({ file, ...place, problem: `${other} has the same ${kind}.`, mend });
    else claimed.set(`${kind} ${value}`, file);
  };
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
