import type { Story } from '../edition/model.ts';

/** Stories of one language that are indexed together. */
interface Shard {
  /** The number of earlier stories of the language. */
  before: number;
  /** Oldest first. */
  stories: Story[];
}

/**
 * The number of stories in a full shard, and in the small shards that are later merged into a full one. A
 * new story causes the last shard to be indexed again. A thousand stories of 600 words take two or three
 * seconds of CPU time; five thousand take 1.5 GB of memory while they are indexed. But a reader fetches
 * 25 kB from each shard for each search term, so there should be few shards: two for 10,000 stories, at
 * most twenty-four for 100,000.
 */
const usual = { full: 5_000, small: 1_000 };

/**
 * Splits the stories of a language into shards so that a new story changes only the last one. Once in
 * 5,000 stories, the small shards become a full one. The end of a shard depends only on the number of
 * older stories. If a story is removed, or published with an old date, all later stories shift and their
 * shards are indexed again.
 * @param stories newest first
 * @returns the oldest shard first
 */
export function shardsOf(stories: Story[], { full, small } = usual): Shard[] {
  const oldestFirst = stories.toReversed();
  const shards: Shard[] = [];
  for (let before = 0; before < oldestFirst.length;) {
    const size = oldestFirst.length - before < full ? small : full;
    const end = endOf(oldestFirst, before, before + size);
    shards.push({ before, stories: oldestFirst.slice(before, end) });
    before = end;
  }
  return shards;
}

/**
 * The end of a shard that becomes full at a given story. Stories published at the same moment stay in one
 * shard: another story might be inserted before them and change two shards. If they alone fill a shard,
 * they are split.
 */
function endOf(oldestFirst: Story[], before: number, full: number): number {
  const next = oldestFirst[full]?.frontmatter.published.at;
  let end = full;
  while (end > before && oldestFirst[end - 1]?.frontmatter.published.at === next) end -= 1;
  return end > before ? end : full;
}
