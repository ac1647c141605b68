import type { Story } from '../edition/model.ts';

/** Stories of one language that are indexed together. */
interface Shard {
  /** How many of the language’s stories come before them. */
  before: number;
  /** Oldest first. */
  stories: Story[];
}

/**
 * Stories in a full shard, and in one of those that will be a full one together. A new story has the
 * last shard indexed again, and a thousand stories of 600 words take two or three seconds of CPU time;
 * five thousand take 1.5 GB while they are indexed. But a reader fetches 25 kB of each shard for each word
 * searched, so that there should be few: two of 10,000 stories, at most twenty-four of 100,000.
 */
const usual = { full: 5_000, small: 1_000 };

/**
 * Parts the stories of a language so that a new one changes the last shard only; once in 5,000 stories
 * the small ones become a full one. Where a shard ends hangs on nothing but how many stories are
 * older: one that is taken out, or published with an old date, moves all later ones on, and their
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
 * Where a shard ends that would be full with some story. Stories of the same moment are not parted: one
 * more of them might come first, and change two shards. A shard of nothing else is.
 */
function endOf(oldestFirst: Story[], before: number, full: number): number {
  const next = oldestFirst[full]?.frontmatter.published.at;
  let end = full;
  while (end > before && oldestFirst[end - 1]?.frontmatter.published.at === next) end -= 1;
  return end > before ? end : full;
}
