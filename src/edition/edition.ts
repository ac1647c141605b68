import type { Content, PageCopy } from '../desk/desk.ts';
import type { StoryCopy } from '../desk/stories.ts';
import type { Moment } from '../desk/moment.ts';
import type { Correction } from '../desk/schema/correction.ts';
import type { Policy } from '../desk/schema/page.ts';
import type { Publication } from '../desk/schema/publication.ts';
import { addressesFor, type Addresses } from './addresses.ts';
import { agedBy } from './age.ts';
import { addressesLeft, changesBy, nextChange } from './changes.ts';
import { languageFor, type Language } from './language.ts';
import { listed, listingOf, sortedByName, used, type Listing } from './listing.ts';
import { monthsIn, yearsOf, type Year } from './months.ts';
import { linkNeighbours } from './neighbours.ts';
import { oldAddressesOf, type OldAddresses } from './old-addresses.ts';
import { relate } from './related.ts';
import { placeParts, type Part } from './series.ts';
import { mapFigure } from './map.ts';
import { linkVersions } from './versions.ts';

/** A published story with everything it refers to. */
export interface Article extends Omit<StoryCopy, 'frontmatter'> {
  /** In which it is written, and its page speaks. */
  language: Language;
  /** Where there are several: the story in each of its languages, the original first. */
  versions: Article[];
  frontmatter: Omit<StoryCopy['frontmatter'], 'section' | 'tags' | 'authors' | 'series'>;
  address: string;
  section: Listing;
  tags: Listing[];
  authors: Listing[];
  /** Its place in a series. */
  part?: Part;
  /** What had to be put right by now, oldest first. */
  corrections: Correction[];
  /** The entry that took the story back; then it has no text and no pictures. */
  retraction?: Correction;
  /** The last change of which readers are told: publication, update or correction. */
  modified: Moment;
  /** Whether it was published, and updated in substance, more than a year ago. */
  isOld: boolean;
  /** The stories in its language that were published just before and just after this one. */
  older?: Article;
  newer?: Article;
  /** What else to read on its topics. */
  related: Article[];
  /** Why readers do not see it, when an editor previews what is not published. */
  withheld?: Withheld;
}

type Withheld = 'draft' | 'embargoed' | 'expired';

/** The address of a story that was taken down on purpose. */
export interface Gone {
  address: string;
  published: Moment;
  expires: Moment;
}

export interface StaticPage extends PageCopy {
  language: Language;
  address: string;
}

/** What is published at a moment. One value, computed once; pages and feeds only read it. */
export interface Edition {
  /** The moment, in milliseconds since 1970. */
  now: number;
  publication: Publication;
  addresses: Addresses;
  /** The publication’s, in which every page speaks that has none of its own. */
  language: Language;
  /** That, and every other in which a story or a page is. */
  languages: Language[];
  /** Newest first; of the same moment, by id. */
  articles: Article[];
  /** In the order of sections.yaml, those with stories. */
  sections: Listing[];
  /** By name, those with stories. */
  tags: Listing[];
  /** By name, those with stories. */
  authors: Listing[];
  /** In the order of series.yaml, those with stories. */
  series: Listing[];
  /** Newest first. */
  years: Year[];
  pages: StaticPage[];
  /** Where each policy is told, those that are. */
  policies: Partial<Record<Policy, StaticPage>>;
  gone: Gone[];
  oldAddresses: OldAddresses;
  /** Every correction, newest first. */
  corrected: { article: Article; correction: Correction }[];
  /** When the next story is released, changes or is taken down, if that is known already. */
  next?: Moment;
}

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
