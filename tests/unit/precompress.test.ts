import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { precompress as packAll, removePrecompressed } from '../../src/hosting/precompress.ts';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, linkSync: vi.fn<typeof fs.linkSync>(fs.linkSync) };
});

const root = mkdtempSync(join(tmpdir(), 'newsroom-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Packs a folder; tells how many files have variants, and how many variants were made. */
async function precompress(...given: Parameters<typeof packAll>) {
  const { precompressed, made } = await packAll(...given);
  return { files: precompressed.size, made };
}

const unpack = { br: brotliDecompressSync, gz: gunzipSync, zst: zstdDecompressSync };
const endings = Object.keys(unpack) as (keyof typeof unpack)[];

/** A text of as many bytes, which gets smaller by packing. */
const words = (bytes: number, what = 'a') =>
  Array.from({ length: bytes }, (_, at) => `${what} ${at}, `)
    .join('')
    .slice(0, bytes);
/** What looks like chance, and so gets larger by packing. */
const noise = (bytes: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(bytes / 32) }, (_, at) =>
      createHash('sha256').update(`${at}`).digest(),
    ),
  ).subarray(0, bytes);

let [folder, cache] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(join(root, 'site-'));
  cache = join(mkdtempSync(join(root, 'cache-')), 'packed');
});

function write(files: Record<string, string | Buffer>, into = folder) {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
}

const listed = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(place.length + 1))
    .sort();
const formsIn = (place = folder) => listed(place).filter((path) => /\.(?:br|gz|zst)$/.test(path));
const threeOf = (...paths: string[]) =>
  paths.flatMap((path) => endings.map((ending) => `${path}.${ending}`)).sort();
/** The one that is kept of a form, when there is one with its ending. */
const keptAs = (ending: string) =>
  join(
    cache,
    listed(cache).find((path) => path.includes(`.${ending}.`))!,
  );

/** Expects that all variants of a folder say what the files say to which they belong. */
function expectWhole(place = folder) {
  for (const path of formsIn(place)) {
    const ending = endings.find((one) => path.endsWith(one))!;
    const source = readFileSync(join(place, path.slice(0, -ending.length - 1)));
    expect(unpack[ending](readFileSync(join(place, path))).equals(source), path).toBe(true);
  }
}

describe('which files', () => {
  const text = 'css csv html js json md mjs svg txt vtt webmanifest xml'.split(' ');

  it.each(text)('packs a text that ends in .%s', async (ending) => {
    write({ [`a/b.${ending}`]: words(1000) });
    expect(await precompress(folder, cache)).toEqual({ files: 1, made: 3 });
    expect(formsIn()).toEqual(threeOf(`a/b.${ending}`));
    expectWhole();
  });

  const other =
    'png jpg avif webp gif ico woff2 mp3 mp4 pdf zip gz br zst pf_meta pf_index pf_fragment pagefind';

  it.each(other.split(' '))('does not pack .%s', async (ending) => {
    write({ [`a.${ending}`]: words(2000) });
    expect(await precompress(folder, cache)).toEqual({ files: 0, made: 0 });
    expect(listed(folder)).toEqual([`a.${ending}`]);
  });

  it('packs none below 1,000 bytes, and none that gets no smaller', async () => {
    write({ 'small.html': words(999), 'noise.txt': noise(4000), 'empty.txt': '' });
    await precompress(folder, cache);
    expect(formsIn()).toEqual([]);
    expect(await precompress(folder, cache)).toEqual({ files: 0, made: 0 });
  });

  it('packs of what hosts do not serve only .well-known', async () => {
    const paths = ['.host/a.json', 'b/.hidden/c.txt', '.secret.txt', '.well-known/d.txt'];
    write(Object.fromEntries(paths.map((path) => [path, words(2000)])));
    await precompress(folder, cache);
    expect(formsIn()).toEqual(threeOf('.well-known/d.txt'));
  });
});

