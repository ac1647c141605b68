import type { Moment } from '../desk/moment.ts';
import type { Addresses } from '../edition/addresses.ts';
import { latest } from '../edition/changes.ts';
import type { Edition, Story } from '../edition/model.ts';
import { listsOf } from '../edition/listing.ts';
import { versionLinks } from './version-links.ts';
import { xml } from '../files/xml.ts';

/** The maximum number of URLs in a sitemap (https://www.sitemaps.org/protocol.html). */
const longest = 50_000;

/** A page in a sitemap. */
interface Entry {
  address: string;
  /** The last change of its content; omitted if unknown. */
  modified?: Moment | undefined;
  /** The story, on its own page. */
  story?: Story;
}

/** One sitemap file. */
export interface Sitemap {
  /** `2021-03` for the stories of a month; `2021-03-2` if they need a second file. */
  name: string;
  entries: Entry[];
}

/**
 * All addresses that search engines should find. The stories are grouped by month, oldest first, so that
 * the file of a past month changes only when a story does. Lists and pages follow. Numbered pages of
 * lists are omitted, because their stories are in the months.
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
    // Lists of lists show names and numbers of stories; the dates of their changes are not recorded.
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
 * A sitemap with Google’s extensions for pictures and languages.
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

/**
 * The index of all sitemaps, each with its last change. It does not list the news sitemap, which repeats
 * stories of a month.
 */
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
