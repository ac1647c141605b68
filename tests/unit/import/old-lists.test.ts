import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { Decisions } from '../../../src/import/decisions.ts';
import { sayReport, type Report } from '../../../src/import/report.ts';
import { importInto, storiesIn } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { ghostExport } from './ghost-export.ts';
import { written } from './imported.ts';
import { wordPressExport, type WordPressItem } from './wordpress-export.ts';

const terms: WordPressItem['terms'] = [
  ['category', 'military', 'Military'],
  ['category', 'uncategorized', 'Uncategorized'],
  ['post_tag', 'kosovo', 'Kosovo'],
  ['post_tag', 'harbour-dues', 'Harbour dues'],
];
const wordPress = (base = '', parents = {}) =>
  wordPressExport([{ name: 'storm', content: 'It blew.', terms }], undefined, { base, parents });

const listsIn = (reports: Report[]) =>
  reports.flatMap((report) => (report.kind === 'lists' ? report.terms : []));

it('says where the lists of WordPress are here, for an editor to write', async () => {
  const content = contentFolder();
  const file = written(content, 'w.xml', wordPress());
  const before = readFileSync(join(content, 'tags.yaml'), 'utf8');
  const reports = await importInto(content, [file]);
  expect(listsIn(reports)).toEqual([
    { file: 'sections.yaml', key: 'military', formerly: ['/category/military/'], isWritten: false },
    { file: 'tags.yaml', key: 'kosovo', formerly: ['/tag/kosovo/'], isWritten: false },
    {
      file: 'authors/anthony-barnett.yaml',
      key: 'anthony-barnett',
      formerly: ['/author/desk/'],
      isWritten: false,
    },
  ]);
  const lines = [
    'sections.yaml, military: formerly: [/category/military/]',
    'tags.yaml, kosovo: formerly: [/tag/kosovo/]',
    'authors/anthony-barnett.yaml: formerly: [/author/desk/]',
  ];
  const decisions = new Decisions();
  reports.forEach((report) => decisions.note(report));
  for (const line of lines) {
    expect(sayReport(reports.at(-1)!)).toContain(`    write    ${line}`);
    expect(decisions.say(false)).toContain(`    - ${line}`);
  }
  expect(readFileSync(join(content, 'tags.yaml'), 'utf8')).toBe(before);
});

it('writes them for tags that the import adds, once', async () => {
  const content = contentFolder();
  const file = written(content, 'w.xml', wordPress());
  const tags = () =>
    parse(readFileSync(join(content, 'tags.yaml'), 'utf8')) as Record<string, unknown>;
  const reports = await importInto(content, [file], { withTags: true });
  expect(storiesIn(reports)).toHaveLength(1);
  expect(listsIn(reports)).toContainEqual({
    file: 'tags.yaml',
    key: 'harbour-dues',
    formerly: ['/tag/harbour-dues/'],
    isWritten: true,
  });
  expect(sayReport(reports.at(-1)!)).toContain('    taken    tags.yaml, harbour-dues: formerly');
  expect(tags()['harbour-dues']).toEqual({
    name: 'Harbour dues',
    formerly: ['/tag/harbour-dues/'],
  });
  expect(tags()['kosovo']).not.toHaveProperty('formerly');
  const again = listsIn(await importInto(content, [file], { withTags: true }));
  expect(again.map(({ key }) => key)).not.toContain('harbour-dues');
});

it('knows categories within others, and a blog below a path', async () => {
  const content = contentFolder();
  const file = written(content, 'w.xml', wordPress('/blog', { military: 'news', news: '' }));
  const found = listsIn(await importInto(content, [file])).flatMap(({ formerly }) => formerly);
  expect(found).toEqual([
    '/blog/category/news/military/',
    '/blog/tag/kosovo/',
    '/blog/author/desk/',
  ]);
});

it('says nothing of what leads there already', async () => {
  const content = contentFolder();
  const tags = join(content, 'tags.yaml');
  const known = readFileSync(tags, 'utf8');
  writeFileSync(tags, known.replace(/^kosovo:\n/m, '$&  formerly: [/Tag/kosovo]\n'));
  const reports = await importInto(content, [written(content, 'w.xml', wordPress())]);
  expect(listsIn(reports).map(({ key }) => key)).toEqual(['military', 'anthony-barnett']);
});

it('knows the lists of Ghost, but for those of its own', async () => {
  const content = contentFolder();
  const text = ghostExport({
    posts: [{ slug: 'storm' }],
    tags: [
      { id: 't1', name: 'Kosovo', slug: 'kosovo-news' },
      { id: 't2', name: '#military', slug: 'hash-military', visibility: 'internal' },
    ],
    postsTags: [['p1', 't1']],
    users: [{ id: 'u1', name: 'Anthony Barnett', slug: 'tony' }],
  });
  const reports = await importInto(content, [written(content, 'g.json', text)]);
  expect(listsIn(reports).map(({ formerly }) => formerly)).toEqual([
    ['/tag/kosovo-news/'],
    ['/author/tony/'],
  ]);
});
