import type { Article, Edition } from '../../edition/edition.ts';

/**
 * The stories of an edition by language, the publication’s own first: each language is searched by
 * itself, since words end differently in each.
 * @returns newest first, by ISO 639-1 code
 */
export function byLanguage({
  publication,
  articles,
}: Pick<Edition, 'publication' | 'articles'>): Map<string, Article[]> {
  const own = new Intl.Locale(publication.language).language;
  return Map.groupBy(articles, () => own);
}
