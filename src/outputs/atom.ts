import { generateAtomFeed } from 'feedsmith';
import { feedTypes, type Entry, type Feed } from './feed.ts';
import { mediaOf } from './media.ts';
import { before, cut } from './splice.ts';
import { plainly, xml } from '../files/xml.ts';

const xmlns = `xmlns:media="http://search.yahoo.com/mrss/" xmlns:georss="http://www.georss.org/georss"`;

/** Writes a feed as Atom 1.0 (RFC 4287): full text, with pictures in Media RSS. */
export function atom(feed: Feed): string {
  const head = write({
    // Stable for as long as the feed’s page exists.
    id: feed.self.atom,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    // Required even if no story has a date yet; validators take dates before 1990 for mistakes.
    updated: new Date(feed.updated?.at ?? '1990-01-01'),
    links: [
      { href: feed.page, rel: 'alternate', type: 'text/html' },
      { href: feed.self.atom, rel: 'self', type: feedTypes.atom },
      ...(feed.hub === undefined ? [] : [{ href: feed.hub, rel: 'hub' }]),
    ],
    icon: feed.icon,
    xml: { lang: feed.language },
  }).replace('<feed ', `<feed ${xmlns} `);
  return before('</feed>', head, feed.entries.map(entryOf));
}

const written = new WeakMap<Entry, string>();

/** A story as Atom; it appears in many feeds and is written once. */
function entryOf(entry: Entry): string {
  const text = written.get(entry) ?? writeEntry(entry);
  written.set(entry, text);
  return text;
}

function writeEntry(entry: Entry): string {
  const [lat, lng] = entry.place?.at ?? [];
  const known = {
    id: entry.id,
    title: { value: entry.title },
    updated: new Date(entry.updated.at),
  };
  const one = {
    ...known,
    ...(entry.language && { xml: { lang: entry.language } }),
    published: new Date(entry.published.at),
    summary: { value: entry.summary },
    content: { value: entry.html, type: 'html' },
    links: [{ href: entry.page, rel: 'alternate', type: 'text/html' }],
    authors: entry.authors.map(({ name, page }) => ({ name, uri: page })),
    categories: entry.categories.map(({ key, name }) => ({ term: key, label: name })),
    media: { contents: mediaOf(entry) },
    ...(lat !== undefined && lng !== undefined && { georss: { point: { lat, lng } } }),
  };
  const text = cut('entry', write({ ...known, entries: [one] }));
  return text.replace('Z</updated>', `${below(entry)}Z</updated>`);
}

/**
 * Digits below milliseconds, derived from a story’s id. Without them, stories of the same day that state
 * no time would have the same timestamp, which validators report as a problem with the clock.
 */
function below({ id }: Entry): string {
  const number = BigInt(`0x${id.replace(/^urn:uuid:|-/g, '')}`);
  return `${number % 1_000_000n}`.padStart(6, '0');
}

/**
 * feedsmith puts CDATA on separate lines, and readers would treat the line breaks as part of a name. Only
 * the content, which is HTML, stays CDATA.
 */
function write(feed: Parameters<typeof generateAtomFeed>[0]): string {
  return generateAtomFeed(feed)
    .replace(/>\n *<!\[CDATA\[/g, '><![CDATA[')
    .replace(/\]\]>\n *<\//g, ']]></')
    .replace(/(?<!<content type="html">)<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      plainly(xml`${text}`.text),
    )
    .replace(/<category [^>]*>/g, plainly);
}
