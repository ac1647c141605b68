import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { addNamed, pathOf, signature, type Files } from './files.ts';

/** The entry file, which Pagefind’s browser program reads first. */
interface Entry {
  version: string;
  /** By ISO 639-1; there is exactly one. */
  languages: Record<
    string,
    {
      /** The name of the file that lists all others. */
      hash: string;
      /** The name of the program, for a language with stemming. */
      wasm: string | null;
      page_count: number;
    }
  >;
}

/**
 * The contents of an index. Files are identified by their names, stories by their positions in the list,
 * from 0.
 */
export interface Contents {
  entry: Entry;
  stories: [name: string, words: number][];
  /**
   * Sorted by word. `from` and `to` contain only as many letters as needed to distinguish neighboring
   * parts.
   */
  parts: [from: string, to: string, name: string][];
  filters: [name: string, values: [value: string, stories: number[]][]][];
  sorts: [name: string, stories: number[]][];
  /** The names of metadata fields; parts of the index refer to them by position. */
  fields: string[];
}

/** The same in Pagefind’s own format, with one file for each filter (its src/index/index_metadata.rs). */
export type List = [
  version: string,
  stories: Contents['stories'],
  parts: Contents['parts'],
  filters: [name: string, file: string][],
  sorts: Contents['sorts'],
  fields: Contents['fields'],
];

/**
 * Reads an index that Pagefind created.
 * @returns its contents, and the files that browsers fetch, with digests as names. The rest is ready-made
 * pages with styles, and files that are written for all shards together (join.ts).
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
