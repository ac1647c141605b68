import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { addNamed, pathOf, signature, type Files } from './files.ts';

/** What Pagefind’s program in the browser reads first. */
interface Entry {
  version: string;
  /** By ISO 639-1; there is one. */
  languages: Record<
    string,
    {
      /** The name of the list of all files. */
      hash: string;
      /** The name of the program, for a language whose endings it knows. */
      wasm: string | null;
      page_count: number;
    }
  >;
}

/** What is in an index. Files stand by their names, stories by their places in the list, from 0 on. */
export interface Contents {
  entry: Entry;
  stories: [name: string, words: number][];
  /** In the order of their words, of which only as many letters stand here as tell two parts apart. */
  parts: [from: string, to: string, name: string][];
  filters: [name: string, values: [value: string, stories: number[]][]][];
  sorts: [name: string, stories: number[]][];
  /** What is told of stories; parts of the index name it by its place in this list. */
  fields: string[];
}

/** How Pagefind writes that, with a file for each filter (its src/index/index_metadata.rs). */
export type List = [
  version: string,
  stories: Contents['stories'],
  parts: Contents['parts'],
  filters: [name: string, file: string][],
  sorts: Contents['sorts'],
  fields: Contents['fields'],
];

/**
 * Reads what is in an index that Pagefind has made.
 * @returns what is in it, and those of its files that browsers ask for, named by their bytes. The rest
 *   is ready-made pages and their styles, and what is written for all shards together (join.ts).
 */
export function readIndex(made: Files): { contents: Contents; files: Files } {
  const take = (path: string) => {
    const bytes = made.get(path);
    if (!bytes) throw new Error(`Pagefind has made no ${path}.`);
    return bytes;
  };
  const unpack = (path: string): unknown =>
    decode(gunzipSync(take(path)).subarray(signature.length));
  const files: Files = new Map();
  const rename = (kind: 'fragment' | 'index', name: string) =>
    addNamed(files, kind, take(pathOf[kind](name)));

  const entry = JSON.parse(Buffer.from(take('pagefind-entry.json')).toString()) as Entry;
  const { hash, wasm } = Object.values(entry.languages)[0]!;
  const [, stories, parts, filters, sorts, fields] = unpack(pathOf.meta(hash)) as List;
  for (const path of ['pagefind.js', pathOf.program(wasm)])
    files.set(`program/${path}`, take(path));
  const contents: Contents = {
    entry,
    stories: stories.map(([name, words]) => [rename('fragment', name), words]),
    parts: parts.map(([from, to, name]) => [from, to, rename('index', name)]),
    filters: filters.map(([, name]) => unpack(pathOf.filter(name)) as Contents['filters'][0]),
    sorts,
    fields,
  };
  return { contents, files };
}
