import { normalizeWords } from '../normalize.ts';
import { partJoiner } from './search-parts.ts';

/** The number of stories for each value of each filter. */
export type Counts = Record<string, Record<string, number>>;

/** A search result. */
export interface Hit {
  url: string;
  meta: { title: string };
  filters: { section: string[]; label?: string[] };
  /** The whole text. */
  content: string;
  /** The text around matches, as HTML: `<mark>` around a word, `<` and `>` of the text escaped. */
  excerpt: string;
}

export interface Query {
  words: string;
  /** One value per filter; filters without a selection are omitted. */
  filters: Record<string, string>;
  /** Whether to sort by date, newest first, instead of relevance. */
  newest: boolean;
}

export interface Found {
  total: number;
  /** The number of results for each value of a filter, with the other filters unchanged. */
  counts: Counts;
  /** The results from one rank up to, but not including, another. */
  hits(from: number, to: number): Promise<Hit[]>;
}

/** The functions used from Pagefind’s browser program, which has no types. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<unknown>;
  search(
    words: string,
    options: { filters: Record<string, string>; sort?: Record<string, 'desc'> },
  ): Promise<{ results: { data(): Promise<Hit> }[]; filters: Counts }>;
}

const bundles = new Map<string, Promise<Pagefind>>();

/** Joiners of index parts, by the address of the index. */
const joiners = new Map<string, ReturnType<typeof partJoiner>>();

/**
 * The number of failed requests. Pagefind only logs them to the console, remembers the file as missing,
 * and continues as if no story had the words.
 */
let failures = 0;

function failed(): Error {
  failures += 1;
  bundles.clear();
  joiners.clear();
  return new Error('A part of the search could not be fetched.');
}

const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  try {
    const answer = await fetch(...request);
    if (answer.ok) return await joined(answer, String(request[0]));
  } catch {
    // Treat it like a failed request.
  }
  throw failed();
};

/** A response as Pagefind should get it: an index part merged with those of other shards. */
async function joined(answer: Response, address: string): Promise<Response> {
  const [, index, before] = /^(.*)\/(\d+)\/[^/]+\.pf_index$/.exec(address) ?? [];
  if (!index) return answer;
  const unpacked = answer.body!.pipeThrough(new DecompressionStream('gzip'));
  const part = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const join = joiners.get(index) ?? partJoiner();
  joiners.set(index, join);
  // Merged when read: Pagefind keeps the part that it reads last, so that one must be the most complete.
  answer.arrayBuffer = () => Promise.resolve(join(part, Number(before)).buffer);
  return answer;
}

/** A browser may cache a failed module request, so the address changes after a failure. */
async function open(folder: string): Promise<Pagefind> {
  const address = `${folder}pagefind.js${failures > 0 ? `?${failures}` : ''}`;
  const pagefind = (await import(/* @vite-ignore */ address).catch(() => {
    throw failed();
  })) as Pagefind;
  // A worker’s address would have to be a trusted type. Without a worker, a search takes only
  // milliseconds.
  await pagefind.options({ noWorker: true });
  return pagefind;
}

/** The language of a bundle, from the name of its folder. */
const languageIn = (folder: string): string => /([^/]*)\/$/.exec(folder)![1]!;

/**
 * Searches the stories of one language.
 * @param folder the address of its bundle, which ends with the language: `…/search/sr/`
 * @throws {Error} if a part of the bundle could not be fetched; the next call starts over
 */
export async function find(folder: string, query: Query): Promise<Found> {
  const { filters, newest } = query;
  const words = normalizeWords(query.words, languageIn(folder));
  const before = failures;
  const bundle = bundles.get(folder) ?? open(folder);
  bundles.set(folder, bundle);
  const pagefind = await bundle;
  // Pagefind counts only filters that were loaded before.
  await pagefind.filters();
  const { results, filters: counts } = await pagefind.search(words, {
    filters,
    ...(newest && { sort: { published: 'desc' } }),
  });
  for (const name of Object.keys(filters)) {
    const { [name]: _, ...others } = filters;
    counts[name] = (await pagefind.search(words, { filters: others })).filters[name] ?? {};
  }
  if (failures > before) throw failed();
  return {
    total: results.length,
    counts,
    hits: (from, to) => Promise.all(results.slice(from, to).map((result) => result.data())),
  };
}
