import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { listPages } from '../../src/edition/listing.ts';
import { pathsOf } from '../../src/edition/links.ts';
import { onwards } from '../../src/edition/pagination.ts';
import { storyJsonLd } from '../../src/outputs/json-ld/story.ts';
import { sitemapsOf } from '../../src/outputs/sitemap.ts';
import {
  editionOf,
  idOf,
  read,
  refusals,
  refusalsOf,
  story,
  storyFile,
  type Fields,
  type Files,
} from './content.ts';

const vocabulary = {
  'series.yaml':
    'army:\n  name: A new army\n  description: How it came about.\nunused:\n  name: Unused\nlake:\n  name: The lake\n',
};

/** Stories by slug, all of one series. */
function parts(bySlug: Record<string, Fields>, files: Files = vocabulary): Files {
  const stories = Object.entries(bySlug).map(([slug, fields], index) => [
    `articles/${slug}.md`,
    story({ id: idOf(index), series: 'army', ...fields }),
  ]);
  return { ...files, [storyFile]: undefined, ...Object.fromEntries(stories) };
}

const days = ['2021-03-01', '2021-03-02', '2021-03-03'] as const;
const inOrder = Object.fromEntries(days.map((published, at) => [`s${at + 1}`, { published }]));
/** Published first, last and then between. */
const byPart = {
  first: { published: days[0], part: '2' },
  last: { published: days[1], part: '4' },
  between: { published: days[2], part: '3' },
};

const places = ({ stories, contextOf }: Edition) =>
  Object.fromEntries(
    stories.map((one) => {
      const { part } = contextOf(one);
      return [one.slug, part && [part.previous, `${part.number}/${part.last}`, part.next]];
    }),
  );

describe('a part of a series', () => {
  it('is numbered as the stories were published', async () => {
    const edition = await editionOf(parts(inOrder));
    expect(places(edition)).toEqual({
      s1: [undefined, '1/3', 's2'],
      s2: ['s1', '2/3', 's3'],
      s3: ['s2', '3/3', undefined],
    });
    expect(edition.filed(edition.stories[0]!).series).toMatchObject({
      kind: 'series',
      key: 'army',
      name: 'A new army',
      description: 'How it came about.',
      address: '/series/army/',
    });
  });

  it('is numbered as the editor has it, also where a part is still to come', async () => {
    expect(places(await editionOf(parts(byPart)))).toEqual({
      first: [undefined, '2/4', 'between'],
      between: ['first', '3/4', 'last'],
      last: ['between', '4/4', undefined],
    });
  });

  it('does not tell of what is under embargo', async () => {
    const files = parts({ ...inOrder, s3: { published: '2099-01-01' } });
    expect(places(await editionOf(files))).toEqual({
      s1: [undefined, '1/2', 's2'],
      s2: ['s1', '2/2', undefined],
    });
  });

  it('is in one only, and most stories are in none', async () => {
    const { stories, series } = await editionOf({
      ...vocabulary,
      'articles/lake.md': story({ id: idOf(1), series: 'lake' }),
    });
    expect(stories.map(({ slug, series }) => [slug, series])).toEqual([
      ['troops', undefined],
      ['lake', 'lake'],
    ]);
    expect(series.map(({ key }) => key)).toEqual(['lake']);
  });
});

describe('the list of a series', () => {
  it('is read from the first part on, and in feeds from the newest', async () => {
    const edition = await editionOf(parts(byPart));
    const [series] = edition.series;
    expect(listPages(series!, edition).map(({ items }) => items.map(({ slug }) => slug))).toEqual([
      ['first', 'between', 'last'],
    ]);
    expect(series!.stories).toEqual(['between', 'last', 'first']);
  });

  it('keeps on each page what is on it when another part comes', () => {
    const list = (length: number) => Array.from({ length }, (_, at) => at + 1);
    expect(onwards([])).toEqual([{ items: [] }]);
    expect(onwards(list(20))).toEqual([{ items: list(20) }]);
    expect(onwards(list(41)).map(({ number, items }) => [number, items.length])).toEqual([
      [undefined, 20],
      [2, 20],
      [3, 1],
    ]);
    for (let length = 1; length < 70; length += 1)
      expect(onwards(list(length + 1)).flatMap(({ items }) => items)).toEqual(list(length + 1));
  });

  it('has its pages, its feeds and an entry among the lists', async () => {
    const stories = Object.fromEntries(
      Array.from({ length: 21 }, (_, at) => [`s${at}`, { published: '2021-03-01' }]),
    );
    const edition = await editionOf(parts(stories));
    expect([...pathsOf(edition)].filter((path) => path.startsWith('/series/'))).toEqual([
      '/series/',
      '/series/army/',
      '/series/army/page/2/',
      '/series/army/feed.xml',
      '/series/army/atom.xml',
      '/series/army/feed.json',
    ]);
    const listed = sitemapsOf(edition)[0]!.entries.map(({ address }) => address);
    expect(listed.filter((path) => path.startsWith('/series/'))).toEqual([
      '/series/',
      '/series/army/',
    ]);
  });

  it('is not there where there are no series', async () => {
    const edition = await editionOf(vocabulary);
    expect(edition.series).toEqual([]);
    expect([...pathsOf(edition)].filter((path) => path.includes('series'))).toEqual([]);
    expect(
      JSON.stringify(sitemapsOf(edition)[0]!.entries.map(({ address }) => address)),
    ).not.toContain('series');
  });
});

