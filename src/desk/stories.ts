import { uuidFrom } from './uuid.ts';
import { basename, dirname, extname, join, sep } from 'node:path';
import { claimStories, type ReadStory } from './claim-stories.ts';
import { top, type Claim } from './claims.ts';
import { parseAhead } from './parse-workers.ts';
import { listMarkdown, type Listed } from './content-files.ts';
import { readCopy } from './copy.ts';
import type { Problem } from './problem.ts';
import { openStoryIndex, type IndexEntry } from './story-index.ts';
import type { Fields } from './provisional.ts';
import { provisionalStories } from './provisional-story.ts';
import { reading, type Reading } from './reading.ts';
import { addressAdvice, fitsAddress, storyAddress } from './schema/address.ts';
import { storyWith, type StoryFrontmatter } from './schema/story.ts';
import { placesOf } from './text.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { warningsOf } from './warnings.ts';
import type { StoryCopy } from './story-copy.ts';
import type { Places } from './yaml.ts';
import { fromProject } from '../files/project.ts';

/** What was read before. Call `forget()` when a file changes. */
export interface Memory {
  /** All story files. */
  listed?: Listed | undefined;
  /** Stories as they were read, by file. */
  stories: Map<string, ReadStory>;
  /** Each story’s last version without problems, by file. */
  good: Map<string, StoryCopy>;
  /** The last vocabulary without problems. */
  vocabulary?: Vocabulary;
}

export const emptyMemory = (): Memory => ({ stories: new Map(), good: new Map() });

/**
 * Removes from memory what depends on a file that was written, added or removed.
 * @param isNew whether the file was added or removed
 */
export function forget(memory: Memory, changed: string, isNew: boolean): void {
  const file = fromProject(changed);
  if (isNew) memory.listed = undefined;
  // Every story is checked against sections, tags, authors and series.
  if (extname(file) === '.yaml') return memory.stories.clear();
  for (const [name, { story, sought }] of memory.stories) {
    const beside = [...[...story.pictures, ...story.recordings].map(({ path }) => path), ...sought];
    // A file with another name may be the closest match for a missing one.
    const isNear = sought.length > 0 && dirname(file) === dirname(name);
    if (name === file || isNear || beside.some((path) => join(dirname(name), path) === file))
      memory.stories.delete(name);
  }
}

/** Every story of a folder. */
interface ReadStories {
  /** Drafts last. Those with problems are provisional. */
  stories: StoryCopy[];
  /** Files of stories that are clearly drafts. */
  drafts: Set<string>;
}

/** Reads every story of a folder; adds problems and warnings to the lists. */
export async function readStories(
  folder: string,
  vocabulary: Vocabulary | undefined,
  claim: Claim,
  problems: Problem[],
  warnings: Problem[],
  memory: Memory,
): Promise<ReadStories> {
  const { names, problems: unlisted } = (memory.listed ??= listMarkdown(folder));
  problems.push(...unlisted);
  const [isFirst, isAlone] = [memory.stories.size === 0, memory.good.size === 0];
  const index = vocabulary && isFirst ? openStoryIndex(folder, vocabulary) : undefined;
  const root = fromProject(folder);
  const fileOf = (name: string) => `${root}${sep}${name}`;
  if (index)
    for (const name of names) {
      const known = withPlaces(index.find(fileOf(name)));
      if (known) memory.stories.set(fileOf(name), known);
    }
  const publish = (done: number) =>
    reading.publish({ done, total: names.length } satisfies Reading);
  if (vocabulary) {
    const unknown = names.filter((name) => !memory.stories.has(fileOf(name)));
    await parseAhead({ folder, names: unknown, vocabulary }, publish);
  }
  const schema = storyWith(vocabulary ?? {});
  const language = languageOf(vocabulary);
  const provisional = provisionalStories(vocabulary);
  const reads: ReadStory[] = [];
  for (const [at, name] of names.entries()) {
    publish(at + 1);
    const file = fileOf(name);
    const last = memory.good.get(file);
    const read =
      memory.stories.get(file) ??
      (await readStory({ schema, root: folder, language }, name, provisional(name, last), last));
    memory.stories.set(file, read);
    if (read.problems.length === 0) memory.good.set(file, read.story);
    problems.push(...read.problems);
    warnings.push(...read.warnings);
    reads.push(read);
  }
  // If two stories claim the same, the draft gives way.
  const [drafts, others] = [reads.filter(isDraft), reads.filter((read) => !isDraft(read))];
  const all = [...others, ...drafts];
  const stories = claimStories(all, folder, claim, vocabulary !== undefined);
  // A provisional story in the index must depend only on its files.
  const isLasting = (read: ReadStory) => read.problems.length === 0 || (isDraft(read) && isAlone);
  index?.keep(all.filter(isLasting));
  return { stories, drafts: new Set(drafts.map(({ story }) => story.file)) };
}

const isDraft = ({ isDraft }: ReadStory) => isDraft;

/** A story from the index, as the same object: by it the index recognizes an unchanged entry. */
function withPlaces(entry: IndexEntry | undefined): ReadStory | undefined {
  if (!entry) return undefined;
  const yaml = placesOf(entry.story.file);
  const story = Object.assign(entry.story, placesOfFields(yaml));
  return Object.assign(entry, { story, yaml });
}

const placesOfFields = (yaml: Places): Pick<StoryCopy, 'placeOf'> => ({
  placeOf: (field) => yaml.placeOfKey([], field),
});

async function readStory(
  kind: { schema: ReturnType<typeof storyWith>; root: string; language: string },
  name: string,
  provisional: (fields: Fields) => StoryFrontmatter,
  last: StoryCopy | undefined,
): Promise<ReadStory> {
  const fixes = { id: `Each story needs its own id. Write \`id: ${uuidFrom(name)}\`.` };
  const { copy, ...read } = await readCopy(kind, name, provisional, last, fixes);
  const { yaml, problems, warnings } = read;
  const slug = basename(copy.id);
  if (!fitsAddress(slug))
    problems.push({
      ...top(copy.file),
      summary: `“${slug}” is not valid in an address.`,
      fix: `Rename the folder or the file. ${addressAdvice}`,
    });
  const path = storyAddress(
    copy.frontmatter.published.day,
    fitsAddress(slug) ? slug : uuidFrom(name),
  );
  const story = { ...copy, slug, path, ...placesOfFields(yaml) };
  // Warnings can wait until the story has no problems.
  return problems.length > 0
    ? { ...read, story, warnings: [] }
    : { ...read, story, warnings: [...warnings, ...warningsOf(copy, yaml)] };
}

/** The publication’s language; `und` if publication.yaml cannot be read, which is refused anyway. */
export const languageOf = (vocabulary: Vocabulary | undefined) =>
  vocabulary?.publication.language ?? 'und';
