import type { FeedFormat } from '../edition/addresses.ts';
import type { Listing } from '../edition/model.ts';
import { listsOf } from '../edition/listing.ts';
import { isStale } from './build-context.ts';
import { getSite } from './site.ts';

/** The props of each feed’s endpoint. */
export interface FeedPage extends Record<string, unknown> {
  /** The section, topic, author or series; undefined for the feed of the whole site. */
  list?: Listing;
}

/**
 * The feeds of one format as paths for Astro: of the whole site, and of each section, topic, author and
 * series.
 */
export const feedPaths = (format: FeedFormat) => async () => {
  const edition = await getSite();
  const { addresses } = edition;
  return [
    { address: addresses.home, params: { list: undefined }, props: {} },
    ...listsOf(edition).map((list) => ({
      address: list.address,
      params: { list: list.address.slice(addresses.home.length, -1) },
      props: { list },
    })),
  ].filter(({ address }) => isStale(addresses.feed(address, format)));
};
