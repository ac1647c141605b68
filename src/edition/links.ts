import type { Fault } from '../desk/fault.ts';
import { feedFormats } from './addresses.ts';
import type { Edition } from './edition.ts';
import { listPagesOf } from './listing.ts';

/** The path of every page and every feed of an edition, and of every file that a text may link to. */
export function pathsOf(edition: Edition): Set<string> {
  const { publication, addresses, articles, sections, tags, authors, series, years, pages } =
    edition;
  const filed = [...sections, ...tags, ...authors, ...series];
  const lists = listPagesOf(edition).map(({ address }) => address);
  const security = publication.contact ? ['.well-known/security.txt'] : [];
  const optional = series.length > 0 ? ['series/'] : [];
  const own = [
    'tags/',
    'authors/',
    'corrections/',
    'feeds/',
    ...optional,
    'search/',
    ...forMachines,
    ...security,
  ];
  const { gone, moved } = edition;
  const addressed = [...articles, ...years, ...pages, ...gone, ...moved].map(
    ({ address }) => address,
  );
  const feeds = [addresses.home, ...filed.map((list) => list.address)];
  return new Set([
    addresses.home,
    ...own.map(addresses.path),
    ...addressed,
    ...articles.map(({ address }) => `${address}index.md`),
    ...lists,
    ...feeds.flatMap((list) => feedFormats.map((format) => addresses.feed(list, format))),
  ]);
}

/** What programs are told, whatever the content; outputs/ writes it. */
const forMachines = [
  'robots.txt',
  'sitemap.xml',
  'llms.txt',
  'wire.json',
  'trust.txt',
  '.well-known/trust.txt',
  '.well-known/tdmrep.json',
];

/**
 * The links within the site that lead nowhere.
 * @param files paths of files that are served as they are, `documents/report.pdf`
 */
export function brokenLinks(edition: Edition, files: string[]): Fault[] {
  const { addresses, articles, pages } = edition;
  const known = pathsOf(edition);
  for (const file of files) known.add(addresses.path(file));
  return [...articles, ...pages].flatMap(({ file, links }) =>
    links
      .filter(({ href }) => !known.has(addresses.fromText(href)))
      .map(({ href, place }) => ({
        file,
        ...place,
        problem: `The link ${href} leads nowhere.`,
        mend: 'Link to a published page as its address reads, such as /about/, with no # part.',
      })),
  );
}
