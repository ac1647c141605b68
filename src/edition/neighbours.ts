import type { Article } from './model.ts';

/**
 * Tells each story which ones in its language were published just before and after it.
 * @param articles newest first
 */
export function linkNeighbours(articles: Article[]): void {
  for (const alike of Map.groupBy(articles, ({ language }) => language).values())
    alike.forEach((article, index) => {
      const [newer, older] = [alike[index - 1], alike[index + 1]];
      if (newer) article.newer = newer;
      if (older) article.older = older;
    });
}
