import type { CreativeWorkSeries } from 'schema-dts';
import type { Addresses } from '../../edition/addresses.ts';
import { called } from '../../edition/listing.ts';
import type { Listing } from '../../edition/model.ts';

/** The `@id` of a series. */
export function seriesId({ address }: Listing, addresses: Addresses): string {
  return `${addresses.absolute(address)}#series`;
}

/**
 * A series by the name that a page in a language (BCP 47) uses, with a link to the page of all its parts.
 */
export function creativeSeries(listing: Listing, addresses: Addresses, language: string) {
  const { description, address } = listing;
  return {
    '@type': 'CreativeWorkSeries',
    '@id': seriesId(listing, addresses),
    name: called(listing, language).name,
    url: addresses.absolute(address),
    ...(description && { description }),
  } as const satisfies CreativeWorkSeries;
}
