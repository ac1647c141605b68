import type { SearchAction, WebPageLeaf, WithActionConstraints } from 'schema-dts';
import type { Edition, StaticPage } from '../../edition/model.ts';
import { publisher, publisherId, publisherInFull } from './publisher.ts';
import { asScript } from './script.ts';
import { breadcrumbs, type Step } from './breadcrumbs.ts';

/** A page as its head tells of it. */
export interface Told {
  title: string;
  description: string;
  /** The page’s path. */
  address: string;
  /** Where it is not the publication’s: BCP 47. */
  language?: string;
}

/** The name by which all JSON-LD knows the site. */
function siteId({ addresses }: Pick<Edition, 'addresses'>): string {
  return `${addresses.absolute(addresses.home)}#site`;
}

/** Where a page below the front page has its place in the site. */
export function inSite(
  edition: Edition,
  { title, address }: Pick<Told, 'title' | 'address'>,
  above: Step[],
) {
  return {
    '@id': edition.addresses.absolute(address),
    isPartOf: { '@id': siteId(edition) },
    breadcrumb: breadcrumbs(edition, above, title),
  } as const satisfies Partial<WebPageLeaf>;
}

/** What a page below the front page says of itself, where no story does. */
export function asPage(edition: Edition, told: Told, above: Step[]) {
  return {
    ...inSite(edition, told, above),
    url: edition.addresses.absolute(told.address),
    name: told.title,
    description: told.description,
    inLanguage: told.language ?? edition.language.tag,
  } as const satisfies Partial<WebPageLeaf>;
}

/** The front page: the site and who publishes it. */
export function frontJsonLd(edition: Edition): string {
  const { publication, addresses } = edition;
  return asScript([
    {
      '@type': 'WebSite',
      '@id': siteId(edition),
      url: addresses.absolute(addresses.home),
      name: publication.name,
      description: publication.description,
      inLanguage: publication.language,
      publisher: { '@id': publisherId(edition) },
      potentialAction: searchAction(edition),
    },
    publisherInFull(edition),
  ]);
}

/** How to ask the search (https://schema.org/docs/actions.html). */
function searchAction({ addresses }: Edition): WithActionConstraints<SearchAction> {
  return {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${addresses.absolute(addresses.path('search/'))}?q={words}`,
    },
    'query-input': 'required name=words',
  };
}

/** A page of the site itself. */
export function plainJsonLd(edition: Edition, told: Told): string {
  const page = asPage(edition, told, []);
  return asScript([{ '@type': 'WebPage', ...page, publisher: publisher(edition) }]);
}

/** A page that is no story; the one called about tells who publishes. */
export function pageJsonLd(
  edition: Edition,
  { id, frontmatter, address, language }: StaticPage,
): string {
  const { title, description } = frontmatter;
  const told = { title, description, address, language };
  if (id !== 'about') return plainJsonLd(edition, told);
  const page = asPage(edition, told, []);
  const mainEntity = { '@id': publisherId(edition) };
  return asScript([{ '@type': 'AboutPage', ...page, mainEntity }, publisherInFull(edition)]);
}
