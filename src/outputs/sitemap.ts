import type { Moment } from '../desk/moment.ts';
import type { Addresses } from '../edition/addresses.ts';
import { latest } from '../edition/changes.ts';
import type { Edition, Story } from '../edition/model.ts';
import { listsOf } from '../edition/listing.ts';
import { versionLinks } from './version-links.ts';
import { xml } from '../files/xml.ts';

/** URLs that a sitemap may hold (https://www.sitemaps.org/protocol.html). */
const longest = 50_000;

/** A page as search engines are told of it. */
interface Entry {
  address: string;
  /** When what stands on it last changed; left out where that is not known. */
  modified?: Moment | undefined;
  /** The story, on its own page. */
  story?: Story;
}

/** One file of addresses. */
export interface Sitemap {
  /** `2021-03` for the stories of a month, and `2021-03-2` if they are too many for one file. */
  name: string;
  entries: Entry[];
}

/**
 * Every address that is to be found: the stories month by month, oldest first, so that a month that is
 * over changes only when a story does; and the lists and pages. A list’s numbered pages are left out:
 * all that stands on them is in the months.
 */
export function sitemapsOf(edition: Edition): Sitemap[] {
  const months = edition.years.flatMap(({ months }) => months);
  const ofStories = months.map(({ key, stories }) => ({
    name: key,
    entries: stories.toReversed().map((id) => {
      const story = edition.story(id);
      const { address, modified } = story;
      return { address, modified, story };
    }),
  }));
  return [{ name: 'pages', entries: pagesOf(edition) }, ...ofStories].flatMap(split);
}

function pagesOf(edition: Edition): Entry[] {
  const { addresses, stories, series, years, pages, corrected } = edition;
  const lists = [...listsOf(edition), ...years.flatMap((year) => year.months)];
  const modified = (ids: string[]) => lastOf(ids.map(edition.story));
  return [
    { address: addresses.home, modified: lastOf(stories) },
    ...pages.map(({ address }) => ({ address })),
    { address: addresses.path('corrections/'), modified: corrected[0]?.correction.date },
    // Lists of lists show names and counts, of whose changes nobody keeps the date.
    ...['tags/', 'authors/', ...(series.length > 0 ? ['series/'] : []), 'feeds/', 'search/'].map(
      (path) => ({
        address: addresses.path(path),
      }),
    ),
    ...years.map(({ address }) => ({ address })),
    ...lists.map(({ address, stories }) => ({ address, modified: modified(stories) })),
  ];
}

function lastOf(stories: Story[]): Moment | undefined {
  return stories.length > 0 ? latest(stories.map(({ modified }) => modified)) : undefined;
}

function split({ name, entries }: Sitemap): Sitemap[] {
  const count = Math.max(1, Math.ceil(entries.length / longest));
  return Array.from({ length: count }, (_, at) => ({
    name: at === 0 ? name : `${name}-${at + 1}`,
    entries: entries.slice(at * longest, (at + 1) * longest),
  }));
}

/**
 * A sitemap as the protocol and Google’s extensions for pictures and for languages have it.
 * @param pictures the address of each story’s picture that may be syndicated, by the story’s id
 */
export function sitemap(
  { entries }: Sitemap,
  edition: Edition,
  pictures: Map<string, string>,
): string {
  const urls = entries.map(({ address, modified, story }) => {
    const picture = story && pictures.get(story.id);
    const versions = (story ? versionLinks(story, edition) : []).map(
      ({ hreflang, href }) =>
        xml`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`,
    );
    return xml`<url><loc>${edition.addresses.absolute(address)}</loc>${lastmod(modified)}${
      picture ? xml`<image:image><image:loc>${picture}</image:loc></image:image>` : ''
    }${versions}</url>
`;
  });
  const isSeveral = entries.some(
    ({ story }) => story && edition.contextOf(story).versions.length > 0,
  );
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"${isSeveral ? xml` xmlns:xhtml="http://www.w3.org/1999/xhtml"` : ''}>
${urls}</urlset>
`.text;
}

/** The list of all sitemaps, each with the last change in it. The one of the news is not among them: it says again what its month does. */
export function sitemapIndex(sitemaps: Sitemap[], addresses: Addresses): string {
  const listed = sitemaps.map(({ name, entries }) => {
    const changes = entries.flatMap(({ modified }) => modified ?? []);
    const address = addresses.absolute(addresses.path(`sitemaps/${name}.xml`));
    return xml`<sitemap><loc>${address}</loc>${lastmod(
      changes.length > 0 ? latest(changes) : undefined,
    )}</sitemap>
`;
  });
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed}</sitemapindex>
`.text;
}

function lastmod(moment: Moment | undefined) {
  return moment ? xml`<lastmod>${moment.iso}</lastmod>` : '';
}
