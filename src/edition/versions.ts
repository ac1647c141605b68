import type { Article } from './model.ts';

/** Tells the stories that are published in several languages of each other. */
export function linkVersions(articles: Article[]): void {
  const ofOne = Map.groupBy(
    articles,
    ({ frontmatter }) => frontmatter.translationOf ?? frontmatter.id,
  );
  for (const [original, versions] of ofOne) {
    if (versions.length === 1) continue;
    const place = ({ frontmatter, language }: Article) =>
      frontmatter.id === original ? '' : language.tag;
    versions.sort((a, b) => (place(a) < place(b) ? -1 : 1));
    for (const article of versions) article.versions = versions;
  }
}

/** The story that is no translation, among the versions of a story; it may not be published. */
export function originalOf({ versions }: Pick<Article, 'versions'>): Article | undefined {
  return versions.find(({ frontmatter }) => frontmatter.translationOf === undefined);
}
