import type { Article, Edition, Listing } from './model.ts';
import type { Author, Term } from '../desk/schema/vocabulary.ts';
import type { Addresses } from './addresses.ts';
import { langOf, likelyLocale, type Language } from './language.ts';
import { onwards, paginate, type ListPage } from './pagination.ts';
import { inReadingOrder } from './series.ts';

/** The terms of a vocabulary as lists that are still empty. */
export function listed(
  kind: Listing['kind'],
  folder: string,
  terms: Map<string, Term | Author>,
  language: Language,
  addresses: Addresses,
): Map<string, Listing> {
  return new Map(
    [...terms].map(([key, term]): [string, Listing] => {
      const { name, names, description } = term;
      const address = addresses.path(`${folder}${key}/`);
      const author = kind === 'author' && { author: term as Author };
      return [
        key,
        { kind, key, name, language, names, description, ...author, address, articles: [] },
      ];
    }),
  );
}

/** The lists that have stories. */
export const used = (listings: Map<string, Listing>): Listing[] =>
  [...listings.values()].filter(({ articles }) => articles.length > 0);

/** Lists in the order of their names, as a language sorts them. */
export function sortedByName(listings: Listing[], { tag }: Language): Listing[] {
  const order = new Intl.Collator(tag);
  return listings.toSorted((a, b) => order.compare(a.name, b.name));
}

/** The list of a term that the desk has let pass. */
export function listingOf(listings: Map<string, Listing>, key: string): Listing {
  const listing = listings.get(key);
  if (!listing) throw new Error(`The desk let “${key}” pass, which is not in the vocabulary.`);
  return listing;
}

/**
 * What a list is called on a page in a language.
 * @returns its name, with the attributes of an element for it where that is in another language
 */
export function called(
  { name, names = {}, language }: Pick<Listing, 'name' | 'names' | 'language'>,
  around: Pick<Language, 'tag'>,
): { name: string } & ReturnType<typeof langOf> {
  const own = names[around.tag] ?? names[likelyLocale(around.tag).language];
  return own === undefined ? { name, ...langOf(language, around) } : { name: own };
}

/** The pages of a list: a series begins with its first part, all others with their newest story. */
export function listPages({ kind, articles }: Listing): ListPage<Article>[] {
  return kind === 'series' ? onwards(inReadingOrder(articles)) : paginate(articles);
}

/** One page of a list with its address and those of the pages beside it. */
export interface AddressedPage {
  listing: Listing;
  page: ListPage<Article>;
  address: string;
  before: string | undefined;
  after: string | undefined;
}

/** Every page of every list: sections, topics, authors, series, months. */
export function listPagesOf(
  edition: Pick<Edition, 'addresses' | 'sections' | 'tags' | 'authors' | 'series' | 'years'>,
): AddressedPage[] {
  const { addresses, sections, tags, authors, series, years } = edition;
  const months = years.flatMap((year) => year.months);
  return [...sections, ...tags, ...authors, ...series, ...months].flatMap((listing) => {
    const pages = listPages(listing);
    const addressed = pages.map(({ number }) => addresses.listPage(listing.address, number));
    return pages.map((page, at) => ({
      listing,
      page,
      address: addressed[at]!,
      before: addressed[at - 1],
      after: addressed[at + 1],
    }));
  });
}

/** The story that opens the front page. */
export function splashOf({ articles }: Pick<Edition, 'articles'>): Article | undefined {
  return articles.find(({ retraction }) => !retraction);
}
