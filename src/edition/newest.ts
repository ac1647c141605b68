import type { Article, Edition } from './model.ts';

/** Stories that feeds and the wire have at least; readers poll often enough for it. */
export const newestCount = 30;

/** How long a story stays in them on a day with more, in ms: two days. */
const fresh = 2 * 86_400_000;

/**
 * The stories that feeds and the wire have of a list, or of all: the newest thirty, and all of the last
 * 48 hours, so that who asks once in two days misses none.
 * @returns newest first
 */
export function newestOf(
  { articles }: Pick<Edition, 'articles'>,
  { now }: Pick<Edition, 'now'>,
): Article[] {
  const since = articles.findIndex(({ frontmatter }) => frontmatter.published.at <= now - fresh);
  return articles.slice(0, Math.max(newestCount, since < 0 ? articles.length : since));
}
