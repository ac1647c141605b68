import { getRssString } from '@astrojs/rss';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article, Edition } from '../edition/edition.ts';
import { maySyndicate } from '../edition/rights.ts';
import { kindOf } from './figure.ts';
import { noticesOf } from './notices.ts';
import { toHtml } from './prose.ts';

/** Stories in a feed; readers poll often enough for it, and it stays small enough to poll. */
export const feedLength = 30;

/** A story with what a feed needs of it. */
export interface FeedItem {
  article: Article;
  blocks: Block[];
  /** The whole address of each figure's picture that may be handed on. */
  pictures: Map<string, string>;
}

/**
 * The feed of the whole site: RSS 2.0 after the RSS Advisory Board's profile, full text.
 * @param items the newest stories, newest first
 * @returns XML
 */
export async function feed(edition: Omit<Edition, 'articles'>, items: FeedItem[]): Promise<string> {
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
    items: items.map(({ article, blocks, pictures }) => ({
      title: article.front.headline,
      link: addresses.absolute(article.address),
      description: article.front.standfirst,
      content: content(article, blocks, edition, pictures),
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

/**
 * The text of a story as a feed carries it: the words of the page, with whole addresses. A picture
 * that may not be handed on is left out, and said to be.
 */
function content(
  article: Article,
  blocks: Block[],
  { addresses, dates }: Pick<Edition, 'addresses' | 'dates'>,
  pictures: Map<string, string>,
): string {
  const whole = (href: string) =>
    addresses.absolute(new URL(addresses.fromText(href), addresses.absolute(article.address)).href);
  const figureNode = (figure: Figure) =>
    h('figure', [
      maySyndicate(article, figure)
        ? h('img', { src: pictures.get(figure.image), alt: figure.alt })
        : h('p', [
            'The picture may not be handed on; it is with ',
            h('a', { href: addresses.absolute(article.address) }, 'the story'),
            '.',
          ]),
      h('figcaption', [figure.caption, ' ', h('small', `${kindOf(figure)}: ${figure.credit}`)]),
    ]);
  const { lead } = article.front;
  const nodes = blocks.flatMap((block): ElementContent[] => {
    switch (block.type) {
      case 'prose':
        return block.nodes;
      case 'figure':
        return [figureNode(block.figure)];
      case 'pull-quote':
        return [h('figure', [h('blockquote', block.nodes), h('figcaption', block.speaker)])];
    }
  });
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(article, where).map(({ label, moment, text }) =>
      h('p', [h('strong', `${label}, ${dates.long(moment)}:`), ` ${text}`]),
    );
  const leading = lead ? [figureNode(lead)] : [];
  return toHtml([...notices('top'), ...leading, ...nodes, ...notices('bottom')], whole);
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
