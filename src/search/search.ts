import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomRecord } from 'pagefind';
import { readParsedText } from '../desk/parsed-texts.ts';
import type { Story, Edition } from '../edition/model.ts';
import { readIndex, type Contents } from './contents.ts';
import type { Files } from './files.ts';
import { joinShards } from './join.ts';
import { keyOf } from './key.ts';
import { byLanguage } from './languages.ts';
import { indexOf } from './pagefind.ts';
import { searchRecord } from './record.ts';
import { linkAll } from '../files/link.ts';
import { clearShelf, fromShelf, toShelf, writeFiles } from './store.ts';
import { shardsOf } from './shards.ts';

/** The file in a shard that lists its contents. */
const contentsFile = 'contents.json';

/** Writes everything that a browser needs for search to a folder, with a subfolder per language. */
type WriteIndex = (folder: string) => Promise<void>;

/** Links all files of one folder into another. */
type LinkAll = (from: string, to: string) => Promise<void>;

/**
 * Indexes the stories of an edition, each language separately. Shards whose stories have not changed are
 * reused from the last build.
 * @param tell receives the number of stories indexed so far
 * @param writeShard links the files of finished shards, one per story
 * @param partIn splits the stories of a language into shards
 */
export async function indexStories(
  edition: Edition,
  tell: (done: number) => void,
  writeShard: LinkAll = async (from, to) => linkAll(from, to),
  partIn = shardsOf,
): Promise<WriteIndex> {
  let done = 0;
  // Records are created one at a time, because all texts of a long archive would take too much memory.
  function* recordsOf(stories: Story[], language: string): Generator<CustomRecord> {
    for (const story of stories) {
      yield recordOf(story, edition, language);
      tell((done += 1));
    }
  }
  const used = new Set<string>();
  const layers: WriteIndex[] = [];
  for (const [language, found] of byLanguage(edition)) {
    const shards: { before: number; folder: string }[] = [];
    for (const { before, stories } of partIn(found)) {
      const name = keyOf(language, stories, edition);
      used.add(name);
      const make = async () => toShelf(name, await shardOf(recordsOf(stories, language)));
      shards.push({ before, folder: fromShelf(name) ?? (await make()) });
    }
    layers.push((folder) => writeLanguage(shards, join(folder, language), writeShard));
  }
  clearShelf(used);
  return async (folder) => {
    for (const writeIndex of layers) await writeIndex(folder);
  };
}

/** The files of a shard, including the list of its contents. */
async function shardOf(records: Iterable<CustomRecord>): Promise<Files> {
  const { contents, files } = readIndex(await indexOf(records));
  return files.set(contentsFile, Buffer.from(JSON.stringify(contents)));
}

function recordOf(story: Story, edition: Edition, language: string): CustomRecord {
  if (story.retraction) return searchRecord(story, [], language, edition);
  const parsed = readParsedText(story.text.textKey);
  if (!parsed)
    throw new Error(`The text of ${story.text.file} is gone from the cache: build again.`);
  return searchRecord(story, parsed.body.blocks, language, edition);
}

/** Writes the shards of a language, the oldest first, and the files that join them into one index. */
async function writeLanguage(
  shards: { before: number; folder: string }[],
  to: string,
  writeShard: LinkAll,
): Promise<void> {
  const written = shards.flatMap(({ before, folder }) =>
    ['fragment', 'index'].map((kind) =>
      writeShard(join(folder, kind), join(to, kind, `${before}`)),
    ),
  );
  linkAll(join(shards.at(-1)!.folder, 'program'), to);
  const made = shards.map(({ before, folder }) => {
    const contents = readFileSync(join(folder, contentsFile), 'utf8');
    return { before, contents: JSON.parse(contents) as Contents };
  });
  writeFiles(joinShards(made), to);
  await Promise.all(written);
}
