import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { filesIn } from '../files/walk.ts';
import { top, type Claim } from './claims.ts';
import { setAhead } from './compositors.ts';
import { readCopy, type Copy } from './copy.ts';
import type { Fault, Place } from './fault.ts';
import { openLedger, type Entry } from './ledger.ts';
import { reading, type Reading } from './reading.ts';
import { addressAdvice, fitsAddress, storyAddress } from './schema/address.ts';
import { storyWith, type Story } from './schema/story.ts';
import { placesOf } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { warningsOf } from './warnings.ts';
import type { Places } from './yaml.ts';

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

/** A story together with its frontmatter as written, for the checks that need places. */
interface ReadStory extends Entry {
  story: StoryCopy;
  sheet: Places;
}

/** What was read before. Who changes a file says so with `forget()`. */
export interface Memory {
  /** Every file of stories, within their folder. */
  names?: string[] | undefined;
  /** Stories that were found right, by their files. */
  stories: Map<string, ReadStory>;
}

/**
 * Takes out of memory what hangs on a file that was written, added or removed.
 * @param isNew whether there are more files or fewer than before
 */
export function forget(memory: Memory, changed: string, isNew: boolean): void {
  const file = relative('', changed);
  if (isNew) memory.names = undefined;
  // Every story is held against sections, topics, authors and series.
  if (extname(file) === '.yaml') return memory.stories.clear();
  for (const [name, { story }] of memory.stories) {
    const beside = [...story.pictures, ...story.recordings];
    if (name === file || beside.some(({ path }) => join(dirname(name), path) === file))
      memory.stories.delete(name);
  }
}

/** Reads every story of a folder; adds what is wrong and what to look at. */
export async function readStories(
  folder: string,
  vocabulary: Vocabulary | undefined,
  claim: Claim,
  faults: Fault[],
  warnings: Fault[],
  memory: Memory,
): Promise<StoryCopy[]> {
  const stories: StoryCopy[] = [];
  const schema = storyWith(vocabulary ?? {});
  const names = (memory.names ??= markdownIn(folder));
  const isFirst = memory.stories.size === 0;
  const ledger = vocabulary && isFirst ? openLedger(folder, vocabulary) : undefined;
  const root = relative('', folder);
  const fileOf = (name: string) => `${root}${sep}${name}`;
  if (ledger)
    for (const name of names) {
      const known = withPlaces(ledger.find(fileOf(name)));
      if (known) memory.stories.set(fileOf(name), known);
    }
  const publish = (done: number) =>
    reading.publish({ done, total: names.length } satisfies Reading);
  if (vocabulary) {
    const unknown = names.filter((name) => !memory.stories.has(fileOf(name)));
    await setAhead({ folder, names: unknown, vocabulary }, publish);
  }
  for (const [at, name] of names.entries()) {
    publish(at + 1);
    const mark = () => `Every story has a mark of its own. Write \`id: ${uuidFor(name)}\`.`;
    const file = fileOf(name);
    const told: Fault[] = [];
    const read =
      memory.stories.get(file) ??
      (await readStory(schema, folder, name, languageOf(vocabulary), told, mark()));
    faults.push(...told);
    if (!read) continue;
    if (told.length === 0) memory.stories.set(file, read);
    const { story, sheet } = read;
    const { id, front, path } = story;
    claim('mark', front.id, file, () => sheet.placeOf(['id']), mark);
    // Without the vocabulary the newsroom's zone is not known, nor which day it was there.
    if (vocabulary) claim('address', path, file, () => sheet.placeOf(['published']));
    front.formerly?.forEach((former, index) =>
      claim('address', former, file, () => sheet.placeOf(['formerly', index])),
    );
    claim('place', id, file);
    warnings.push(...read.warnings);
    stories.push(story);
  }
  ledger?.keep(memory.stories.values());
  return stories;
}

/** A story out of the ledger; the entry itself, by which the ledger knows that it is the same. */
function withPlaces(entry: Entry | undefined): ReadStory | undefined {
  if (!entry) return undefined;
  const sheet = placesOf(entry.story.file);
  const story = Object.assign(entry.story, placesOfFields(sheet));
  return Object.assign(entry, { story, sheet });
}

const placesOfFields = (sheet: Places): Pick<StoryCopy, 'placeOf'> => ({
  placeOf: (field) => sheet.placeOfKey([], field),
});

async function readStory(
  schema: ReturnType<typeof storyWith>,
  folder: string,
  name: string,
  language: string,
  faults: Fault[],
  mark: string,
): Promise<ReadStory | undefined> {
  const read = await readCopy(schema, folder, name, language, faults, { id: mark });
  if (!read) return undefined;
  const { copy, sheet } = read;
  const slug = basename(copy.id);
  if (!fitsAddress(slug))
    faults.push({
      ...top(copy.file),
      problem: `“${slug}” is not fit for an address.`,
      mend: `Rename the folder or the file. ${addressAdvice}`,
    });
  const path = storyAddress(copy.front.published.day, slug);
  return {
    story: { ...copy, slug, path, ...placesOfFields(sheet) },
    sheet,
    warnings: [...read.warnings, ...warningsOf(copy, sheet)],
  };
}

/** The Markdown files of a folder, within it. */
export const markdownIn = (folder: string): string[] =>
  existsSync(folder) ? filesIn(folder).filter((name) => name.endsWith('.md')) : [];

/** The publication’s language; what cannot be read has none, and is refused anyway. */
export const languageOf = (vocabulary: Vocabulary | undefined) =>
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
