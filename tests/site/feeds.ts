import { parseAtomFeed, parseJsonFeed, parseRssFeed, type MediaNs } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { filesOf, type Site } from '../sites.ts';

/** What a feed reader makes of a feed, whatever its format. */
export interface ReadFeed {
  path: string;
  format: 'rss' | 'atom' | 'json';
  text: string;
  title: string | undefined;
  description: string | undefined;
  page: string | undefined;
  self: string | undefined;
  hub: string | undefined;
  language: string | undefined;
  items: ReadItem[];
}

export interface ReadItem {
  id: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  url: string | undefined;
  html: string;
  /** Milliseconds since 1970. */
  published: number;
  updated: number;
  byline: string | undefined;
  categories: (string | undefined)[];
  pictures: { url: string | undefined; bytes: number | undefined; caption: string | undefined }[];
}

/** RSS has the authors in one line. */
const names = new Intl.ListFormat('en-US');

const picturesIn = (media: MediaNs.ItemOrFeed | undefined) =>
  (media?.contents ?? []).map((content) => ({
    url: content.url,
    bytes: content.fileSize,
    caption: content.description?.value,
  }));

function readRss(text: string): Omit<ReadFeed, 'path' | 'format' | 'text'> {
  const feed = parseRssFeed(text);
  const link = (rel: string) => feed.atom?.links?.find((one) => one.rel === rel)?.href;
  return {
    title: feed.title,
    description: feed.description,
    page: feed.link,
    self: link('self'),
    hub: link('hub'),
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      // In RSS it is HTML.
      summary: toString(fromHtml(item.description ?? '', { fragment: true })),
      url: item.link,
      html: item.content?.encoded ?? '',
      published: Date.parse(item.pubDate!),
      updated: Date.parse(item.atom!.updated!),
      byline: item.dc?.creators?.join('; '),
      categories: (item.categories ?? []).map(({ name }) => name),
      pictures: picturesIn(item.media),
    })),
  };
}

function readAtom(text: string): ReturnType<typeof readRss> {
  const feed = parseAtomFeed(text);
  const link = (rel: string) => feed.links?.find((one) => one.rel === rel)?.href;
  return {
    title: feed.title?.value,
    description: feed.subtitle?.value,
    page: link('alternate'),
    self: link('self'),
    hub: link('hub'),
    language: feed.xml?.lang,
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      summary: entry.summary?.value,
      url: entry.links?.[0]?.href,
      html: entry.content?.value ?? '',
      published: Date.parse(entry.published!),
      updated: Date.parse(entry.updated!),
      byline: names.format((entry.authors ?? []).map(({ name }) => name!)),
      categories: (entry.categories ?? []).map(({ label }) => label),
      pictures: picturesIn(entry.media),
    })),
  };
}

function readJson(text: string): ReturnType<typeof readRss> {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    description: feed.description,
    page: feed.home_page_url,
    self: feed.feed_url,
    hub: feed.hubs?.[0]?.url,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      title: item.title,
      summary: item.summary,
      url: item.url,
      html: item.content_html ?? '',
      published: Date.parse(item.date_published!),
      updated: Date.parse(item.date_modified!),
      byline: names.format((item.authors ?? []).map(({ name }) => name!)),
      categories: item.tags ?? [],
      pictures: (item.attachments ?? []).map(({ url, size_in_bytes: bytes, title: caption }) => ({
        url,
        bytes,
        caption,
      })),
    })),
  };
}

const readers = { 'feed.xml': readRss, 'atom.xml': readAtom, 'feed.json': readJson };
const formats = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;

/** Every feed of a built site. */
export function feedsOf(site: Site): ReadFeed[] {
  return [...filesOf(site)].flatMap(([path, bytes]) => {
    const name = path.split('/').at(-1) as keyof typeof readers;
    if (!Object.hasOwn(readers, name)) return [];
    const text = bytes.toString();
    return [{ path, format: formats[name], text, ...readers[name](text) }];
  });
}
