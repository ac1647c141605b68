import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import type { Contents, List } from './contents.ts';
import { addNamed, signature, type Files } from './files.ts';

/** A finished shard and the number of stories in the shards before it. */
export interface MadeShard {
  before: number;
  contents: Contents;
}

/** Sorts after every word. */
const end = '\u{10ffff}';

/**
 * Joins the shards of a language into one index for Pagefind: one list of all stories, and the filters.
 * Separate searches would give different results: Pagefind drops a search term that an index lacks, and
 * weighs a term by the number of stories with it in that index.
 *
 * The story texts and the index parts stay unchanged, in one folder per shard. The folder’s name is the
 * number of earlier stories. Browsers merge the parts (src/search/browser/search-parts.ts). Whatever
 * Pagefind orders differently in each run is sorted.
 * @param shards the oldest first
 * @returns the files in addition to those of the shards
 */
export function joinShards(shards: MadeShard[]): Files {
  const files: Files = new Map();
  const add = (kind: 'filter' | 'meta', content: List | Contents['filters'][0]) =>
    addNamed(files, kind, gzipSync(Buffer.concat([signature, encode(content)]), { level: 9 }));
  const { entry, fields } = shards.at(-1)!.contents;
  if (shards.some(({ contents }) => String(contents.fields) !== String(fields)))
    throw new Error(
      'All records have to tell the same of a story in `meta`: parts name it by number.',
    );

  const filterNames = shards.flatMap(({ contents }) => contents.filters.map(([name]) => name));
  const filters = [...new Set(filterNames)].sort().map((name): List[3][0] => {
    const valuesOf = ({ filters }: Contents) => new Map(filters).get(name) ?? [];
    return [name, add('filter', [name, together(shards, valuesOf)])];
  });
  const list: List = [
    entry.version,
    shards.flatMap(({ before, contents }) =>
      contents.stories.map(([name, words]): List[1][0] => [`${before}/${name}`, words]),
    ),
    shards.flatMap(({ before, contents: { parts } }) =>
      // Each range extends to the next, so that every word selects exactly one part per shard.
      parts.map(([from, , name], at): List[2][0] => [
        at === 0 ? '' : from,
        parts[at + 1]?.[0] ?? end,
        `${before}/${name}`,
      ]),
    ),
    filters,
    together(shards, ({ sorts }) => sorts),
    fields,
  ];
  const hash = add('meta', list);
  const languages = Object.entries(entry.languages).map(([code, language]) => [
    code,
    { ...language, hash, page_count: list[1].length },
  ]);
  const joined = JSON.stringify({ ...entry, languages: Object.fromEntries(languages) });
  return files.set('pagefind-entry.json', Buffer.from(joined));
}

/** The stories of all shards, sorted by name. */
function together(
  shards: MadeShard[],
  of: (contents: Contents) => Iterable<[name: string, stories: number[]]>,
) {
  const all = new Map<string, number[]>();
  for (const { before, contents } of shards)
    for (const [name, stories] of of(contents)) {
      const known = all.get(name) ?? [];
      for (const story of stories) known.push(before + story);
      all.set(name, known);
    }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}
