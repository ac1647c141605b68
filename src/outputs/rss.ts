import { getRssString } from '@astrojs/rss';
import type { Edition } from '../edition/edition.ts';
import { storyHtml, type Handout } from './story-html.ts';

/** Stories in a feed; readers poll often enough for it, and it stays small enough to poll. */
export const feedLength = 30;

/**
 * The feed of the whole site: RSS 2.0 after the RSS Advisory Board's profile, full text.
 * @param items the newest stories, newest first
 * @returns XML
 */
export async function feed(edition: Omit<Edition, 'articles'>, items: Handout[]): Promise<string> {
  const { publication, addresses, dates } = edition;
  const newest = items.map(({ article }) => article.modified).toSorted((a, b) => b.at - a.at)[0];
  return getRssString({
    title: publication.name,
    description: publication.description,
    site: addresses.absolute(addresses.home),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      xml('language', publication.language),
      // The date of the build would change the feed where no story changed.
      newest ? xml('lastBuildDate', dates.rfc822(newest)) : '',
      `<atom:link href="${escape(addresses.absolute(addresses.path('feed.xml')))}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map(({ article, ...rest }) => ({
      title: article.front.headline,
      link: addresses.absolute(article.address),
      description: article.front.standfirst,
      content: storyHtml({ article, ...rest }, edition),
      categories: [article.section, ...article.tags].map(({ name }) => name),
      customData: [
        // A link may change, this never does.
        `<guid isPermaLink="false">urn:uuid:${article.front.id}</guid>`,
        xml('pubDate', dates.rfc822(article.front.published)),
        ...article.authors.map(({ name }) => `<dc:creator>${asText(name)}</dc:creator>`),
      ].join(''),
    })),
  });
}

function xml(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`;
}

/** @astrojs/rss reads its own XML again and makes numbers of digits; pieces of text stay text. */
function asText(text: string): string {
  return [...text].map((character) => `<![CDATA[${character}]]>`).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
