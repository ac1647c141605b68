import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { digestOf } from '../../src/files/digest.ts';
import { linkFiles } from '../../src/files/link.ts';
import { signatureOf } from '../../src/files/signature.ts';
import type { PageFacts } from '../../src/hosting/page-reader.ts';
import {
  readBuildManifest,
  writeBuildManifest,
  type HostFacts,
} from '../../src/build/build-manifest.ts';
import { corrupt, lastBuildManifest, outputCache } from '../../src/build/output-cache.ts';
import { planBuild } from '../../src/build/incremental.ts';
import { pageInputs } from '../../src/build/page-inputs.ts';
import { assetReferences } from '../../src/hosting/asset-references.ts';
import { makeStory } from '../generate.ts';
import { editionOf, idOf, png, publication, story, storyFile, type Files } from './content.ts';

const root = mkdtempSync(join(tmpdir(), 'planned-'));
afterAll(() => rmSync(root, { recursive: true }));

const other = 'articles/2021/03/other/index.md';
const contentOf = (headline = 'Another story') => ({
  [other]: story({ id: idOf(2), headline, tags: '[ksf]', published: '2021-03-10' }),
});
const page = '2021/03/09/troops/index.html';
const text = '2021/03/09/troops/index.md';
const path = '/2021/03/09/troops/';
const picture = '_astro/a.Bc1_d.webp';
const card = 'cards/1.png';
const shows = `<meta content="https://anh.example/${card}"><img src="/${picture}">`;

let edition: Edition;
let site: string;
const kept = (name: string) => join(process.env.CACHE!, 'output', name);
const write = (folder: string, name: string, bytes: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
};

const nothingFound: HostFacts = { found: new Map(), assets: new Map(), precompressed: new Map() };

const plan = (of: Edition) => planBuild(of, corrupt());

/** Builds a site as far as it matters here: what stands is laid, the rest written. */
function build(of: Edition, sayings: Record<string, string> = {}) {
  site = mkdtempSync(join(root, 'site-'));
  const planned = plan(of);
  linkFiles(planned.reused, outputCache(), site);
  for (const [path, { files }] of pageInputs(of, '', () => ''))
    if (!planned.unchanged.has(path))
      for (const name of files) write(site, name, sayings[name] ?? `${name}, made`);
  for (const name of [picture, card]) write(site, name, 'a picture');
  planned.keep(site, nothingFound);
  return planned;
}

beforeEach(async () => {
  process.env.CACHE = mkdtempSync(join(root, 'cache-'));
  edition = await editionOf(contentOf());
  build(edition, { [page]: shows });
});

