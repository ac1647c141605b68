import type { Article, Listing } from './model.ts';

/**
 * The stories of a series as they are to be read: by their parts, which the desk has seen to, or in the
 * order of publication.
 * @param articles newest first
 */
export function inReadingOrder(articles: Article[]): Article[] {
  return articles
    .toReversed()
    .sort((a, b) => (a.frontmatter.part ?? 0) - (b.frontmatter.part ?? 0));
}

/** Tells every story of a series its place among those in its language. */
export function placeParts(series: Listing): void {
  for (const alike of Map.groupBy(series.articles, ({ language }) => language).values())
    placeAlike(series, inReadingOrder(alike));
}

function placeAlike(series: Listing, parts: Article[]): void {
  const numberOf = (index: number) => parts[index]!.frontmatter.part ?? index + 1;
  parts.forEach((article, index) => {
    const [previous, next] = [parts[index - 1], parts[index + 1]];
    article.part = {
      series,
      number: numberOf(index),
      last: numberOf(parts.length - 1),
      ...(previous && { previous }),
      ...(next && { next }),
    };
  });
}
