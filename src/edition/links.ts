import type { SiteLink } from '../desk/blocks.ts';
import type { Content } from '../desk/desk.ts';
import type { Problem } from '../desk/problem.ts';
import { feedFormats } from './addresses.ts';
import { makeEdition, withheld } from './edition.ts';
import type { Edition } from './model.ts';
import { listPagesOf, listsOf } from './listing.ts';

/** The path of every page and every feed of an edition, and of every file that a text may link to. */
export function pathsOf(edition: Edition): Set<string> {
  const { gone, oldAddresses } = edition;
  return new Set([
    ...livingPaths(edition),
    ...gone.map(({ address }) => address),
    ...oldAddresses.moved.map(({ from }) => from),
  ]);
}

/** Those of them at which something is now. */
export function livingPaths(edition: Edition): Set<string> {
  const { publication, addresses, stories, series, years, pages } = edition;
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
  const addressed = [...stories, ...years, ...pages].map(({ address }) => address);
  const feeds = [addresses.home, ...listsOf(edition).map((list) => list.address)];
  return new Set([
    addresses.home,
    ...own.map(addresses.path),
    ...addressed,
    ...stories.map(({ address }) => `${address}index.md`),
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
export function brokenLinks(edition: Edition, files: string[]): Problem[] {
  const { addresses, stories, pages } = edition;
  const known = knownIn(edition, files);
  return [...stories, ...pages].flatMap(({ text }) =>
    problemsIn(text, (href) => known.has(addresses.fromText(href))),
  );
}

/**
 * The links of stories that are not published now and would lead nowhere when they are: those of an
 * embargoed one, which no editor sees to any more, at the moment of its release; those of a draft now.
 */
export function linksToBreak(
  content: Content,
  edition: Edition,
  now: number,
  files: string[],
): Problem[] {
  const { addresses } = edition;
  const waiting = content.stories.flatMap((story) => {
    const reason = withheld(story, now);
    const isAsked = reason && reason !== 'expired' && story.links.length > 0;
    return isAsked ? [{ story, reason }] : [];
  });
  if (waiting.length === 0) return [];
  const known = knownIn(edition, files);
  const isKnown = (href: string) => known.has(addresses.fromText(href));
  const releases = new Map<number, Set<string>>();
  /** What is known when a story comes out. */
  const knownAt = (moment: number) => {
    const later = releases.get(moment) ?? knownIn(makeEdition(content, moment), files);
    releases.set(moment, later);
    return later;
  };
  return waiting.flatMap(({ story, reason }) => {
    const { at } = story.frontmatter.published;
    return problemsIn(
      story,
      (href) =>
        isKnown(href) || (reason === 'embargoed' && knownAt(at).has(addresses.fromText(href))),
    );
  });
}

function knownIn(edition: Edition, files: string[]): Set<string> {
  const known = pathsOf(edition);
  for (const file of files) known.add(edition.addresses.path(file));
  return known;
}

function problemsIn(
  { file, links }: { file: string; links: SiteLink[] },
  isKnown: (href: string) => boolean,
): Problem[] {
  return links
    .filter(({ href }) => !isKnown(href))
    .map(({ href, place }) => ({
      file,
      ...place,
      summary: `The link ${href} is broken.`,
      fix: 'Link to a published page by its address, such as /about/, without a # part.',
    }));
}
