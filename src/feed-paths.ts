import type { Listing } from './edition/listing.ts';
import { today } from './today.ts';

/** What each feed’s endpoint is given. */
export interface FeedPage extends Record<string, unknown> {
  /** The section, topic or author; the site’s own feed has none. */
  list?: Listing;
}

/** Every feed as Astro’s paths: the site’s, and one of each section, topic and author. */
export async function feedPaths() {
  const { addresses, sections, tags, authors } = await today();
  return [
    { params: { list: undefined }, props: {} },
    ...[...sections, ...tags, ...authors].map((list) => ({
      params: { list: list.address.slice(addresses.home.length, -1) },
      props: { list },
    })),
  ];
}
