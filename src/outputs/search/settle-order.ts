import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** What Pagefind says of a bundle. */
interface Entry {
  languages: Record<string, Language>;
}

interface Language {
  /** Of the name of its list of all files. */
  hash: string;
  /** Of the name of its program, for a language whose endings it knows. */
  wasm: string | null;
}

/** The list of all files; of the filters, with their values. */
type Meta = [string, unknown, unknown, filters: [name: string, hash: string][], ...unknown[]];
type Filter = [name: string, values: [value: string, pages: number[]][]];

/** With this every file of a bundle begins. */
const signature = Buffer.from('pagefind_dcd');

/**
 * Puts the filters of a bundle and their values into order, where Pagefind has another in each run,
 * and names the files by what is in them then.
 * @param folder the bundle of one language
 * @returns what Pagefind says of the language
 */
export function settleOrder(folder: string): Language {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as Entry;
  const [[code, language] = []] = Object.entries(entry.languages);
  if (!code || !language) throw new Error('Pagefind has made no index.');

  const rewrite = <Content>(
    nameOf: (hash: string) => string,
    hash: string,
    settle: (content: Content) => Content,
  ) => {
    const file = join(folder, nameOf(hash));
    const content = decode(gunzipSync(readFileSync(file)).subarray(signature.length)) as Content;
    const bytes = Buffer.concat([signature, encode(settle(content))]);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    rmSync(file);
    writeFileSync(join(folder, nameOf(`${code}_${digest}`)), gzipSync(bytes, { level: 9 }));
    return `${code}_${digest}`;
  };
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
  const filterName = (hash: string) => `filter/${hash}.pf_filter`;
  language.hash = rewrite<Meta>(
    (hash) => `pagefind.${hash}.pf_meta`,
    language.hash,
    ([version, pages, chunks, filters, ...others]) => [
      version,
      pages,
      chunks,
      filters
        .map(([name, hash]): [string, string] => [
          name,
          rewrite<Filter>(filterName, hash, ([name, values]) => [name, values.sort(byName)]),
        ])
        .sort(byName),
      ...others,
    ],
  );
  writeFileSync(entryFile, JSON.stringify(entry));
  return language;
}
