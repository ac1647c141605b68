import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect } from 'vitest';
import {
  editionOf,
  feedsOf,
  page,
  png,
  publication,
  story,
  storyFile,
  type Fields,
  type Files,
} from './content.ts';

/** The feeds of a content folder as texts: the site’s, or those of a list. */
export async function textsOf(
  files: Files,
  url = 'https://anh.example/',
  kind?: 'sections' | 'tags',
) {
  const edition = await editionOf({
    'publication.yaml': publication({ url }),
    'pages/about.md': page(),
    'articles/2021/03/troops/a.png': png,
    ...files,
  });
  return feedsOf(edition, kind && edition[kind][0]);
}

/** The same as feed readers see them. */
export async function feedsIn(...wanted: Parameters<typeof textsOf>) {
  const { rss, atom, json } = await textsOf(...wanted);
  return { rss: parseRssFeed(rss), atom: parseAtomFeed(atom), json: parseJsonFeed(json) };
}

/** The one story in each format. */
export async function itemsOf(fields: Fields, text?: string, files: Files = {}, url?: string) {
  const { rss, atom, json } = await feedsIn({ [storyFile]: story(fields, text), ...files }, url);
  return { rss: rss.items![0]!, atom: atom.entries![0]!, json: json.items![0]! };
}

/** With what the content of the one story begins. */
export const opening = '<p><strong>A platoon leaves Pristina.</strong></p>';

/** The text of the one story, after its standfirst. */
export async function contentOf(text: string, fields: Fields = {}, url?: string) {
  const { rss } = await itemsOf(fields, text, {}, url);
  expect(rss.content?.encoded).toMatch(opening);
  return rss.content?.encoded?.replace(opening, '');
}
