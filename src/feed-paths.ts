import type { Listing } from './edition/listing.ts';
import { today } from './today.ts';

/** What each feed’s endpoint is given. */
export interface FeedPage extends Record<string, unknown> {
  /** The section, topic, author or series; the site’s own feed has none. */
  list?: Listing;
}

/** Every feed as Astro’s paths: the site’s, and one of each section, topic, author and series. */
export async function feedPaths() {
  const { addresses, sections, tags, authors, series } = await today();
  return [
    { params: { list: undefined }, props: {} },
    ...[...sections, ...tags, ...authors, ...series].map((list) => ({
      params: { list: list.address.slice(addresses.home.length, -1) },
      props: { list },
    })),
  ];
}
