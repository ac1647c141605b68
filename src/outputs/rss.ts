import { getRssString } from '@astrojs/rss';
import type { Dates } from '../edition/dates.ts';
import { feedTypes, type Entry, type Feed } from './feed.ts';
import { mediaOf } from './media.ts';
import { before, cut } from './splice.ts';
import { plainly } from '../files/xml.ts';

const xmlns = {
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  georss: 'http://www.georss.org/georss',
  media: 'http://search.yahoo.com/mrss/',
};

/** Text that readers take for HTML or for what it is, as they like. */
const plainIn = {
  channel: /<(?:title|description)>[^<]*/g,
  item: /<(?:title|category|media:description)[ >][^<]*/g,
};

/**
 * Writes a feed as RSS 2.0 after the RSS Advisory Board’s profile, full text, with what RSS has no
 * words for in those of Atom, Dublin Core, Media RSS and GeoRSS. Pictures are no enclosures: a reader
 * would show or fetch each a second time. The authors are one line of names, as on the page.
 */
export async function rss(feed: Feed, dates: Dates): Promise<string> {
  const channel = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.page,
    xmlns,
    customData: [
      element('language', {}, feed.language),
      feed.updated ? element('lastBuildDate', {}, dates.rfc822(feed.updated)) : '',
      // As the profile spells it; the address has https now, by which validators do not know it.
      element('docs', {}, 'http://www.rssboard.org/rss-specification'),
      element('atom:link', { href: feed.self.rss, rel: 'self', type: feedTypes.rss }),
      feed.hub === undefined ? '' : element('atom:link', { href: feed.hub, rel: 'hub' }),
    ].join(''),
    items: [],
  });
  const items = await Promise.all(feed.entries.map((entry) => itemOf(entry, dates)));
  return before('</channel>', channel.replace(plainIn.channel, plainly), items);
}

const written = new WeakMap<Entry, Promise<string>>();

/** A story as RSS. It stands in many feeds and is written once. */
function itemOf(entry: Entry, dates: Dates): Promise<string> {
  const item = written.get(entry) ?? writeItem(entry, dates);
  written.set(entry, item);
  return item;
}

async function writeItem(entry: Entry, dates: Dates): Promise<string> {
  // A podcast player takes the one enclosure that an item may have.
  const sound = entry.recordings.find(({ block }) => block.type === 'audio');
  const item = {
    title: entry.title,
    link: entry.page,
    // Readers take it for HTML, as the specification has it.
    description: escape(entry.summary),
    content: entry.html,
    categories: entry.categories.map(({ name }) => name),
    ...(sound && { enclosure: { url: sound.url, length: sound.bytes, type: sound.type } }),
    customData: own(entry, dates),
  };
  const options = { title: '', description: '', site: entry.page, items: [item] };
  return cut('item', await getRssString(options)).replace(plainIn.item, plainly);
}

/** What @astrojs/rss has no field for. */
function own(entry: Entry, dates: Dates): string {
  return [
    element('guid', { isPermaLink: 'false' }, entry.id),
    element('pubDate', {}, dates.rfc822(entry.published)),
    element('atom:updated', {}, new Date(entry.updated.at).toISOString()),
    // Of several creators, newsboat and others show the last.
    element('dc:creator', {}, entry.byline),
    entry.language ? element('dc:language', {}, entry.language) : '',
    entry.place ? element('georss:point', {}, entry.place.at.join(' ')) : '',
    ...mediaOf(entry).map(({ description, credits, ...attributes }) => {
      const caption = element('media:description', { type: description.type }, description.value);
      const credit = credits.map(({ value, ...rest }) => element('media:credit', rest, value));
      return `<media:content${attributesOf(attributes)}>${caption}${credit.join('')}</media:content>`;
    }),
  ].join('');
}

function element(name: string, attributes: Record<string, string | number>, text = ''): string {
  return `<${name}${attributesOf(attributes)}>${asText(text)}</${name}>`;
}

function attributesOf(attributes: Record<string, string | number>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(`${value}`)}"`)
    .join('');
}

/**
 * @astrojs/rss reads its own XML again and makes numbers of digits. Pieces of text stay text, and so
 * does what has a space within, as nearly everything has.
 */
function asText(text: string): string {
  return /\S\s+\S/.test(text)
    ? escape(text)
    : [...text].map((character) => `<![CDATA[${character}]]>`).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
