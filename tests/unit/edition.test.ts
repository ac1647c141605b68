import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeEdition, withheld } from '../../src/edition/edition.ts';
import type { Edition, Listing } from '../../src/edition/model.ts';
import {
  editionOf,
  idOf,
  page,
  publication,
  read,
  readStory,
  story,
  storyFile,
  type Fields,
  type Files,
} from './content.ts';

/** Stories by slug; each has its own id. */
function stories(bySlug: Record<string, Fields>): Files {
  const files = Object.entries(bySlug).map(([slug, fields], index) => [
    `articles/${slug}.md`,
    story({ id: idOf(index), ...fields }),
  ]);
  return { [storyFile]: undefined, ...Object.fromEntries(files) };
}

const slugs = ({ stories }: Edition) => stories.map(({ slug }) => slug);
const byKey = (listings: Listing[], { story }: Edition) =>
  Object.fromEntries(
    listings.map(({ key, stories }) => [key, stories.map((id) => story(id).slug)]),
  );
/** Which stories were published after and before each. */
const neighbours = ({ stories, contextOf }: Edition) =>
  stories.map(contextOf).map(({ newer, older }) => [newer, older]);

/** Every list of an edition, in short. */
const lists = (edition: Edition) => ({
  sections: byKey(edition.sections, edition),
  tags: byKey(edition.tags, edition),
  authors: byKey(edition.authors, edition),
  years: edition.years.map(({ name, months }) => [name, byKey(months, edition)]),
});

const vocabulary: Files = {
  'sections.yaml': 'world:\n  name: World\nmilitary:\n  name: Military\narts:\n  name: Arts\n',
  'tags.yaml': 'z:\n  name: Ángel\na:\n  name: zone\nm:\n  name: Beta\nx:\n  name: Unused\n',
  'authors/b.yaml': 'name: Zoe\ndescription: X\n',
  'authors/c.yaml': 'name: adam\ndescription: Y\n',
};

describe('the stories', () => {
  it('stand newest first, of the same moment by id', async () => {
    const files = stories({
      b: { published: '2021-03-09' },
      newest: { published: '2021-03-09 14:30' },
      a: { published: '2021-03-08T23:00Z' },
      oldest: { published: '2021-03-08 23:59' },
    });
    expect(slugs(await editionOf(files))).toEqual(['newest', 'a', 'b', 'oldest']);
  });

  it('know the ones before and after', async () => {
    const edition = await editionOf(
      stories({
        one: { published: '2021-03-01' },
        two: { published: '2021-03-02' },
        three: { published: '2021-03-03' },
      }),
    );
    expect(neighbours(edition)).toEqual([
      [undefined, 'two'],
      ['three', 'one'],
      ['two', undefined],
    ]);
    expect(edition.contextOf(edition.stories[0]!)).not.toHaveProperty('newer');
  });

  it('know their section, tags and authors in the order of the story', async () => {
    const fields = { section: 'world', tags: '[m, a]', authors: '[c, b]' };
    const edition = await editionOf({ ...vocabulary, [storyFile]: story(fields) });
    const [one] = edition.stories;
    const { section, tags, authors } = edition.filed(one!);
    expect(section).toMatchObject({ key: 'world', name: 'World', address: '/world/' });
    expect(tags.map(({ name }) => name)).toEqual(['Beta', 'zone']);
    expect(authors.map(({ name }) => name)).toEqual(['adam', 'Zoe']);
    expect(edition.story(section.stories[0]!)).toBe(one);
  });
});