describe('what stands', () => {
  it('is nothing at first', () => {
    process.env.CACHE = join(root, 'nowhere');
    const { unchanged, reason, toRender } = plan(edition);
    expect(unchanged.size).toBe(0);
    expect(reason).toBe('first build');
    expect(toRender.size).toBe(2);
  });

  it('is everything where nothing changed, with the pictures that it shows', () => {
    const before = site;
    const { stale, reason } = build(edition);
    expect([stale, reason]).toEqual([[], undefined]);
    for (const name of [page, text, picture, card, 'feed.xml'])
      expect(statSync(join(site, name)).ino).toBe(statSync(join(before, name)).ino);
  });

  it('is what the change does not touch, and the stories that are toRender are the others', async () => {
    const changed = await editionOf({
      ...contentOf(),
      [storyFile]: story({}, 'Another text.'),
    });
    const { unchanged, toRender, reason } = plan(changed);
    expect(reason).toMatch(/^\d+ changed$/);
    expect(unchanged).not.toContain(path);
    expect(unchanged).toContain('/2021/03/10/other/');
    expect([...toRender].map((id) => changed.story(id).address)).toContain(path);
  });

  it.each<[string, string, (file: string) => void]>([
    ['whose page is cut short', page, (file) => writeFileSync(file, 'x')],
    [
      'whose page has other bytes of the same length',
      page,
      (file) => {
        const bytes = readFileSync(file);
        rmSync(file);
        writeFileSync(file, bytes.fill(120));
        utimesSync(file, 1, 1);
      },
    ],
    ['whose text is missing', text, (file) => rmSync(file)],
    ['whose picture is missing', picture, (file) => rmSync(file)],
    [
      'whose picture was changed in place, in the site',
      picture,
      () => writeFileSync(join(site, picture), 'another picture'),
    ],
  ])('is not a story %s', (_, name, damage) => {
    damage(kept(name));
    const { stale, reason } = plan(edition);
    expect([stale, reason]).toEqual([[path], '1 corrupt in the cache']);
  });

  it('is not a story whose picture changed since the record told of it', async () => {
    const illustrated = await editionOf({
      ...contentOf(),
      [storyFile]: story({}, "![Soldiers](a.png 'In Pristina. (AP)')"),
      'articles/2021/03/troops/a.png': png,
    });
    build(illustrated);
    const file = illustrated.stories.flatMap(({ text: { file, pictures } }) =>
      pictures.map(({ path }) => join(dirname(file), path)),
    )[0]!;
    // As a build has it that comes more than two seconds after the picture.
    const record = lastBuildManifest();
    record.digests.set(file, { signature: signatureOf(file)!.text, digest: digestOf([file]) });
    writeBuildManifest(kept('record'), record);
    expect(plan(illustrated).stale).toEqual([]);
    writeFileSync(file, 'another picture');
    expect(plan(illustrated).stale).toContain(path);
  });

  it('is not a page that names a picture which was never there', () => {
    process.env.CACHE = mkdtempSync(join(root, 'cache-'));
    build(edition, { [page]: '<img src="/_astro/missing.webp">' });
    expect(plan(edition).unchanged).not.toContain(path);
  });

  it.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, -10)],
    ['of another version', (text) => text.replace(/^\d+/, '0')],
    ['no record', () => '{}'],
    ['empty', () => ''],
    ['another build’s in part', (text) => text.replace('feed.xml', 'feeds.xml')],
  ])('is nothing when the record is %s', (_, damage) => {
    writeFileSync(kept('record'), damage(readFileSync(kept('record'), 'utf8')));
    expect(plan(edition).unchanged.size).toBe(0);
  });

  it('is nothing, and says why, when every page shows something else', async () => {
    const changed = await editionOf({
      ...contentOf(),
      'publication.yaml': publication({ name: 'BNH' }),
    });
    const { unchanged, reason } = plan(changed);
    expect([unchanged.size, reason]).toEqual([0, 'site-wide content changed']);
  });

  it('is what the record tells when a build ends before it wrote its own', async () => {
    const changed = await editionOf({ ...contentOf(), [storyFile]: story({}, 'Other words.') });
    const planned = plan(changed);
    const half = mkdtempSync(join(root, 'half-'));
    linkFiles(planned.reused, outputCache(), half);
    write(half, page, 'of the build that ended');
    expect(() => planned.keep(half, nothingFound)).toThrow('ENOENT');
    expect(plan(edition).stale).toEqual([path]);
  });

  it('has what its host must know of it, and the keys of its compressed forms', () => {
    const alike = { styles: ['a'], scripts: [] };
    const found = new Map<string, PageFacts>([
      [page, alike],
      ['2021/03/10/other/index.html', { ...alike }],
      ['military/index.html', { styles: [], scripts: ['b'] }],
    ]);
    const precompressed = new Map([[text, 'key']]);
    process.env.CACHE = mkdtempSync(join(root, 'cache-'));
    for (const ending of ['br', 'gz', 'zst']) write(site, `${text}.${ending}`, 'packed');
    plan(edition).keep(site, { found, assets: new Map(), precompressed });
    expect(plan(edition).known).toEqual({ found, precompressed });
  });

  it('has the files that were found when it was read, and no others that are in its text', async () => {
    const changed = await editionOf({ ...contentOf(), [storyFile]: story({}, 'Other words.') });
    const found = { ...nothingFound, assets: new Map([[page, [card]]]) };
    const planned = plan(changed);
    linkFiles(planned.reused, outputCache(), site);
    for (const [path, { files }] of pageInputs(changed, '', () => ''))
      if (!planned.unchanged.has(path)) for (const name of files) write(site, name, shows);
    planned.keep(site, found);
    const { files } = readBuildManifest(kept('record'));
    expect(files.get(page)!.assets).toEqual([card]);
    expect(files.get(text)!.assets).toEqual([card, picture]);
  });

  it('is kept as long as it is shown', async () => {
    build(await editionOf({ [storyFile]: undefined, ...contentOf() }));
    expect(statSync(kept(page), { throwIfNoEntry: false })).toBeUndefined();
    expect(statSync(kept(picture), { throwIfNoEntry: false })).toBeUndefined();
    expect(statSync(kept(card), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('one more story', () => {
  /** A content folder with some stories, ten a day. */
  const many = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at): [string, string] => {
        const { path, text } = makeStory(at + 1);
        const known = text.replace(/^(section|tags): .*$/gm, '$1: [kosovo]');
        return [`${path}/index.md`, known.replace('section: [kosovo]', 'section: military')];
      }),
    );

  /** What has to be made for one more story than there are, and what Astro is given for it. */
  async function costOf(count: number) {
    process.env.CACHE = mkdtempSync(join(root, 'cache-'));
    build(await editionOf(many(count)));
    const { stale, toRender } = plan(await editionOf(many(count + 1)));
    const record = statSync(kept('record')).size;
    return { stale: stale.length, toRender: toRender.size, bytes: record / count };
  }

  it('costs as much in a long archive as in a short one', async () => {
    // Both on the same day of a month: its stories share a sitemap.
    const [short, long] = [await costOf(204), await costOf(514)];
    expect(short.stale).toBeGreaterThan(10);
    expect(short.stale).toBeLessThan(60);
    // A page of a list more or less, as numbers happen to fall.
    expect(Math.abs(long.stale - short.stale)).toBeLessThan(8);
    expect(Math.abs(long.toRender - short.toRender)).toBeLessThan(60);
    // What is kept of the build grows as the archive does.
    expect(long.bytes / short.bytes).toBeLessThan(1.1);
  });
});

describe('the files that a text uses', () => {
  const { inText } = assetReferences('https://anh.example/news/');

  it.each([
    ['an attribute', '<img src="/news/_astro/a.B_-1.webp">', ['_astro/a.B_-1.webp']],
    [
      'a srcset',
      'srcset="/news/_astro/a.1.avif 480w, /news/_astro/a.2.avif 720w"',
      ['_astro/a.1.avif', '_astro/a.2.avif'],
    ],
    ['a whole address', '{"url":"https://anh.example/news/_astro/a.jpg"}', ['_astro/a.jpg']],
    [
      'HTML in XML',
      '&lt;img src=&quot;https://anh.example/news/_astro/a&amp;amp;b.jpg&quot;&gt;',
      ['_astro/a&b.jpg'],
    ],
    [
      'HTML in XML, otherwise',
      '&#x3C;img src=&#x22;https://anh.example/news/_astro/a.jpg&#x22;>',
      ['_astro/a.jpg'],
    ],
    ['HTML in JSON', '"<img src=\\"https://anh.example/news/_astro/a.jpg\\">"', ['_astro/a.jpg']],
    ['Markdown', '![A](https://anh.example/news/_astro/a.jpg)', ['_astro/a.jpg']],
    ['letters in percent', 'src="/news/media/1-%C3%A9%20a.mp3"', ['media/1-é a.mp3']],
    ['the same twice', 'src="/news/_astro/a.jpg" href="/news/_astro/a.jpg"', ['_astro/a.jpg']],
    ['a font', 'url("/news/_astro/fonts/a.woff2")', []],
    ['a card', 'content="https://anh.example/news/cards/1.png"', ['cards/1.png']],
    ['a map', 'src="/news/maps/1.svg"', ['maps/1.svg']],
    ['another site', 'href="https://other.example/news/_astro/a.jpg"', []],
    ['words', 'The _astro/ and media/ of a site', []],
  ])('are found in %s', (_, text, uses) => {
    expect(inText(text)).toEqual(uses);
  });
});
