import type { ImageObject, NewsArticle, WithContext } from 'schema-dts';
import type { Article, Edition } from '../edition/edition.ts';
import type { SharedPicture } from './picture.ts';

/**
 * A story in schema.org's words, as the text of a script element.
 * @param picture the story's picture, when it has one
 */
export function newsArticle(
  article: Article,
  { publication, addresses }: Pick<Edition, 'publication' | 'addresses'>,
  picture?: SharedPicture,
): string {
  const { headline, standfirst, dateline } = article.front;
  const url = addresses.absolute(article.address);
  const image: ImageObject | undefined = picture && {
    '@type': 'ImageObject',
    url: picture.url,
    width: `${picture.width}`,
    height: `${picture.height}`,
    caption: picture.figure.caption,
    creditText: picture.figure.credit,
    ...(picture.rights?.holder && { copyrightNotice: picture.rights.holder }),
    ...(picture.rights?.licenceUrl && { license: picture.rights.licenceUrl }),
  };
  const data: WithContext<NewsArticle> = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    headline,
    description: standfirst,
    mainEntityOfPage: url,
    inLanguage: publication.language,
    datePublished: article.front.published.iso,
    dateModified: article.modified.iso,
    ...(dateline && { dateline }),
    articleSection: article.section.name,
    keywords: article.tags.map(({ name }) => name),
    wordCount: article.words,
    isAccessibleForFree: true,
    author: article.authors.map(({ name, address }) => ({
      '@type': 'Person' as const,
      name,
      url: addresses.absolute(address),
    })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: publication.name,
      url: addresses.absolute(addresses.home),
    },
    ...(image && { image }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: date.iso,
        text,
      })),
    }),
  };
  // In a script element only `<` could end the data or begin a comment.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
