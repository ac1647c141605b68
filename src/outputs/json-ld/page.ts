import type { SearchAction, WebPageLeaf, WithActionConstraints } from 'schema-dts';
import type { Edition, StaticPage } from '../../edition/model.ts';
import { publisher, publisherId, publisherInFull } from './publisher.ts';
import { asScript } from './script.ts';
import { breadcrumbs, type Step } from './breadcrumbs.ts';

/** The metadata in a page’s head. */
export interface Told {
  title: string;
  description: string;
  /** The page’s path. */
  address: string;
  /** BCP 47, if it differs from the publication’s. */
  language?: string;
}

/** The `@id` of the site. */
function siteId({ addresses }: Pick<Edition, 'addresses'>): string {
  return `${addresses.absolute(addresses.home)}#site`;
}

/** The position of a page in the site. */
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

/** The JSON-LD of a page other than the front page, if it is not a story. */
export function asPage(edition: Edition, told: Told, above: Step[]) {
  return {
    ...inSite(edition, told, above),
    url: edition.addresses.absolute(told.address),
    name: told.title,
    description: told.description,
    inLanguage: told.language ?? edition.language.tag,
  } as const satisfies Partial<WebPageLeaf>;
}

/** The front page: the site and its publisher. */
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

/** The address of the search (https://schema.org/docs/actions.html). */
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

/** A page about the site itself. */
export function plainJsonLd(edition: Edition, told: Told): string {
  const page = asPage(edition, told, []);
  return asScript([{ '@type': 'WebPage', ...page, publisher: publisher(edition) }]);
}

/** A page that is not a story; the one named `about` describes the publisher. */
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
