import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { filesIn } from '../files/walk.ts';
import { digest, openPrecompressedCache, type Kept } from './precompressed-cache.ts';

/** All other formats are compressed already (pictures, recordings, typefaces, the search index). */
const text = /\.(?:css|csv|html|js|json|md|mjs|svg|txt|vtt|webmanifest|xml)$/;

/** In bytes. Compressing smaller files saves hardly more than the headers of a response take. */
const worthwhile = 1000;

/**
 * The compression levels. Measured on a site of 1,000 generated stories with Node 24.21: the mean
 * compressed size of a page in bytes (25.6 kB uncompressed), and ms of CPU per page, including its share
 * of the other texts.
 *
 *     brotli 6  7,056  0.5    gzip 6  7,543  0.5    zstd  3  8,087  0.1
 *     brotli 8  7,051  0.6    gzip 9  7,532  0.5    zstd 12  7,469  0.9
 *     brotli 9  7,050  9.3                          zstd 15  7,301  1.9
 *     brotli 10 6,727  9.7                          zstd 16  7,275  2.7
 *     brotli 11 6,519 22.9                          zstd 19  7,260  5.5
 *
 * Nearly all readers fetch brotli. Level 9 clears 32 MB for every file, so level 10 costs the same; pages
 * are 5 % smaller than at level 8. Level 11 makes them another 3 % smaller for more than twice the work.
 * Up to level 19, the windows of zstd are within the 8 MB that browsers accept (RFC 9659, section 3).
 */
const settings = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } },
  gz: { level: 9 },
  zst: { params: { [constants.ZSTD_c_compressionLevel]: 15 } },
};

/** By the extension that servers look for, in the order in which they are written. */
const variants: [ending: keyof typeof settings, pack: (bytes: Buffer) => Promise<Buffer>][] = [
  ['br', (bytes) => promisify(brotliCompress)(bytes, settings.br)],
  ['gz', (bytes) => promisify(gzip)(bytes, settings.gz)],
  [
    'zst',
    // Without the length, zstd clears tables for the maximum length: 30 ms per file, and a larger result.
    (bytes) => promisify(zstdCompress)(bytes, { ...settings.zst, pledgedSrcSize: bytes.length }),
  ],
];

/** The paths of a file’s variants. */
export const variantsOf = (path: string) => variants.map(([ending]) => `${path}.${ending}`);

/**
 * The number of threads in libuv’s pool, which compresses. Fewer files would leave cores idle during one
 * file’s brotli; more would only use memory. The pool has four threads unless UV_THREADPOOL_SIZE is set.
 * That must happen before Node starts, so that a machine with more cores uses them.
 */
const filesAtOnce = Number(process.env.UV_THREADPOOL_SIZE) || 4;

/** The result of precompression. */
export interface Precompressed {
  /** The files that have all three variants, with the keys of these in the cache. */
  precompressed: Map<string, string>;
  /** The number of variants that were not in the cache. */
  made: number;
}

/**
 * Adds `.br`, `.gz` and `.zst` variants to each text file of a built site that all three make smaller,
 * for servers that send them unchanged. Correct variants are left alone, those of changed files are
 * rebuilt, and those of missing files are deleted. If the bytes of a file are the same as last time, its
 * variants are the same files as then, with the same modification time. So a server that derives ETags
 * from that time, such as nginx, answers 304 even after a new build.
 * @param cache the folder of cached variants. Those not used this time are deleted, so the cache must
 * belong to one site and be used by one command at a time.
 * @param tell receives the number of finished files
 * @param known the keys of files that have not changed since they were precompressed, and whose variants
 * exist
 * @throws {Error} if a file cannot be read or written; the variants are then complete, but some may be
 * outdated
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

  // A generator, because an error in one loop closes it for the other loops too.
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

/** Deletes all precompressed variants from a built site. */
export const removePrecompressed = (folder: string) => clear(folder, servedIn(folder), new Map());

/** Everything that affects compression; if it changes, all variants are rebuilt. */
const makers = JSON.stringify([
  settings,
  process.versions.brotli,
  process.versions.zlib,
  process.versions.zstd,
]);

/** The paths of files that a host serves: no dotfiles except `.well-known`. */
function servedIn(folder: string): Set<string> {
  return new Set(filesIn(folder).filter((path) => !/(?:^|\/)\.(?!well-known\/)/.test(path)));
}

/** The temporary name of a variant while it is copied. No host serves dotfiles. */
const unfinished = '.precompressing';

/**
 * Adds a variant to the site as a hard link, or as a copy if the cache is on another file system or the
 * path is taken.
 */
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
 * Deletes variants of files that are gone or no longer precompressed. Only a `.br` file proves that they
 * are variants, because a newsroom may offer a `.gz` file for download. So the `.br` file is written
 * first and deleted last.
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
