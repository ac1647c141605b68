import type { ContactPoint, NewsMediaOrganization, NewsMediaOrganizationLeaf } from 'schema-dts';
import type { Policy } from '../../desk/schema/page.ts';
import type { Edition } from '../../edition/model.ts';

type Known = Pick<Edition, 'publication' | 'addresses' | 'policies'>;

/**
 * The schema.org properties for the publication’s policies; the policy on AI and crawlers is stated with
 * each story.
 */
const properties = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  feedback: 'actionableFeedbackPolicy',
  verification: 'verificationFactCheckingPolicy',
  sources: 'unnamedSourcesPolicy',
  bylines: 'noBylinesPolicy',
  coverage: 'missionCoveragePrioritiesPolicy',
  diversity: 'diversityPolicy',
  staff: 'diversityStaffingReport',
  ownership: 'ownershipFundingInfo',
  masthead: 'masthead',
} as const satisfies Record<Exclude<Policy, 'machines'>, keyof NewsMediaOrganizationLeaf>;

/** The `@id` of the publisher. */
export function publisherId({ addresses }: Pick<Known, 'addresses'>): string {
  return `${addresses.absolute(addresses.home)}#publisher`;
}

/**
 * The publisher as part of each story, with the two policies that concern its readers. Google requires
 * full details of an organization only once, on the front page or an about page
 * (https://developers.google.com/search/docs/appearance/structured-data/organization).
 */
export function publisher(known: Known): NewsMediaOrganization {
  return { ...named(known), ...policiesOf(known, ['principles', 'corrections']) };
}

/** The publisher with its logo, accounts, contact and all stated policies. */
export function publisherInFull(known: Known): NewsMediaOrganization {
  const { publication, addresses } = known;
  const { description, contact, profiles = [] } = publication;
  const mark = addresses.absolute(addresses.path('favicon.svg'));
  return {
    ...named(known),
    description,
    logo: { '@type': 'ImageObject', url: mark, contentUrl: mark },
    ...(profiles.length > 0 && { sameAs: profiles }),
    ...(contact && { contactPoint: contactPoint(contact) }),
    ...policiesOf(known, Object.keys(properties) as (keyof typeof properties)[]),
  };
}

function named(known: Known): NewsMediaOrganizationLeaf {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(known),
    name: known.publication.name,
    url: known.addresses.absolute(known.addresses.home),
  };
}

function policiesOf(
  { addresses, policies }: Known,
  wanted: (keyof typeof properties)[],
): Partial<NewsMediaOrganizationLeaf> {
  return Object.fromEntries(
    wanted.flatMap((policy) => {
      const page = policies[policy];
      return page ? [[properties[policy], addresses.absolute(page.address)]] : [];
    }),
  );
}

/** @param contact a `mailto:` or `https:` address */
function contactPoint(contact: string): ContactPoint {
  const { protocol, pathname } = new URL(contact);
  return {
    '@type': 'ContactPoint',
    contactType: 'newsroom',
    ...(protocol === 'mailto:' ? { email: decodeURIComponent(pathname) } : { url: contact }),
  };
}
