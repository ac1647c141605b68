import { addressesFor } from './addresses.ts';
import { languageFor } from './language.ts';
import type { Edition, Published } from './model.ts';

/** What is published, with the ways to look things up in it. */
export function withLookups(published: Published): Edition {
  const { publication, stories, contexts, sections, tags, authors, series, pages } = published;
  const byId = new Map(stories.map((story) => [story.id, story]));
  const lists = { section: sections, tag: tags, author: authors, series };
  const byKey = new Map(
    Object.values(lists).flatMap((all) => all.map((list) => [`${list.kind} ${list.key}`, list])),
  );
  const listing = (kind: keyof typeof lists, key: string) => known(byKey, `${kind} ${key}`);
  const languageOf: Edition['languageOf'] = ({ language }) =>
    languageFor(language, publication.timeZone);
  const language = languageOf(publication);
  return {
    ...published,
    addresses: addressesFor(publication.url),
    language,
    languages: [...new Set([language, ...[...stories, ...pages].map(languageOf)])],
    languageOf,
    story: (id) => known(byId, id),
    contextOf: ({ id }) => known(contexts, id),
    filed: ({ section, tags, authors, series }) => ({
      section: listing('section', section),
      tags: tags.map((key) => listing('tag', key)),
      authors: authors.map((key) => listing('author', key)),
      ...(series !== undefined && { series: listing('series', series) }),
    }),
  };
}

function known<Value>(all: Map<string, Value>, key: string): Value {
  const found = all.get(key);
  if (found === undefined) throw new Error(`The edition has no “${key}”.`);
  return found;
}
