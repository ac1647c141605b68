import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** What Pagefind says of a bundle. */
interface Entry {
  languages: Record<
    string,
    {
      /** Of the name of its list of all files. */
      hash: string;
      /** Of the name of its program, for a language whose endings it knows. */
      wasm: string | null;
    }
  >;
}

/** The list of all files; of the filters, by their names. */
type Meta = [
  version: string,
  stories: unknown,
  chunks: unknown,
  filters: [name: string, hash: string][],
  ...others: unknown[],
];

type Filter = [name: string, values: [value: string, stories: number[]][]];

/** With this every file of a bundle begins. */
const signature = Buffer.from('pagefind_dcd');

/** Of what Pagefind makes, what a browser asks for; the rest is ready-made pages and their styles. */
const wanted = /^(?:pagefind\.js|(?:fragment|index)\/.*)$/;

/**
 * The files of a bundle that are needed, with its filters and their values in order, where Pagefind has
 * another in each run, and named by what is in them then.
 * @param files of one language, by path
 */
export function settleOrder(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const settled = new Map([...files].filter(([path]) => wanted.test(path)));
  const take = (path: string) => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`Pagefind has made no ${path}.`);
    return bytes;
  };
  const entry = JSON.parse(Buffer.from(take('pagefind-entry.json')).toString()) as Entry;
  for (const [code, language] of Object.entries(entry.languages)) {
    /** @returns what the file is named by now */
    const rewrite = <Content>(
      nameOf: (hash: string) => string,
      hash: string,
      settle: (content: Content) => Content,
    ) => {
      const data = gunzipSync(take(nameOf(hash))).subarray(signature.length);
      const bytes = Buffer.concat([signature, encode(settle(decode(data) as Content))]);
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
      settled.set(nameOf(`${code}_${digest}`), gzipSync(bytes, { level: 9 }));
      return `${code}_${digest}`;
    };
    const filterHash = (hash: string) =>
      rewrite<Filter>(
        (hash) => `filter/${hash}.pf_filter`,
        hash,
        ([name, values]) => [name, values.sort(byName)],
      );
    language.hash = rewrite<Meta>(
      (hash) => `pagefind.${hash}.pf_meta`,
      language.hash,
      ([version, stories, chunks, filters, ...others]) => {
        const named = filters.map(([name, hash]): [string, string] => [name, filterHash(hash)]);
        return [version, stories, chunks, named.sort(byName), ...others];
      },
    );
    const program = `wasm.${language.wasm ?? 'unknown'}.pagefind`;
    settled.set(program, take(program));
  }
  return settled.set('pagefind-entry.json', Buffer.from(JSON.stringify(entry)));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
