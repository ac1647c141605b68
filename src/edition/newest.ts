import type { Edition, Listing, Story } from './model.ts';

/** Stories that feeds and the wire have at least; readers poll often enough for it. */
export const newestCount = 30;

/** How long a story stays in them on a day with more, in ms: two days. */
const fresh = 2 * 86_400_000;

/**
 * The stories that feeds and the wire have of a list, or of all: the newest thirty, and all of the last
 * 48 hours, so that who asks once in two days misses none.
 * @returns newest first
 */
export function newestOf({ now, stories, story }: Edition, list?: Listing): Story[] {
  const all = list?.stories.map(story) ?? stories;
  const since = all.findIndex(({ frontmatter }) => frontmatter.published.at <= now - fresh);
  return all.slice(0, Math.max(newestCount, since < 0 ? all.length : since));
}