describe('the lists', () => {
  it('are in the order of the file or by name, and without those that are empty', async () => {
    const edition = await editionOf({
      ...vocabulary,
      ...stories({
        one: { section: 'arts', tags: '[a, z]', authors: '[b]', published: '2021-03-01' },
        two: { section: 'world', tags: '[m]', authors: '[c, b]', published: '2021-03-02' },
      }),
    });
    expect(edition.sections.map(({ name }) => name)).toEqual(['World', 'Arts']);
    expect(edition.tags.map(({ name }) => name)).toEqual(['Ángel', 'Beta', 'zone']);
    expect(edition.authors.map(({ name }) => name)).toEqual(['adam', 'Zoe']);
    expect(byKey(edition.authors, edition)).toEqual({ b: ['two', 'one'], c: ['two'] });
  });

  it('carry what the vocabulary says of them', async () => {
    const { authors } = await editionOf();
    expect(authors).toMatchObject([
      {
        kind: 'author',
        key: 'anthony-barnett',
        name: 'Anthony Barnett',
        description: 'He covers the forces.',
        address: '/authors/anthony-barnett/',
      },
    ]);
  });

  it('are years and months, newest first', async () => {
    const edition = await editionOf(
      stories({
        a: { published: '2020-12-31' },
        b: { published: '2021-03-01' },
        c: { published: '2021-03-02' },
        d: { published: '2021-11-01' },
      }),
    );
    const { years } = edition;
    expect(years.map(({ name, address }) => [name, address])).toEqual([
      ['2021', '/2021/'],
      ['2020', '/2020/'],
    ]);
    expect(years[0]?.months.map(({ name, address, stories }) => [name, address, stories])).toEqual([
      ['November 2021', '/2021/11/', ['d']],
      ['March 2021', '/2021/03/', ['c', 'b']],
    ]);
  });

  it('put a story into the month of the newsroom’s calendar', async () => {
    const files = stories({ eve: { published: '2021-12-31T23:30Z' } });
    const east = await editionOf(files);
    expect(east.stories[0]?.address).toBe('/2022/01/01/eve/');
    expect(lists(east).years).toEqual([['2022', { '2022-01': ['eve'] }]]);
    const utc = publication({ timeZone: 'UTC' });
    const west = await editionOf({ ...files, 'publication.yaml': utc });
    expect(west.stories[0]?.address).toBe('/2021/12/31/eve/');
    expect(lists(west).years).toEqual([['2021', { '2021-12': ['eve'] }]]);
  });
});

describe('what is not published', () => {
  const now = '2021-06-01T12:00:00Z';
  const hidden = { section: 'arts', tags: '[z]', authors: '[b]', headline: 'Canary' };
  const files = {
    ...vocabulary,
    ...stories({
      old: { published: '2021-03-01', tags: '[m]' },
      draft: { published: '2020-03-02', draft: 'true', ...hidden },
      future: { published: '2021-07-01', ...hidden },
      new: { published: '2021-05-01', tags: '[m]' },
    }),
  };

  it('is absent from every list and from the neighbours', async () => {
    const edition = await editionOf(files, now);
    expect(slugs(edition)).toEqual(['new', 'old']);
    expect(lists(edition)).toEqual({
      sections: { military: ['new', 'old'] },
      tags: { m: ['new', 'old'] },
      authors: { 'anthony-barnett': ['new', 'old'] },
      years: [['2021', { '2021-05': ['new'], '2021-03': ['old'] }]],
    });
    expect(neighbours(edition)).toEqual([
      [undefined, 'old'],
      ['new', undefined],
    ]);
  });

  it('is absent from the whole value', async () => {
    const whole = async (preview: boolean) =>
      inspect(await editionOf(files, now, preview), { depth: null, maxArrayLength: null });
    expect(await whole(false)).not.toContain('Canary');
    expect(await whole(true)).toContain('Canary');
  });

  it('is in a preview, marked with the reason', async () => {
    const edition = await editionOf(files, now, true);
    expect(edition.stories.map(({ slug, withheld }) => [slug, withheld])).toEqual([
      ['future', 'embargoed'],
      ['new', undefined],
      ['old', undefined],
      ['draft', 'draft'],
    ]);
    expect(lists(edition)).toMatchObject({ sections: { arts: ['future', 'draft'] } });
    expect(neighbours(edition)[1]).toEqual(['future', 'old']);
    expect(edition.stories[1]).not.toHaveProperty('withheld');
  });

  it.each([
    ['2021-03-09T13:29:59.999Z', 'embargoed'],
    ['2021-03-09T13:30:00.000Z', undefined],
    ['2021-03-09T13:30:00.001Z', undefined],
  ])('is so until the millisecond of the embargo: %s', async (now, reason) => {
    const fields = { published: '2021-03-09 14:30' };
    expect(withheld(await readStory(fields), Date.parse(now))).toBe(reason);
    const { stories } = await editionOf({ [storyFile]: story(fields) }, now);
    expect(stories).toHaveLength(reason ? 0 : 1);
  });

  it('is so from the start of a day in the newsroom’s zone', async () => {
    expect((await editionOf({}, '2021-03-08T22:59:59.999Z')).stories).toEqual([]);
    expect((await editionOf({}, '2021-03-08T23:00:00Z')).stories).toHaveLength(1);
  });

  it('is a draft whatever its date', async () => {
    const draft = await readStory({ draft: 'true', published: '2099-01-01' });
    expect(withheld(draft, 0)).toBe('draft');
    expect(withheld(draft, Date.parse('2100-01-01T00:00:00Z'))).toBe('draft');
  });
});

