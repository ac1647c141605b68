import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CustomRecord } from 'pagefind';
import { expect, it } from 'vitest';
import { fromGalley } from '../../src/desk/galley.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { writeBundle } from '../../src/outputs/search/bundle.ts';
import { byLanguage } from '../../src/outputs/search/languages.ts';
import { searchRecord } from '../../src/outputs/search/record.ts';
import { laySearch } from '../../src/outputs/search/store.ts';
import { editionOf, idOf, png, story, storyFile, type Files } from './content.ts';

const folder = () => join(mkdtempSync(join(tmpdir(), 'newsroom-search-')), 'search');

/** Every file of a folder with its bytes. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** What is searched of the first story of an edition. */
async function recordOf(files: Files): Promise<CustomRecord> {
  const { articles } = await editionOf(files);
  const article = articles[0]!;
  return searchRecord(article, fromGalley(article.galley)!.body.blocks, 'en');
}

/** Some stories, with topics enough to come in any order. */
const stories = Array.from({ length: 12 }, (_, number): CustomRecord => ({
  url: `/2021/03/09/story-${number}/`,
  content: `Word${number} of a story`,
  language: 'en',
  meta: { title: `Story ${number}` },
  filters: {
    topic: [`Topic ${number}`, `Topic ${(number * 5) % 12}`],
    author: [`Author ${number}`],
    section: [`Section ${number % 3}`],
  },
  sort: { published: `${number}` },
}));

it('a story is found by headline, standfirst, text, captions, authors and topics', async () => {
  const text = [
    'It *be*gan.',
    '![Seen](a.png "A caption. (Somebody/AGENCY)")',
    ':::pull-quote{speaker="Vjosa Osmani"}\n“Said.”\n:::',
    'It ended.',
  ].join('\n\n');
  const fields = { dateline: 'PRISTINA, Kosovo', tags: '[kosovo, kuwait]', kind: 'analysis' };
  expect(
    await recordOf({ [storyFile]: story(fields, text), 'articles/2021/03/troops/a.png': png }),
  ).toEqual({
    url: '/2021/03/09/troops/',
    language: 'en',
    content:
      'A platoon leaves Pristina. PRISTINA, Kosovo — It began. A caption. Somebody/AGENCY “Said.” Vjosa Osmani It ended.',
    meta: {
      title: 'Kosovo sends troops to Kuwait',
      authors: 'Anthony Barnett',
      topics: 'Kosovo, Kuwait',
    },
    filters: {
      section: ['Military'],
      topic: ['Kosovo', 'Kuwait'],
      author: ['Anthony Barnett'],
      label: ['Analysis'],
    },
    sort: { published: String(Date.parse('2021-03-09T00:00+01:00')) },
  });
});

it('a story that was taken back is found by its headline and by why', async () => {
  const corrections = `\n  - { date: 2021-03-10, kind: correction, text: A number. }\n  - { date: 2021-03-11, kind: retraction, text: It did not happen. }`;
  const { content, filters } = await recordOf({ [storyFile]: story({ corrections }, 'Untrue.') });
  expect(content).toBe('Correction: A number. Retraction: It did not happen.');
  expect(filters).toMatchObject({ label: ['Retracted'] });
});

it('the publication’s language is searched first', () => {
  const article = (tag: string) => ({ language: { tag } });
  const edition = {
    language: { tag: 'sr-Latn' },
    articles: ['en-GB', 'ar', 'sr', 'en-US', 'sr-Cyrl'].map(article),
  } as unknown as Edition;
  expect([...byLanguage(edition)].map(([code, { length }]) => [code, length])).toEqual([
    ['sr', 2],
    ['ar', 1],
    ['en', 2],
  ]);
});

it('the same stories make the same bytes, in whatever order Pagefind has its filters', async () => {
  const made = [];
  for (let run = 0; run < 4; run += 1) {
    const place = folder();
    await writeBundle(stories, place);
    made.push(filesIn(place));
  }
  const [first, ...others] = made;
  expect(Object.keys(first!)).toHaveLength(20);
  for (const other of others) expect(other).toEqual(first);
});

it('a bundle has what the page asks for and nothing else', async () => {
  const place = folder();
  await writeBundle(stories, place);
  expect(readdirSync(place).map((name) => name.replace(/[0-9a-f]{10}/, 'DIGEST'))).toEqual([
    'filter',
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind.en_DIGEST.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
  const albanian = folder();
  await writeBundle([{ ...stories[0]!, language: 'sq' }], albanian);
  expect(readdirSync(albanian)).toContain('wasm.unknown.pagefind');
});

it('what Pagefind refuses ends the build', async () => {
  const strange = { ...stories[0], content: 5 } as unknown as CustomRecord;
  await expect(writeBundle([strange], folder())).rejects.toThrow();
});

it('a bundle is made when a text has changed, and kept when none has', async () => {
  const told: number[] = [];
  const lay = async (text: string, place: string) => {
    const files = { [storyFile]: story({}, text), 'articles/b.md': story({ id: idOf(1) }) };
    const before = told.length;
    await laySearch(await editionOf(files), place, (done) => told.push(done));
    return told.slice(before);
  };
  const [first, second, third] = [folder(), folder(), folder()];
  expect(await lay('One zebra.', first)).toEqual([1, 2]);
  expect(await lay('One zebra.', second)).toEqual([]);
  expect(filesIn(second)).toEqual(filesIn(first));
  expect(await lay('One giraffe.', third)).toEqual([1, 2]);
  expect(wordsIn(first)).toContain('zebra');
  expect(wordsIn(third)).toContain('giraffe');
  expect(wordsIn(third)).not.toContain('zebra');
  // Only the newest is kept.
  expect(readdirSync(join(process.env.CACHE!, 'search'))).toHaveLength(1);
});

it('what a killed build left is taken away', async () => {
  const cache = join(process.env.CACHE!, 'search');
  const edition = await editionOf({});
  await laySearch(edition, folder(), () => {});
  const [name] = readdirSync(cache);
  writeFileSync(join(cache, `${name}.1`), 'half');
  await laySearch(edition, folder(), () => {});
  expect(readdirSync(cache)).toEqual([name]);
});

it('nothing is laid where no story is published', async () => {
  const place = folder();
  await laySearch(await editionOf({ [storyFile]: undefined }), place, () => {});
  expect(existsSync(place)).toBe(false);
});

/** All words of a bundle. */
function wordsIn(folder: string): string {
  return Object.entries(filesIn(folder))
    .filter(([name]) => name.endsWith('.pf_fragment'))
    .map(([, bytes]) => gunzipSync(Buffer.from(bytes, 'latin1')).toString())
    .join(' ');
}
