import type { BreadcrumbList } from 'schema-dts';
import type { Edition, Listing } from '../../edition/model.ts';

/** A page in the path to another. */
export interface Step {
  name: string;
  address: string;
}

/**
 * The breadcrumbs from the front page to a page.
 * @param above the pages between the two
 * @param name the name of the page itself
 */
export function breadcrumbs(
  { publication, addresses }: Pick<Edition, 'publication' | 'addresses'>,
  above: Step[],
  name: string,
): BreadcrumbList {
  const steps = [{ name: publication.name, address: addresses.home }, ...above];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...steps.map(({ name, address }, index) => ({
        '@type': 'ListItem' as const,
        position: index + 1,
        name,
        item: addresses.absolute(address),
      })),
      { '@type': 'ListItem', position: steps.length + 1, name },
    ],
  };
}

/** The pages between the front page and a list. */
export function above(
  listing: Listing,
  { addresses, language: { words } }: Pick<Edition, 'addresses' | 'language'>,
): Step[] {
  switch (listing.kind) {
    case 'section':
      return [];
    case 'tag':
      return [{ name: words.page.topics, address: addresses.path('tags/') }];
    case 'author':
      return [{ name: words.page.authors, address: addresses.path('authors/') }];
    case 'series':
      return [{ name: words.finding.series, address: addresses.path('series/') }];
    case 'month': {
      const year = listing.key.slice(0, 4);
      return [{ name: year, address: addresses.path(`${year}/`) }];
    }
  }
}
