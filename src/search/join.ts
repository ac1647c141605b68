import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import type { Contents, List } from './contents.ts';
import { addNamed, signature, type Files } from './files.ts';

/** A shard that is made, and how many stories there are in those before it. */
export interface MadeShard {
  before: number;
  contents: Contents;
}

/** After this comes no word. */
const end = '\u{10ffff}';

/**
 * Makes the shards of a language one index for Pagefind: its list of all stories, and its filters.
 * Searched one by one they would find something else: Pagefind leaves out of a search a word that an
 * index has not, and rates a word by how many stories of an index have it.
 *
 * The texts of stories and the parts of the index stay as they are, those of each shard in a folder
 * that is called for how many stories come before; browsers put the parts together
 * (src/search/browser/search-parts.ts). What Pagefind has in another order in each run is put in order.
 * @param shards the oldest first
 * @returns what stands beside the files of the shards
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
      // Each up to the next, so that for any word one of each shard is asked for.
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

/** The stories of all shards by name, in the order of the names. */
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
