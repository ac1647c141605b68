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

/** Elements that some readers interpret as HTML and others as plain text. */
const plainIn = {
  channel: /<(?:title|description)>[^<]*/g,
  item: /<(?:title|category|media:description)[ >][^<]*/g,
};

/**
 * Writes a feed as RSS 2.0 according to the profile of the RSS Advisory Board: full text, with elements
 * of Atom, Dublin Core, Media RSS and GeoRSS for everything that RSS lacks. Pictures are not enclosures,
 * because readers would show or download them twice. The authors are one byline, as on the page.
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
      // The URL in the profile’s spelling; validators do not recognize today’s https URL.
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

/** A story as RSS; it appears in many feeds and is written once. */
function itemOf(entry: Entry, dates: Dates): Promise<string> {
  const item = written.get(entry) ?? writeItem(entry, dates);
  written.set(entry, item);
  return item;
}

async function writeItem(entry: Entry, dates: Dates): Promise<string> {
  // A podcast player uses the one enclosure that an item may have.
  const sound = entry.recordings.find(({ block }) => block.type === 'audio');
  const item = {
    title: entry.title,
    link: entry.page,
    // Readers interpret it as HTML, as the specification says.
    description: escape(entry.summary),
    content: entry.html,
    categories: entry.categories.map(({ name }) => name),
    ...(sound && { enclosure: { url: sound.url, length: sound.bytes, type: sound.type } }),
    customData: own(entry, dates),
  };
  const options = { title: '', description: '', site: entry.page, items: [item] };
  return cut('item', await getRssString(options)).replace(plainIn.item, plainly);
}

/** Elements for which @astrojs/rss has no field. */
function own(entry: Entry, dates: Dates): string {
  return [
    element('guid', { isPermaLink: 'false' }, entry.id),
    element('pubDate', {}, dates.rfc822(entry.published)),
    element('atom:updated', {}, new Date(entry.updated.at).toISOString()),
    // Of several creators, newsboat and other readers show only the last.
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
 * @astrojs/rss parses its own XML again and converts digits to numbers. CDATA for each character keeps
 * text as text. Text that contains a space, as nearly all does, is not converted.
 */
function asText(text: string): string {
  return /\S\s+\S/.test(text)
    ? escape(text)
    : [...text].map((character) => `<![CDATA[${character}]]>`).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
