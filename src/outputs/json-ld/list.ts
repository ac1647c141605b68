import type { ItemList } from 'schema-dts';
import type { Addresses } from '../../edition/addresses.ts';
import type { Edition, Listing } from '../../edition/model.ts';
import { correctionComment } from './correction.ts';
import { asPage, type Told } from './page.ts';
import { person, personId } from './person.ts';
import { asScript } from './script.ts';
import { creativeSeries, seriesId } from './series.ts';
import { storyId } from './story.ts';
import { above, type Step } from './breadcrumbs.ts';

/**
 * A page with a list’s stories. The first page of an author is the author’s profile page, as Google
 * requires (https://developers.google.com/search/docs/appearance/structured-data/profile-page).
 * @param page the metadata in its head
 * @param number the page number; undefined for the first page of the list
 * @param items the stories on this page
 */
export function listJsonLd(
  edition: Edition,
  page: Told,
  listing: Listing,
  number: number | undefined,
  items: { address: string }[],
): string {
  const { addresses } = edition;
  const isAuthor = listing.kind === 'author';
  const own = number === undefined ? [] : [listing];
  const told = asPage(edition, page, [...above(listing, edition), ...own]);
  if (isAuthor && number === undefined) {
    const { description } = listing;
    const author = {
      ...person(listing, addresses, edition.language.tag),
      ...(description && { description }),
    };
    return asScript([{ '@type': 'ProfilePage', ...told, mainEntity: author }]);
  }
  return asScript([
    {
      '@type': 'CollectionPage',
      ...told,
      ...(isAuthor && { about: { '@id': personId(listing, addresses) } }),
      ...(listing.kind === 'series' && {
        about:
          number === undefined
            ? creativeSeries(listing, addresses, edition.language.tag)
            : { '@id': seriesId(listing, addresses) },
      }),
      mainEntity: itemList(items, addresses),
    },
  ]);
}

/** A page of lists: topics, authors, or the months of a year. */
export function indexJsonLd(edition: Edition, page: Told, listings: Listing[]): string {
  const mainEntity = itemList(listings, edition.addresses);
  return asScript([{ '@type': 'CollectionPage', ...asPage(edition, page, []), mainEntity }]);
}

/** The page of all corrections. */
export function correctionsJsonLd(edition: Edition, page: Told): string {
  const { addresses, corrected } = edition;
  const mainEntity: ItemList = {
    '@type': 'ItemList',
    itemListElement: corrected.map(({ id, correction }, index) => {
      const story = edition.story(id);
      return {
        '@type': 'ListItem',
        position: index + 1,
        item: {
          ...correctionComment(correction, edition.languageOf(story).words),
          about: { '@id': storyId(story, addresses) },
        },
      };
    }),
  };
  return asScript([{ '@type': 'CollectionPage', ...asPage(edition, page, []), mainEntity }]);
}

function itemList(items: Pick<Step, 'address'>[], addresses: Addresses): ItemList {
  return {
    '@type': 'ItemList',
    itemListElement: items.map(({ address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: addresses.absolute(address),
    })),
  };
}
