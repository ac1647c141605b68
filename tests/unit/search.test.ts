import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import type { CustomRecord } from 'pagefind';
import { expect, it } from 'vitest';
import { readParsedText } from '../../src/desk/parsed-texts.ts';
import type { Edition } from '../../src/edition/model.ts';
import { readIndex, type Contents } from '../../src/search/contents.ts';
import { addNamed, type Files } from '../../src/search/files.ts';
import { joinShards } from '../../src/search/join.ts';
import { byLanguage } from '../../src/search/languages.ts';
import { indexOf } from '../../src/search/pagefind.ts';
import { searchRecord } from '../../src/search/record.ts';
import { writeFiles } from '../../src/search/store.ts';
import { editionOf, png, story, storyFile, type Files as Content } from './content.ts';
import { emptyFolder, filesIn } from './search.ts';

/** What is searched of the first story of an edition. */
async function recordOf(files: Content): Promise<CustomRecord> {
  const edition = await editionOf(files);
  const story = edition.stories[0]!;
  const { blocks } = readParsedText(story.text.textKey)!.body;
  return searchRecord(story, blocks, 'en', edition);
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
  const story = (language: string) => ({ language });
  const edition = {
    language: { tag: 'sr-Latn' },
    stories: ['en-GB', 'ar', 'sr', 'en-US', 'sr-Cyrl'].map(story),
  } as unknown as Edition;
  expect([...byLanguage(edition)].map(([code, { length }]) => [code, length])).toEqual([
    ['sr', 2],
    ['ar', 1],
    ['en', 2],
  ]);
});

/** What browsers ask for, made of records as a build makes it. */
async function made(records: CustomRecord[], place = emptyFolder()): Promise<string> {
  const { contents, files } = readIndex(await indexOf(records));
  writeFiles(files, place);
  writeFiles(joinShards([{ before: 0, contents }]), place);
  return place;
}

it('the same stories make the same bytes, in whatever order Pagefind has its filters', async () => {
  const runs = [];
  for (let run = 0; run < 4; run += 1) runs.push(filesIn(await made(stories)));
  const [first, ...others] = runs;
  expect(Object.keys(first!)).toHaveLength(20);
  for (const other of others) expect(other).toEqual(first);
});

it('an index has what the page asks for and nothing else', async () => {
  const names = (place: string) =>
    Object.keys(filesIn(place)).map((name) => name.replace(/[0-9a-f]{10}/, 'DIGEST'));
  expect([...new Set(names(await made(stories)))]).toEqual([
    'filter/DIGEST.pf_filter',
    'fragment/DIGEST.pf_fragment',
    'index/DIGEST.pf_index',
    'pagefind-entry.json',
    'pagefind.DIGEST.pf_meta',
    'program/pagefind.js',
    'program/wasm.en.pagefind',
  ]);
  const albanian = await made([{ ...stories[0]!, language: 'sq' }]);
  expect(names(albanian)).toContain('program/wasm.unknown.pagefind');
});

it('two files of one name would both be there', () => {
  const files: Files = new Map();
  const bytes = Buffer.from('a');
  const names = [1, 2, 3].map(() => addNamed(files, 'fragment', bytes));
  expect(names).toEqual(['ca978112ca', 'ca978112ca1', 'ca978112ca1b']);
  expect(files.size).toBe(3);
});

const nothing: Contents = {
  entry: { version: '1', languages: { en: { hash: '', wasm: 'en', page_count: 1 } } },
  ...{ stories: [], parts: [], filters: [], sorts: [], fields: [] },
};

it('for any word a part of each shard is asked for, so that it is missed in none', () => {
  const parts: Contents['parts'] = [
    ['apple', 'b', 'one'],
    ['c', 'cu', 'two'],
    ['p', 'zoo', 'three'],
  ];
  const files = joinShards([
    { before: 0, contents: { ...nothing, parts } },
    { before: 5, contents: { ...nothing, parts: [['kosovo', 'kuwait', 'four']] } },
  ]);
  const [, list] = [...files].find(([path]) => path.endsWith('.pf_meta'))!;
  const [, , joined] = decode(gunzipSync(list).subarray('pagefind_dcd'.length)) as unknown[];
  const end = '\u{10ffff}';
  expect(joined).toEqual([
    ['', 'c', '0/one'],
    ['c', 'p', '0/two'],
    ['p', end, '0/three'],
    ['', end, '5/four'],
  ]);
});

it('shards of which the parts name other things by the same numbers are not joined', () => {
  const shard = (before: number, fields: string[]) => ({
    before,
    contents: { ...nothing, fields },
  });
  const joined = () => joinShards([shard(0, ['authors', 'title']), shard(5, ['title'])]);
  expect(joined).toThrow('All records have to tell the same');
});

it('what Pagefind refuses ends the build', async () => {
  const strange = { ...stories[0], content: 5 } as unknown as CustomRecord;
  await expect(indexOf([strange])).rejects.toThrow();
});
