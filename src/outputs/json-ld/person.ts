import type { Person } from 'schema-dts';
import type { Addresses } from '../../edition/addresses.ts';
import { called } from '../../edition/listing.ts';
import type { Listing } from '../../edition/model.ts';

/** The `@id` of an author. */
export function personId({ address }: Listing, addresses: Addresses): string {
  return `${addresses.absolute(address)}#person`;
}

/** An author by the name that a page in a language (BCP 47) uses, with a link to the author’s page. */
export function person(listing: Listing, addresses: Addresses, language: string) {
  const { role, profiles = [] } = listing.author ?? {};
  return {
    '@type': 'Person',
    '@id': personId(listing, addresses),
    name: called(listing, language).name,
    url: addresses.absolute(listing.address),
    ...(role && { jobTitle: role }),
    ...(profiles.length > 0 && { sameAs: profiles }),
  } as const satisfies Person;
}
