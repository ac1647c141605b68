import { addressesFor } from './addresses.ts';
import { languageFor } from './language.ts';
import { listsOf } from './listing.ts';
import type { Edition, Listing, Published } from './model.ts';

/** What is published, with the ways to look things up in it. */
export function withLookups(published: Published): Edition {
  const { publication, stories, contexts, pages } = published;
  const byId = new Map(stories.map((story) => [story.id, story]));
  const byKey = new Map(listsOf(published).map((list) => [`${list.kind} ${list.key}`, list]));
  const listing = (kind: Listing['kind']) => (key: string) => known(byKey, `${kind} ${key}`);
  const languageOf: Edition['languageOf'] = ({ language }) =>
    languageFor(language, publication.timeZone);
  return {
    ...published,
    addresses: addressesFor(publication.url),
    language: languageOf(publication),
    languages: [...new Set([publication, ...stories, ...pages].map(languageOf))],
    languageOf,
    story: (id) => known(byId, id),
    contextOf: ({ id }) => known(contexts, id),
    filed: ({ section, tags, authors, series }) => ({
      section: listing('section')(section),
      tags: tags.map(listing('tag')),
      authors: authors.map(listing('author')),
      ...(series !== undefined && { series: listing('series')(series) }),
    }),
  };
}

function known<Value>(all: Map<string, Value>, key: string): Value {
  const found = all.get(key);
  if (found === undefined) throw new Error(`The edition has no “${key}”.`);
  return found;
}
