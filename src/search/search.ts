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

/** Where a shard says what is in it. */
const contentsFile = 'contents.json';

/** Puts out in a folder what a browser needs to search: a folder for each language. */
type WriteIndex = (folder: string) => Promise<void>;

/** Links all files of one folder into another. */
type LinkAll = (from: string, to: string) => Promise<void>;

/**
 * Indexes the stories of an edition, each language by itself. A shard whose stories have not changed
 * is taken from the last build.
 * @param tell is told how many stories have been indexed
 * @param writeShard links the files of finished shards, which are as many as there are stories
 * @param partIn makes shards of the stories of a language
 */
export async function indexStories(
  edition: Edition,
  tell: (done: number) => void,
  writeShard: LinkAll = async (from, to) => linkAll(from, to),
  partIn = shardsOf,
): Promise<WriteIndex> {
  let done = 0;
  // Made one by one rather than held: all texts of a long archive at once are more than memory is for.
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

/** The files of a shard, and what is in it. */
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

/** Puts out the shards of a language, the oldest first, and what makes them one index. */
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
