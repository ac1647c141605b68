import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { claims, top, type Claim } from './claims.ts';
import { readCopy, type Copy } from './copy.ts';
import { Refusal, type Fault, type Place } from './fault.ts';
import { reading, type Reading } from './reading.ts';
import {
  addressAdvice,
  fitsAddress,
  fitsTopAddress,
  storyAddress,
  topAddressAdvice,
} from './schema/address.ts';
import { page, type Page } from './schema/page.ts';
import type { Publication } from './schema/publication.ts';
import { storyWith, type Story } from './schema/story.ts';
import { faultsOfVersions } from './versions.ts';
import { disorderedParts } from './series.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import { warningsOf } from './warnings.ts';

/** A story that the desk has passed. */
export interface StoryCopy extends Copy<Story> {
  /** The last part of the address. */
  slug: string;
  /** The address below the front page, `/2021/03/09/kosovo-sends-troops-to-kuwait/`. */
  path: string;
  /** Where the file says what other checks may complain of. */
  placeOf(
    field: 'id' | 'published' | 'draft' | 'series' | 'part' | 'language' | 'translationOf',
  ): Place;
}

/** A page that is no story, such as about. */
export type PageCopy = Copy<Page>;

/** Everything in the content folder, checked; drafts and embargoed stories too. */
export interface Content {
  vocabulary: Vocabulary;
  stories: StoryCopy[];
  pages: PageCopy[];
  /** What an editor should look at; nothing is refused for it. */
  warnings: Fault[];
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
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  let vocabulary: Vocabulary | undefined;
  try {
    vocabulary = readVocabulary(content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(...error.faults);
  }
  const claim = claims(faults);
  for (const key of vocabulary?.sections.keys() ?? [])
    claim('address', `/${key}/`, relative('', join(content, 'sections.yaml')));
  const stories = await readStories(join(content, 'articles'), vocabulary, claim, faults, warnings);
  faults.push(...faultsOfVersions(stories, languageOf(vocabulary)));
  const pages = await readPages(join(content, 'pages'), languageOf(vocabulary), claim, faults);
  faults.push(...disorderedParts(stories, languageOf(vocabulary)));
  if (faults.length > 0 || !vocabulary) throw new Refusal(faults, warnings);
  return { vocabulary, stories, pages, warnings };
}

/**
 * Reads who publishes, and nothing else if that is in order.
 * @throws {Refusal} with every fault of every file
 */
export async function readPublication(content: string): Promise<Publication> {
  try {
    return readVocabulary(content).publication;
  } catch {
    return (await readContent(content)).vocabulary.publication;
  }
}

async function readStories(
  folder: string,
  vocabulary: Vocabulary | undefined,
  claim: Claim,
  faults: Fault[],
  warnings: Fault[],
): Promise<StoryCopy[]> {
  const stories: StoryCopy[] = [];
  const story = storyWith(vocabulary ?? {});
  const language = languageOf(vocabulary);
  const names = markdownIn(folder);
  for (const [at, name] of names.entries()) {
    reading.publish({ done: at + 1, total: names.length } satisfies Reading);
    const mark = `Every story has a mark of its own. Write \`id: ${uuidFor(name)}\`.`;
    const read = await readCopy(story, folder, name, language, faults, { id: mark });
    if (!read) continue;
    const { copy, sheet } = read;
    const { file, front } = copy;
    const slug = basename(copy.id);
    if (!fitsAddress(slug))
      faults.push({
        ...top(file),
        problem: `“${slug}” is not fit for an address.`,
        mend: `Rename the folder or the file. ${addressAdvice}`,
      });
    claim('mark', front.id, file, () => sheet.placeOf(['id']), mark);
    const path = storyAddress(front.published.day, slug);
    // Without the vocabulary the newsroom's zone is not known, nor which day it was there.
    if (vocabulary) claim('address', path, file, () => sheet.placeOf(['published']));
    front.formerly?.forEach((former, index) =>
      claim('address', former, file, () => sheet.placeOf(['formerly', index])),
    );
    claim('place', copy.id, file);
    warnings.push(...read.warnings, ...warningsOf(copy, sheet));
    stories.push({ ...copy, slug, path, placeOf: (field) => sheet.placeOfKey([], field) });
  }
  return stories;
}

async function readPages(
  folder: string,
  language: string,
  claim: Claim,
  faults: Fault[],
): Promise<PageCopy[]> {
  const pages: PageCopy[] = [];
  for (const name of markdownIn(folder)) {
    const read = await readCopy(page, folder, name, language, faults);
    if (!read) continue;
    const { copy, sheet } = read;
    if (!fitsTopAddress(copy.id))
      faults.push({
        ...top(copy.file),
        problem: `The address /${copy.id}/ is taken, or not fit for an address.`,
        mend: `Rename the file. ${topAddressAdvice}`,
      });
    claim('address', `/${copy.id}/`, copy.file);
    copy.front.policies?.forEach((policy, index) =>
      claim(
        'policy',
        policy,
        copy.file,
        () => sheet.placeOf(['policies', index]),
        'Take it out of one of the two.',
      ),
    );
    pages.push(copy);
  }
  return pages;
}

function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.md') && !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The publication’s language; what cannot be read has none, and is refused anyway. */
const languageOf = (vocabulary: Vocabulary | undefined) =>
  vocabulary?.publication.language ?? 'und';

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
