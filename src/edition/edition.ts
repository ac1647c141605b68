import type { Article, Edition, Listing, Withheld } from './model.ts';
import type { Content } from '../desk/desk.ts';
import type { StoryCopy } from '../desk/story-copy.ts';
import { addressesFor } from './addresses.ts';
import { agedBy } from './age.ts';
import { addressesLeft, changesBy, nextChange } from './changes.ts';
import { languageFor } from './language.ts';
import { listed, listingOf, sortedByName, used } from './listing.ts';
import { monthsIn, yearsOf } from './months.ts';
import { linkNeighbours } from './neighbours.ts';
import { oldAddressesOf } from './old-addresses.ts';
import { relate } from './related.ts';
import { placeParts } from './series.ts';
import { mapFigure } from './map.ts';
import { linkVersions } from './versions.ts';

/** Why a story is not published at a moment, or undefined when it is: the one rule of visibility. */
export function withheld({ frontmatter }: StoryCopy, now: number): Withheld | undefined {
  if (frontmatter.draft) return 'draft';
  if (frontmatter.published.at > now) return 'embargoed';
  return frontmatter.expires && frontmatter.expires.at <= now ? 'expired' : undefined;
}

/**
 * Makes the edition of a moment.
 * @param now milliseconds since 1970
 * @param preview also takes in what is not published yet, marked as such; for editors’ eyes only
 */
export function makeEdition(content: Content, now: number, preview = false): Edition {
  const { publication, sections, tags, authors, series } = content.vocabulary;
  const addresses = addressesFor(publication.url);
  const languageOf = (tag = publication.language) => languageFor(tag, publication.timeZone);
  const language = languageOf();
  const listings = {
    sections: listed('section', '', sections, language, addresses),
    tags: listed('tag', 'tags/', tags, language, addresses),
    authors: listed('author', 'authors/', authors, language, addresses),
    series: listed('series', 'series/', series, language, addresses),
  };
  const months = monthsIn(language, addresses);

  const isAged = agedBy(now, publication.timeZone);
  const judged = content.stories.map((copy) => ({ copy, reason: withheld(copy, now) }));
  const articles = judged
    .filter(({ reason }) => preview || !reason)
    .sort(
      (a, b) =>
        b.copy.frontmatter.published.at - a.copy.frontmatter.published.at ||
        (a.copy.id < b.copy.id ? -1 : 1),
    )
    .map(({ copy, reason }): Article => {
      const { frontmatter } = copy;
      const own = languageOf(frontmatter.language);
      // Whether the story still has its pictures is among the changes.
      const { firstFigure, ...lasting } = copy;
      const changed = changesBy(now, copy, own);
      const series =
        frontmatter.series === undefined ? [] : [listingOf(listings.series, frontmatter.series)];
      const { map, lead } = changed.frontmatter;
      const article: Article = {
        ...lasting,
        ...changed,
        ...(map &&
          !lead && {
            frontmatter: { ...changed.frontmatter, lead: mapFigure(map, own, publication) },
          }),
        language: own,
        versions: [],
        address: addresses.fromText(copy.path),
        section: listingOf(listings.sections, copy.frontmatter.section),
        tags: copy.frontmatter.tags.map((key) => listingOf(listings.tags, key)),
        authors: copy.frontmatter.authors.map((key) => listingOf(listings.authors, key)),
        isOld: isAged(changed.frontmatter.updated ?? changed.frontmatter.published),
        related: [],
        ...(reason && { withheld: reason }),
      };
      const { section, tags, authors } = article;
      const month = months.of(copy.frontmatter.published);
      for (const listing of [section, month, ...tags, ...authors, ...series])
        listing.articles.push(article);
      return article;
    });
  linkVersions(articles);
  for (const series of listings.series.values()) placeParts(series);
  linkNeighbours(articles);
  const related = relate(articles);
  articles.forEach((article, index) => (article.related = related[index]!));

  const pages = content.pages.map((page) => ({
    ...page,
    language: languageOf(page.frontmatter.language),
    address: addresses.path(`${page.id}/`),
  }));
  const sorted = (all: Map<string, Listing>) => sortedByName(used(all), language);
  return {
    now,
    publication,
    addresses,
    language,
    languages: [...new Set([language, ...[...articles, ...pages].map((copy) => copy.language)])],
    articles,
    sections: used(listings.sections),
    tags: sorted(listings.tags),
    authors: sorted(listings.authors),
    series: used(listings.series),
    years: yearsOf(months.all(), addresses),
    pages,
    policies: Object.fromEntries(
      pages.flatMap((page) => (page.frontmatter.policies ?? []).map((policy) => [policy, page])),
    ),
    ...addressesLeft(judged, addresses, preview),
    oldAddresses: oldAddressesOf(content, addresses, judged, [
      ...Object.values(listings).flatMap(used),
    ]),
    corrected: articles
      .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
      .sort((a, b) => b.correction.date.at - a.correction.date.at),
    ...nextChange(content.stories, now),
  };
}
