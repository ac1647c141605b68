import type { FeedFormat } from '../edition/addresses.ts';
import type { Listing } from '../edition/model.ts';
import { listsOf } from '../edition/listing.ts';
import { isStale } from './build-context.ts';
import { getSite } from './site.ts';

/** What each feed’s endpoint is given. */
export interface FeedPage extends Record<string, unknown> {
  /** The section, topic, author or series; the site’s own feed has none. */
  list?: Listing;
}

/**
 * The feeds of a format as Astro’s paths: the site’s, and one of each section, topic, author and series.
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
