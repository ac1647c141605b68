import { feedFormats, type FeedFormat } from '../edition/addresses.ts';
import type { Edition, Listing } from '../edition/model.ts';
import { feedTitle, feedTypes } from './feed.ts';

/** The name of each format. */
export const formatNames: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON' };

/**
 * The feeds of a page, for discovery by feed readers: its own and the site’s.
 * @param list the section, topic, author or series of the page
 */
export function feedLinks(
  edition: Pick<Edition, 'publication' | 'addresses'>,
  list?: Listing,
): { type: string; title: string; href: string }[] {
  const link = (format: FeedFormat, of?: Listing) => ({
    type: feedTypes[format],
    title: `${feedTitle(edition, of)} (${formatNames[format]})`,
    href: edition.addresses.feed(of?.address ?? edition.addresses.home, format),
  });
  const own = feedFormats.map((format) => link(format, list));
  return list ? [...own, link('rss')] : own;
}
