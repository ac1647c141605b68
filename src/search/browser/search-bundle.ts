import { normalizeWords } from '../normalize.ts';
import { partJoiner } from './search-parts.ts';

/** How many stories each value of each filter has, by the names of both. */
export type Counts = Record<string, Record<string, number>>;

/** A story that was found. */
export interface Hit {
  url: string;
  meta: { title: string };
  filters: { section: string[]; label?: string[] };
  /** All of its words. */
  content: string;
  /** Those around what was found, as HTML: `<mark>` around a word, `<` and `>` of the text escaped. */
  excerpt: string;
}

export interface Query {
  words: string;
  /** One value of a filter, by its name; filters without a choice are left out. */
  filters: Record<string, string>;
  /** Whether the newest stories come first, and not the best matches. */
  newest: boolean;
}

export interface Found {
  total: number;
  /** What each choice of a filter would find, the other choices being as they are. */
  counts: Counts;
  /** The stories from one rank to before another. */
  hits(from: number, to: number): Promise<Hit[]>;
}

/** What is asked of Pagefind in the browser, for which it brings no types. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<unknown>;
  search(
    words: string,
    options: { filters: Record<string, string>; sort?: Record<string, 'desc'> },
  ): Promise<{ results: { data(): Promise<Hit> }[]; filters: Counts }>;
}

const bundles = new Map<string, Promise<Pagefind>>();

/** What puts together the parts of an index, by its address. */
const joiners = new Map<string, ReturnType<typeof partJoiner>>();

/**
 * Requests that failed. Pagefind only complains of them in the console, keeps what is missing as
 * missing, and goes on as if no story had the words.
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
    // As good as no answer.
  }
  throw failed();
};

/** An answer as Pagefind is to have it: a part of the index goes together with those of other shards. */
async function joined(answer: Response, address: string): Promise<Response> {
  const [, index, before] = /^(.*)\/(\d+)\/[^/]+\.pf_index$/.exec(address) ?? [];
  if (!index) return answer;
  const unpacked = answer.body!.pipeThrough(new DecompressionStream('gzip'));
  const part = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const join = joiners.get(index) ?? partJoiner();
  joiners.set(index, join);
  // Joined when it is taken: what is taken last, which has most, is to be the last that Pagefind reads.
  answer.arrayBuffer = () => Promise.resolve(join(part, Number(before)).buffer);
  return answer;
}

/** A browser may keep that a module could not be fetched, so after a failure it has another address. */
async function open(folder: string): Promise<Pagefind> {
  const address = `${folder}pagefind.js${failures > 0 ? `?${failures}` : ''}`;
  const pagefind = (await import(/* @vite-ignore */ address).catch(() => {
    throw failed();
  })) as Pagefind;
  // A worker’s address would have to be a trusted type; to search takes milliseconds anyway.
  await pagefind.options({ noWorker: true });
  return pagefind;
}

/** The language of a bundle, after which its folder is called. */
const languageIn = (folder: string): string => /([^/]*)\/$/.exec(folder)![1]!;

/**
 * Searches the stories of one language.
 * @param folder the address of its bundle, which ends with the language: `…/search/sr/`
 * @throws {Error} when a part of the bundle could not be fetched; the next try begins anew
 */
export async function find(folder: string, query: Query): Promise<Found> {
  const { filters, newest } = query;
  const words = normalizeWords(query.words, languageIn(folder));
  const before = failures;
  const bundle = bundles.get(folder) ?? open(folder);
  bundles.set(folder, bundle);
  const pagefind = await bundle;
  // Only filters that were asked for before are counted.
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