it('programs are told of the series and the place in it', async () => {
  const edition = await editionOf(parts(byPart));
  const [jsonLd] = (
    JSON.parse(storyJsonLd(edition.stories[0]!, edition, [], [])) as { '@graph': object[] }
  )['@graph'];
  expect(jsonLd).toMatchObject({
    isPartOf: {
      '@type': 'CreativeWorkSeries',
      '@id': 'https://anh.example/series/army/#series',
      name: 'A new army',
      url: 'https://anh.example/series/army/',
      description: 'How it came about.',
    },
    position: 3,
  });
});

describe('series.yaml', () => {
  it('may be missing, and is read when it is there', async () => {
    expect((await read()).vocabulary.series).toEqual(new Map());
    expect([...(await read(vocabulary)).vocabulary.series.keys()]).toEqual([
      'army',
      'unused',
      'lake',
    ]);
    expect((await read({ 'series.yaml': '# None yet.\n' })).vocabulary.series.size).toBe(0);
  });

  it('is refused as tags.yaml is', async () => {
    const told = await refusals({ 'series.yaml': 'army:\n  nam: X\n' });
    expect(told.map(([place, summary]) => [place, summary])).toEqual([
      ['series.yaml:2:3', '`army.name` is missing.'],
      ['series.yaml:2:3', 'There is no field `nam`.'],
    ]);
    expect(await refusals({ 'series.yaml': 'Bad_Key:\n  name: X\n' })).toHaveLength(1);
  });
});

describe('what is refused of a part', () => {
  it.each<[string, Fields, Files, string[]]>([
    [
      'a series that is not known',
      { series: 'armi' },
      vocabulary,
      ['9:9', 'There is no series “armi”.', 'The nearest one is `army`.'],
    ],
    [
      'a series where there are none',
      { series: 'army' },
      {},
      ['9:9', 'There is no series “army”.', 'Add it to the series first.'],
    ],
    [
      'a part of no series',
      { part: '2' },
      vocabulary,
      [
        '9:7',
        '`part` is set but `series` is missing.',
        'Add `series:` with a key from series.yaml, or remove `part`.',
      ],
    ],
    ...['0', '-1', '1.5'].map((part): [string, Fields, Files, string[]] => [
      `the part ${part}`,
      { series: 'army', part },
      vocabulary,
      [
        '10:7',
        '`part` is not a whole number of 1 or more.',
        'The number of the part in its series. Needed only if the reading order is not the order of publication; then every part needs one. For example: `part: 2`',
      ],
    ]),
  ])('%s', async (_, fields, files, told) => {
    expect(await refusalsOf(fields, undefined, files)).toEqual([told]);
  });

  it('a part that is there twice', async () => {
    const told = await refusals(parts({ a: { part: '2' }, b: { part: '1' }, c: { part: '2' } }));
    expect(told).toEqual([
      [
        'articles/c.md:10:1',
        expect.stringMatching(/articles\/a\.md is also part 2 of “army”\.$/),
        'Give one of the two another number.',
      ],
    ]);
  });

  it('stories without a part beside those that have one, but not those of another series', async () => {
    const told = await refusals(
      parts({ a: {}, b: { part: '1' }, c: {}, d: { part: '2' }, e: { series: 'lake' } }),
    );
    expect(told).toEqual(
      ['a', 'c'].map((name) => [
        `articles/${name}.md:9:1`,
        expect.stringMatching(
          /articles\/d\.md has a part number in “army”, but this story has none\.$/,
        ),
        'Give every story of the series a `part:`, or none; without it, they are in the order of publication.',
      ]),
    );
  });
});
