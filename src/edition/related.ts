import type { Listing, Story } from './model.ts';

/** Stories that a page recommends, at most. */
const most = 4;

/** How far back a topic is looked through, in stories: what is older has to share a rarer one. */
const depth = 32;

/** What a story of the same section counts, beside one of another. */
const ownSection = 1.25;

/** In ms; nearness in time is counted in years. */
const year = 365 * 86_400_000;

/** A story by its place in the edition, and how near it is to another. */
interface Candidate {
  index: number;
  score: number;
}

/**
 * What to read after each story: stories with which it shares topics, the rarer the better, rather of
 * its own section and of its own time. They are in its language. Its series has a place of its own, so
 * parts of it are not among them; nor is what was taken back, or what readers do not see.
 *
 * A story chooses the nearest of those that were published before it, by what was known then, and
 * shows the best of these and of the later ones that chose it in turn. So a new story changes the
 * lists of the few that it chose and of no other, however long the archive: all other pages stay what
 * they are, to the byte. Of two stories, the one may show the other and not be shown by it, where that
 * has nearer ones to show.
 *
 * Takes time in proportion to the stories, since each looks at the newest of each of its topics only.
 * @param stories newest first
 * @returns ids, for each story in that order, the nearest first
 */
export function relate(stories: Story[]): string[][] {
  const best: Candidate[][] = stories.map(() => []);
  // Numbers in a row, since looking into each candidate would be most of the time.
  const times = Float64Array.from(stories, ({ frontmatter }) => frontmatter.published.at / year);
  const shared = new Float64Array(stories.length);
  const byTopic = new Map<string, number[]>();
  let known = 0;
  for (let index = stories.length - 1; index >= 0; index -= 1) {
    const story = stories[index]!;
    const found: number[] = [];
    for (const topic of story.tags) {
      const onTopic = byTopic.get(topic) ?? [];
      const weight = Math.log(1 + known / onTopic.length);
      const end = Math.max(0, onTopic.length - depth);
      for (let at = onTopic.length - 1; at >= end; at -= 1) {
        const candidate = onTopic[at]!;
        if (shared[candidate] === 0) found.push(candidate);
        shared[candidate]! += weight;
      }
    }
    const chosen = best[index]!;
    for (const candidate of found) {
      const nearness = 1 + 1 / (1 + times[index]! - times[candidate]!);
      const score = shared[candidate]! * nearness;
      shared[candidate] = 0;
      if (chosen.length === most && score * ownSection < chosen[most - 1]!.score) continue;
      const other = stories[candidate]!;
      if (!mayShow(story, other)) continue;
      const isOwn = story.section === other.section;
      putIn(chosen, { index: candidate, score: isOwn ? score * ownSection : score });
    }
    if (story.withheld) continue;
    known += 1;
    for (const topic of story.tags) {
      const onTopic = byTopic.get(topic);
      if (onTopic) onTopic.push(index);
      else byTopic.set(topic, [index]);
    }
    // Those have chosen already, so that their own choice is not touched by what came later.
    if (!story.retraction)
      for (const { index: candidate, score } of chosen) putIn(best[candidate]!, { index, score });
  }
  return best.map((found) => found.map(({ index }) => stories[index]!.id));
}

function mayShow({ language, series }: Story, other: Story): boolean {
  if (other.retraction || other.language !== language) return false;
  return series === undefined || series !== other.series;
}

/** Why two stories are related: the topics of the one that the other has too. */
export function sharedTopics(topics: Listing[], { tags }: Pick<Story, 'tags'>): Listing[] {
  return topics.filter(({ key }) => tags.includes(key));
}

/** Puts a candidate where it belongs among the best; of two that are as good, the newer is in front. */
function putIn(best: Candidate[], candidate: Candidate): void {
  const { index, score } = candidate;
  const place = best.findIndex(
    (one) => one.score < score || (one.score === score && one.index > index),
  );
  best.splice(place < 0 ? best.length : place, 0, candidate);
  if (best.length > most) best.pop();
}
