import type { Addresses } from '../edition/addresses.ts';
import type { Article } from '../edition/model.ts';
import { originalOf } from '../edition/versions.ts';

/** A page in one of its languages. */
export interface VersionLink {
  /** BCP 47, or `x-default` for who reads none of the others. */
  hreflang: string;
  /** Whole. */
  href: string;
}

/**
 * The pages of a story in all its languages, itself among them, as search engines want them told by
 * each (https://developers.google.com/search/docs/specialty/international/localized-versions).
 * @returns nothing where there is one version only
 */
export function versionLinks(
  article: Pick<Article, 'versions'>,
  addresses: Addresses,
): VersionLink[] {
  const link = (hreflang: string, { address }: Article) => ({
    hreflang,
    href: addresses.absolute(address),
  });
  const original = originalOf(article);
  return [
    ...article.versions.map((version) => link(version.language.tag, version)),
    ...(original ? [link('x-default', original)] : []),
  ];
}
