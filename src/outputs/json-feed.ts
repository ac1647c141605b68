import { generateJsonFeed } from 'feedsmith';
import type { Feed } from './feed.ts';
import { mediaOf } from './media.ts';

/** Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): full text. */
export function jsonFeed(feed: Feed): string {
  const written = generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    favicon: feed.icon,
    language: feed.language,
    ...(feed.hub !== undefined && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.page,
      title: entry.title,
      ...(entry.language && { language: entry.language }),
      summary: entry.summary,
      content_html: entry.html,
      date_published: new Date(entry.published.at),
      date_modified: new Date(entry.updated.at),
      authors: entry.authors.map(({ name, page }) => ({ name, url: page })),
      tags: entry.categories.map(({ name }) => name),
      ...(entry.pictures[0] && { image: entry.pictures[0].url }),
      attachments: mediaOf(entry).map(({ url, type, description, fileSize }) => ({
        url,
        mime_type: type,
        title: description.value,
        size_in_bytes: fileSize,
      })),
    })),
  });
  // feedsmith omits empty fields, so a feed without stories would lack the required list.
  return JSON.stringify({
    ...(written as object),
    ...(feed.entries.length === 0 && { items: [] }),
  });
}
