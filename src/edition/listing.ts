import type { Edition, Listing, Published, Story } from './model.ts';
import type { Author, Term } from '../desk/schema/vocabulary.ts';
import type { Addresses } from './addresses.ts';
import { langOf, likelyLocale } from './language.ts';
import { onwards, paginate, type ListPage } from './pagination.ts';
import { inReadingOrder } from './series.ts';

/** The terms of a vocabulary as lists that are still empty. */
export function listed(
  kind: Listing['kind'],
  folder: string,
  terms: Map<string, Term | Author>,
  language: string,
  addresses: Addresses,
): Map<string, Listing> {
  return new Map(
    [...terms].map(([key, term]): [string, Listing] => {
      const { name, names, description } = term;
      const address = addresses.path(`${folder}${key}/`);
      const author = kind === 'author' && { author: term as Author };
      return [
        key,
        { kind, key, name, language, names, description, ...author, address, stories: [] },
      ];
    }),
  );
}

/** The lists that have stories. */
export const used = (listings: Map<string, Listing>): Listing[] =>
  [...listings.values()].filter(({ stories }) => stories.length > 0);

/** Lists in the order of their names, as a language sorts them. */
export function sortedByName(listings: Listing[], language: string): Listing[] {
  const order = new Intl.Collator(language);
  return listings.toSorted((a, b) => order.compare(a.name, b.name));
}

/**
 * What a list is called on a page in a language (BCP 47).
 * @returns its name, with the attributes of an element for it where that is in another language
 */
export function called(
  { name, names = {}, language }: Pick<Listing, 'name' | 'names' | 'language'>,
  around: string,
): { name: string } & ReturnType<typeof langOf> {
  const own = names[around] ?? names[likelyLocale(around).language];
  return own === undefined ? { name, ...langOf(language, around) } : { name: own };
}

/** What lists are called on a page in a language (BCP 47). */
export const namesOf = (lists: Listing[], around: string): string[] =>
  lists.map((list) => called(list, around).name);

/** The lists that have feeds: sections, topics, authors, series. */
export function listsOf({ sections, tags, authors, series }: Published): Listing[] {
  return [...sections, ...tags, ...authors, ...series];
}

/** The pages of a list: a series begins with its first part, all others with their newest story. */
export function listPages({ kind, stories }: Listing, { story }: Edition): ListPage<Story>[] {
  const all = stories.map(story);
  return kind === 'series' ? onwards(inReadingOrder(all)) : paginate(all);
}

/** One page of a list with its address and those of the pages beside it. */
export interface AddressedPage {
  listing: Listing;
  page: ListPage<Story>;
  address: string;
  before: string | undefined;
  after: string | undefined;
}

/** Every page of every list: sections, topics, authors, series, months. */
export function listPagesOf(edition: Edition): AddressedPage[] {
  const { addresses, years } = edition;
  const months = years.flatMap((year) => year.months);
  return [...listsOf(edition), ...months].flatMap((listing) => {
    const pages = listPages(listing, edition);
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
export function splashOf({ stories }: Pick<Edition, 'stories'>): Story | undefined {
  return stories.find(({ retraction }) => !retraction);
}