it('what is precompressed comes back, whatever its letters and length', async () => {
  write({
    'index.html': words(40_000, 'Приштина'),
    'feed.xml': words(300_000, 'ar ٢٠٢١'),
    'mixed.json': Buffer.concat([noise(100_000), Buffer.from(words(200_000, 'x'))]),
  });
  expect(await precompress(folder, cache)).toEqual({ files: 3, made: 9 });
  expect(formsIn()).toEqual(threeOf('index.html', 'feed.xml', 'mixed.json'));
  expectWhole();
});

it('tells how many files are done', async () => {
  write({ 'a.html': words(2000), 'b.html': words(10), 'c.png': noise(2000), 'd.md': words(3000) });
  const told: number[] = [];
  await precompress(folder, cache, (done) => told.push(done));
  expect(told).toEqual([1, 2, 3]);
});

it('the same bytes are precompressed to the same bytes', async () => {
  const other = mkdtempSync(join(root, 'site-'));
  for (const place of [folder, other]) {
    write({ 'a.html': words(50_000), 'b.xml': words(5000) }, place);
    await precompress(place, mkdtempSync(join(root, 'cache-')));
  }
  for (const path of listed(folder))
    expect(readFileSync(join(other, path)).equals(readFileSync(join(folder, path)))).toBe(true);
});

