import type { Fault } from '../desk/fault.ts';
import type { Edition } from './edition.ts';
import { paginate } from './pagination.ts';

/** The path of every page of an edition. */
export function pathsOf(edition: Edition): Set<string> {
  const { addresses, articles, sections, tags, authors, years, pages, gone, moved } = edition;
  const months = years.flatMap((year) => year.months);
  const lists = [...sections, ...tags, ...authors, ...months].flatMap((list) =>
    paginate(list.articles).map((page) => addresses.listPage(list.address, page.number)),
  );
  const own = ['tags/', 'authors/', 'corrections/', 'feed.xml', 'wire.json'].map(addresses.path);
  const addressed = [...articles, ...years, ...pages, ...gone, ...moved].map(
    ({ address }) => address,
  );
  return new Set([addresses.home, ...own, ...addressed, ...lists]);
}

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