describe('an update', () => {
  const fields = { published: '2021-03-09', updated: '2021-03-10 09:00' };
  const frontOf = async (now: string, preview = false) =>
    (await editionOf({ [storyFile]: story(fields) }, now, preview)).stories[0]!.frontmatter;

  it('is shown once its time has come', async () => {
    for (const now of ['2021-03-10T08:00:00Z', '2021-03-11T00:00:00Z'])
      expect((await frontOf(now)).updated?.iso).toBe('2021-03-10T09:00:00+01:00');
  });

  it.each([false, true])('is not shown before, in a preview neither: %s', async (preview) => {
    const frontmatter = await frontOf('2021-03-10T07:59:59.999Z', preview);
    expect(frontmatter).not.toHaveProperty('updated');
    const { section, tags, authors, ...lasting } = (await readStory({ published: '2021-03-09' }))
      .frontmatter;
    expect(frontmatter).toEqual(lasting);
  });
});

describe.each([
  ['at the root', 'https://anh.example/', '/'],
  ['below a base path', 'https://anh.example/news', '/news/'],
])('%s', (_, url, home) => {
  it('everything has its address', async () => {
    const edition = await editionOf({
      'publication.yaml': publication({ url }),
      'pages/about.md': page(),
    });
    const all = [edition.stories, edition.sections, edition.tags, edition.authors];
    const { years, pages } = edition;
    expect(
      [...all, years, years[0]!.months, pages].map((group) => group.map(({ address }) => address)),
    ).toEqual([
      [`${home}2021/03/09/troops/`],
      [`${home}military/`],
      [`${home}tags/kosovo/`],
      [`${home}authors/anthony-barnett/`],
      [`${home}2021/`],
      [`${home}2021/03/`],
      [`${home}about/`],
    ]);
  });
});

it('an edition without stories is empty, not broken', async () => {
  const edition = await editionOf({ [storyFile]: undefined });
  expect(lists(edition)).toEqual({ sections: {}, tags: {}, authors: {}, years: [] });
  expect(edition.stories).toEqual([]);
});

it('the order in which the stories were read changes nothing', async () => {
  const same = { published: '2021-03-09' };
  const content = await read(stories({ a: same, b: same, c: same }));
  const turned = { ...content, stories: content.stories.toReversed() };
  const now = Date.parse('2026-11-23T12:00:00Z');
  expect(slugs(makeEdition(turned, now))).toEqual(['a', 'b', 'c']);
  expect(lists(makeEdition(turned, now))).toEqual(lists(makeEdition(content, now)));
});
