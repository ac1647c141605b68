import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { filesIn } from '../files/walk.ts';
import { digest, openPrecompressedCache, type Kept } from './precompressed-cache.ts';

/** The rest is compressed by its format already (pictures, recordings, typefaces, the search’s lists). */
const text = /\.(?:css|csv|html|js|json|md|mjs|svg|txt|vtt|webmanifest|xml)$/;

/** In bytes: of what is smaller, hardly more would be saved than the headers of an answer take. */
const worthwhile = 1000;

/**
 * How hard to compress. Measured on a site of 1,000 generated stories, with Node 24.21: bytes of its pages
 * (25.6 kB in the mean), and ms of CPU for each page with its share of the other texts.
 *
 *     brotli 6  7,056  0.5    gzip 6  7,543  0.5    zstd  3  8,087  0.1
 *     brotli 8  7,051  0.6    gzip 9  7,532  0.5    zstd 12  7,469  0.9
 *     brotli 9  7,050  9.3                          zstd 15  7,301  1.9
 *     brotli 10 6,727  9.7                          zstd 16  7,275  2.7
 *     brotli 11 6,519 22.9                          zstd 19  7,260  5.5
 *
 * Brotli is what nearly all readers fetch. 9 clears 32 MB for every file, so that 10 costs the same; it
 * makes pages 5 % smaller than 8 does. 11 makes them another 3 % smaller for more than twice the work. The
 * windows of zstd up to 19 are no larger than the 8 MB that browsers take (RFC 9659, section 3).
 */
const settings = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } },
  gz: { level: 9 },
  zst: { params: { [constants.ZSTD_c_compressionLevel]: 15 } },
};

/** By the ending that servers look for, in the order in which they are written. */
const variants: [ending: keyof typeof settings, pack: (bytes: Buffer) => Promise<Buffer>][] = [
  ['br', (bytes) => promisify(brotliCompress)(bytes, settings.br)],
  ['gz', (bytes) => promisify(gzip)(bytes, settings.gz)],
  [
    'zst',
    // Told nothing of the length, zstd clears tables for the longest: 30 ms for a file, which gets larger.
    (bytes) => promisify(zstdCompress)(bytes, { ...settings.zst, pledgedSrcSize: bytes.length }),
  ],
];

/** The variants of a file, by their paths. */
export const variantsOf = (path: string) => variants.map(([ending]) => `${path}.${ending}`);

/**
 * As many as threads in the pool of libuv, where the packing is done: with fewer, cores wait while one
 * file’s brotli is made; more would only fill memory. The pool has four unless UV_THREADPOOL_SIZE says
 * otherwise; a machine with more cores uses them only if that is set before Node starts.
 */
const filesAtOnce = Number(process.env.UV_THREADPOOL_SIZE) || 4;

/** What was done. */
export interface Precompressed {
  /** The files that have all three variants beside them, and the keys under which these are kept. */
  precompressed: Map<string, string>;
  /** How many variants were not kept from before. */
  made: number;
}

/**
 * Puts `.br`, `.gz` and `.zst` beside each text file of a built site that gets smaller by all of them,
 * for servers that send them as they are. What is there and right is left alone; what belongs to a file
 * that has changed is made anew, and what belongs to none is taken away. Of a file whose bytes are those
 * of the last time the variants are the same files as then, with their time of change: a server that makes
 * its ETag of that, as nginx does, answers 304 also after a new build.
 * @param cache where variants are kept from one time to the next; those not used this time are deleted, so
 * it belongs to one site, and two commands must not work in it at once
 * @param tell is told how many files are done
 * @param known the keys of files that have not changed since they were precompressed, and whose variants are there
 * @throws {Error} when a file can’t be read or written; each variant that is there then is whole, but some
 * may be of before
 */
export async function precompress(
  folder: string,
  cache: string,
  tell: (done: number) => void = () => {},
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Precompressed> {
  const there = servedIn(folder);
  const store = openPrecompressedCache(cache);
  const precompressed = new Map<string, string>();
  let [done, made] = [0, 0];

  async function variantOf(name: string, bytes: Buffer, pack: (typeof variants)[number][1]) {
    const kept = store.find(name);
    if (kept) return kept;
    made += 1;
    return store.keep(name, await pack(bytes));
  }

  async function precompressFile(path: string) {
    const before = known.get(path);
    if (before && variants.every(([ending]) => store.use(`${before}.${ending}`)))
      return void precompressed.set(path, before);
    const bytes = readFileSync(join(folder, path));
    if (bytes.length < worthwhile) return;
    const key = digest(makers, bytes);
    const three = await Promise.all(
      variants.map(async ([ending, pack]) => ({
        path: `${path}.${ending}`,
        ...(await variantOf(`${key}.${ending}`, bytes, pack)),
      })),
    );
    if (three.some((variant) => variant.bytes.length >= bytes.length)) return;
    for (const variant of three) put(variant, folder, there.has(variant.path));
    precompressed.set(path, key);
  }

  // A generator, because one loop that ends by an error ends it for the others too.
  const texts = (function* () {
    for (const path of there) if (text.test(path)) yield path;
  })();
  const precompressSome = async () => {
    for (const path of texts) {
      await precompressFile(path);
      tell((done += 1));
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, precompressSome));
  clear(folder, there, precompressed);
  store.prune();
  return { precompressed, made };
}

/** Removes all that lies precompressed beside the files of a built site. */
export const removePrecompressed = (folder: string) => clear(folder, servedIn(folder), new Map());

/** What decides how a file’s bytes are precompressed: with another, all is made anew. */
const makers = JSON.stringify([
  settings,
  process.versions.brotli,
  process.versions.zlib,
  process.versions.zstd,
]);

/** The files that a host serves, by their paths: none with a dot in front, but for `.well-known`. */
function servedIn(folder: string): Set<string> {
  return new Set(filesIn(folder).filter((path) => !/(?:^|\/)\.(?!well-known\/)/.test(path)));
}

/** A variant that is copied has this name until it is whole. No host serves a file with a dot in front. */
const unfinished = '.precompressing';

/** Puts a variant in its place: as a link, or as a copy where the cache is elsewhere or the place is taken. */
function put({ file, bytes, path }: Kept & { path: string }, folder: string, taken: boolean): void {
  const place = join(folder, path);
  if (taken && readFileSync(place).equals(bytes)) return;
  try {
    linkSync(file, place);
  } catch {
    writeFileSync(join(folder, unfinished), bytes);
    renameSync(join(folder, unfinished), place);
  }
}

/**
 * Removes variants of files that are gone or no longer precompressed. Only a `.br` tells that they are variants: a
 * `.gz` alone may be offered to readers as it is. So it is the first that is written and the last to go.
 */
function clear(
  folder: string,
  there: Set<string>,
  precompressed: ReadonlyMap<string, string>,
): void {
  rmSync(join(folder, unfinished), { force: true });
  for (const path of there) {
    const file = path.slice(0, -'.br'.length);
    if (path.endsWith('.br') && text.test(file) && !precompressed.has(file))
      for (const [ending] of variants.toReversed())
        rmSync(join(folder, `${file}.${ending}`), { force: true });
  }
}