describe('what is kept', () => {
  it('is used in the next build, as the same files with their times', async () => {
    write({ 'a.html': words(2000), 'b.html': words(3000) });
    await precompress(folder, cache);
    const next = mkdtempSync(join(root, 'site-'));
    write({ 'elsewhere/a.html': words(2000), 'b.html': words(3000, 'new') }, next);
    expect(await precompress(next, cache)).toEqual({ files: 2, made: 3 });
    expectWhole(next);
    for (const ending of endings) {
      const [before, after] = [join(folder, 'a.html'), join(next, 'elsewhere/a.html')].map((path) =>
        statSync(`${path}.${ending}`),
      );
      expect(after!.ino).toBe(before!.ino);
      expect(after!.mtimeMs).toBe(before!.mtimeMs);
    }
  });

  it('is only what was used the last time', async () => {
    write({ 'a.html': words(2000), 'b.html': words(3000) });
    await precompress(folder, cache);
    expect(listed(cache)).toHaveLength(6);
    rmSync(join(folder, 'b.html'));
    await precompress(folder, cache);
    expect(listed(cache)).toHaveLength(3);
  });

  it('stays for files that are known, and is made again when it is gone', async () => {
    write({ 'a.html': words(2000) });
    const { precompressed } = await packAll(folder, cache);
    const known = () => precompress(folder, cache, undefined, precompressed);
    expect(await known()).toEqual({ files: 1, made: 0 });
    expect(listed(cache)).toHaveLength(3);
    rmSync(keptAs('gz'));
    expect(await known()).toEqual({ files: 1, made: 1 });
    rmSync(cache, { recursive: true });
    expect(await known()).toEqual({ files: 1, made: 3 });
    expect(listed(cache)).toHaveLength(3);
    expectWhole();
  });

  it('serves files that are alike', async () => {
    write(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.html`, words(2000)])));
    const { files, made } = await precompress(folder, cache);
    expect(files).toBe(20);
    expect(made).toBeLessThan(60);
    expect(listed(cache)).toHaveLength(3);
    expectWhole();
  });

  it('is made again when it would be made in another way', async () => {
    write({ 'a.html': words(2000) });
    await precompress(folder, cache);
    vi.resetModules();
    vi.doMock('node:zlib', async (original) => {
      const zlib = await original<typeof import('node:zlib')>();
      const { BROTLI_PARAM_LGWIN } = zlib.constants;
      return {
        ...zlib,
        constants: { ...zlib.constants, BROTLI_PARAM_QUALITY: BROTLI_PARAM_LGWIN },
      };
    });
    onTestFinished(() => vi.doUnmock('node:zlib'));
    const { precompress: packOtherwise } = await import('../../src/hosting/precompress.ts');
    expect(await packOtherwise(folder, cache)).toMatchObject({ made: 3 });
    expectWhole();
  });

  const damages: [string, (file: string) => void][] = [
    ['cut off', (file) => truncateSync(file, 50)],
    ['emptied', (file) => truncateSync(file, 0)],
    ['overwritten', (file) => writeFileSync(file, noise(statSync(file).size))],
    ['deleted', (file) => rmSync(file)],
  ];

  it.each(damages)('is made again when it was %s', async (_, damage) => {
    write({ 'a.html': words(2000) });
    await precompress(folder, cache);
    for (const ending of endings) {
      damage(keptAs(ending));
      const next = mkdtempSync(join(root, 'site-'));
      write({ 'a.html': words(2000) }, next);
      expect(await precompress(next, cache)).toEqual({ files: 1, made: 1 });
      expect(formsIn(next)).toEqual(threeOf('a.html'));
      expectWhole(next);
      // The folder that was precompressed before, whose file it also was, is mended too.
      await precompress(folder, cache);
      expectWhole();
    }
    expect(listed(cache)).toHaveLength(3);
  });
});

describe('a folder that was precompressed before', () => {
  const files = { 'index.html': words(2000), 'a/index.html': words(9000), 'a.md': words(999) };
  const states = () =>
    listed(folder).map((path) => {
      const { ino, ctimeMs } = statSync(join(folder, path));
      return [path, ino, ctimeMs];
    });

  it('stays as it is', async () => {
    write(files);
    await precompress(folder, cache);
    const before = states();
    expect(await precompress(folder, cache)).toEqual({ files: 2, made: 0 });
    expect(states()).toEqual(before);
  });

  it('stays as it is when nothing is kept any more', async () => {
    write(files);
    await precompress(folder, cache);
    rmSync(cache, { recursive: true });
    const before = states();
    expect(await precompress(folder, cache)).toEqual({ files: 2, made: 6 });
    expect(states()).toEqual(before);
  });

  it('gets new variants of what has changed', async () => {
    write(files);
    await precompress(folder, cache);
    write({ 'index.html': words(2000, 'b') });
    expect(await precompress(folder, cache)).toEqual({ files: 2, made: 3 });
    expect(formsIn()).toEqual(threeOf('index.html', 'a/index.html'));
    expectWhole();
  });

  it('loses the variants of what is gone, or small, or noise now', async () => {
    write({ ...files, 'b.xml': words(2000), 'c.txt': words(2000) });
    await precompress(folder, cache);
    rmSync(join(folder, 'index.html'));
    write({ 'a/index.html': words(10), 'b.xml': noise(2000) });
    await precompress(folder, cache);
    expect(listed(folder)).toEqual(
      ['a.md', 'a/index.html', 'b.xml', 'c.txt', ...threeOf('c.txt')].sort(),
    );
  });

  it('loses all variants for a host that has no use for them, and nothing else', async () => {
    write({ 'index.html': words(2000), 'archive.csv.gz': noise(2000) });
    const before = listed(folder);
    await precompress(folder, cache);
    expect(formsIn()).toEqual(['archive.csv.gz', ...threeOf('index.html')].sort());
    removePrecompressed(folder);
    expect(listed(folder)).toEqual(before);
  });

  it('keeps what is offered precompressed, and has right variants of what is offered in both ways', async () => {
    write({ 'data.json.gz': noise(2000), 'notes.txt.zst': 'z', 'sounds.br': 'b' });
    write({ 'table.csv': words(2000), 'table.csv.gz': 'not the same table' });
    await precompress(folder, cache);
    expect(formsIn()).toEqual(
      ['data.json.gz', 'notes.txt.zst', 'sounds.br', ...threeOf('table.csv')].sort(),
    );
    expect(gunzipSync(readFileSync(join(folder, 'table.csv.gz'))).toString()).toBe(words(2000));
  });
});

describe('nothing is left half', () => {
  it('where no link can be made, variants are copied whole', async () => {
    onTestFinished(() => void vi.mocked(linkSync).mockReset());
    vi.mocked(linkSync).mockImplementation(() => {
      throw new Error('EXDEV: cross-device link not permitted');
    });
    write({ 'a.html': words(2000), 'b/c.xml': words(3000), '.precompressing': 'half' });
    expect(await precompress(folder, cache)).toEqual({ files: 2, made: 6 });
    expect(listed(folder)).toEqual(['a.html', 'b/c.xml', ...threeOf('a.html', 'b/c.xml')].sort());
    expectWhole();
    expect(await precompress(folder, cache)).toEqual({ files: 2, made: 0 });
    write({ '.precompressing': 'half' });
    await precompress(folder, cache);
    expect(existsSync(join(folder, '.precompressing'))).toBe(false);
  });

  it('an error ends it, and the next time all is done', async () => {
    const pages = Array.from({ length: 50 }, (_, at) => [`${at}.html`, words(2000, `${at}`)]);
    write(Object.fromEntries(pages));
    const [first] = readdirSync(folder);
    mkdirSync(join(folder, `${first}.br`));
    let last = 0;
    await expect(precompress(folder, cache, (done) => (last = done))).rejects.toThrow(
      `${first}.br`,
    );
    const then = last;
    // Time enough to go on, however fast the machine is: as many files elsewhere are done.
    const elsewhere = mkdtempSync(join(root, 'site-'));
    write(Object.fromEntries(pages), elsewhere);
    await precompress(elsewhere, join(mkdtempSync(join(root, 'cache-')), 'packed'));
    // Those that were begun are ended.
    expect(last).toBeLessThan(then + 4);
    expectWhole();
    rmSync(join(folder, `${first}.br`), { recursive: true });
    expect((await precompress(folder, cache)).files).toBe(50);
    expectWhole();
  });

  it('a .br stays until its .gz and .zst are gone, as it tells what they are', async () => {
    write({ 'a.html.br': 'b', 'a.html.zst': 'z' });
    mkdirSync(join(folder, 'a.html.gz'));
    await expect(precompress(folder, cache)).rejects.toThrow('a.html.gz');
    expect(existsSync(join(folder, 'a.html.br'))).toBe(true);
  });

  it('a cache that is deleted meanwhile is filled again', async () => {
    const pages = Array.from({ length: 20 }, (_, at) => [`${at}.html`, words(2000, `${at}`)]);
    write(Object.fromEntries(pages));
    await precompress(folder, cache);
    const next = mkdtempSync(join(root, 'site-'));
    write(Object.fromEntries(pages), next);
    const { files, made } = await precompress(next, cache, (done) => {
      if (done === 5) rmSync(cache, { recursive: true });
    });
    expect(files).toBe(20);
    expect(made).toBeGreaterThan(0);
    expect(formsIn(next)).toHaveLength(60);
    expectWhole(next);
  });

  it('a process that is killed leaves whole variants, and no others in the cache after the next', async () => {
    const pages = Array.from({ length: 100 }, (_, at) => [`${at}.html`, words(9000, `${at}`)]);
    write(Object.fromEntries(pages));
    const code = `import { precompress, removePrecompressed } from './src/hosting/precompress.ts';
      await precompress(process.argv[1], process.argv[2], (done) => done === 20 && console.log(done));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder, cache]);
    child.stdout.once('data', () => child.kill('SIGKILL'));
    const [, signal] = await new Promise<unknown[]>((resolve) =>
      child.once('exit', (...how) => resolve(how)),
    );
    expect(signal).toBe('SIGKILL');
    expect(formsIn().length).toBeGreaterThan(0);
    expect(formsIn().length).toBeLessThan(300);
    expectWhole();
    write({ 'ab/ab.br.0123.77': 'half' }, cache);
    const { files, made } = await precompress(folder, cache);
    expect(files).toBe(100);
    expect(made).toBeLessThan(300);
    expectWhole();
    expect(listed(cache)).toHaveLength(300);
  });
});
