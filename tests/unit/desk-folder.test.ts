import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/desk/desk.ts';
import { ContentError } from '../../src/desk/problem.ts';
import {
  contentFolder,
  idOf,
  page,
  read,
  refusals,
  story,
  storyFile,
  type Files,
  type Told,
} from './content.ts';

const html = ['Raw HTML is not allowed.', 'Write it in Markdown, or remove it.'] as const;
const addresses = 'Use lowercase letters a to z, digits and single hyphens.';
const topAddresses = `${addresses} These are reserved: numbers, tags, authors, series, feeds, search, corrections, sitemaps, cards, maps, media, 404, index.`;
const rename = 'Rename one of the two.';

/** The places of problems and their problems; paths before a file of the content are left out. */
const problems = async (files: Files) =>
  (await refusals(files)).map(([place, summary]): [string, string] => [
    place,
    summary.replace(/^\S*\/(?=(?:articles|pages|sections)\b)/, ''),
  ]);

describe('two stories', () => {
  it('are refused when they have the same address', async () => {
    const files = { 'articles/2021/04/troops.md': story({ id: idOf(1) }) };
    expect(await problems(files)).toEqual([
      ['articles/2021/04/troops.md:8:12', `${storyFile} has the same address.`],
    ]);
    expect((await refusals(files))[0]?.[2]).toBe(rename);
  });

  it('are refused when they have the same address on the day in the newsroom’s zone', async () => {
    const files = {
      'articles/x/troops.md': story({ id: idOf(1), published: '2021-03-08T23:30Z' }),
    };
    expect(await refusals(files)).toHaveLength(1);
  });

  it('are refused when they have the same id, with another to take', async () => {
    const [[place, summary, fix] = []] = await refusals({ 'articles/2021/04/other.md': story() });
    expect(place).toBe('articles/2021/04/other.md:2:5');
    expect(summary).toMatch(/articles\/2021\/03\/troops\/index\.md has the same id\.$/);
    expect(fix).toMatch(
      /Write `id: [0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`\.$/,
    );
  });

  it('are refused when they have the same id, one in capitals', async () => {
    const id = 'B082B392-279C-4638-81BD-00DA3AF204DB';
    expect(await problems({ 'articles/2021/04/other.md': story({ id }) })).toEqual([
      ['articles/2021/04/other.md:2:5', `${storyFile} has the same id.`],
    ]);
  });

  it('are refused when one is a folder and the other a file of the same name', async () => {
    const other = story({ id: idOf(1), published: '2021-03-10' });
    expect(await problems({ 'articles/2021/03/troops.md': other })).toEqual([
      [`${storyFile}:1:1`, 'articles/2021/03/troops.md has the same name.'],
    ]);
  });

  it('are refused when there is a third, each but the first', async () => {
    const files = {
      'articles/2021/04/troops.md': story(),
      'articles/2021/05/troops.md': story({ id: idOf(2) }),
    };
    expect(await problems(files)).toEqual([
      ['articles/2021/04/troops.md:2:5', `${storyFile} has the same id.`],
      ['articles/2021/04/troops.md:8:12', `${storyFile} has the same address.`],
      ['articles/2021/05/troops.md:8:12', `${storyFile} has the same address.`],
    ]);
  });
});

describe('a name', () => {
  it.each(['Bad', 'bad_name', 'bad--name', 'bad name', 'kosovë'])(
    'of a story is refused that is not fit for an address: %s',
    async (name) => {
      const file = `articles/2021/03/${name}/index.md`;
      const told = await refusals({ [storyFile]: undefined, [file]: story() });
      expect(told.map(([place]) => place.replace(/:\d+:1$/, ''))).toEqual([file]);
      expect(told.map(([, ...words]) => words)).toEqual([
        [`“${name}” is not valid in an address.`, `Rename the folder or the file. ${addresses}`],
      ]);
    },
  );

  it.each([
    ['tags.md', 'tags'],
    ['authors/index.md', 'authors'],
    ['2021.md', '2021'],
    ['index.md', 'index'],
    ['about/team.md', 'about/team'],
    ['About.md', 'About'],
  ])('of a page is refused whose address is taken or not fit: %s', async (file, address) => {
    expect(await refusals({ [`pages/${file}`]: page() })).toEqual([
      [
        `pages/${file}:1:1`,
        `The address /${address}/ is reserved, or not valid in an address.`,
        `Rename the file. ${topAddresses}`,
      ],
    ]);
  });

  it('of a page is refused that another page has', async () => {
    const files = { 'pages/about.md': page(), 'pages/about/index.md': page() };
    expect(await problems(files)).toEqual([
      ['pages/about/index.md:1:1', 'pages/about.md has the same address.'],
    ]);
    expect((await refusals(files))[0]?.[2]).toBe(rename);
  });

  it('of a page is refused that a section has, with stories or without', async () => {
    const files = { 'pages/military.md': page(), 'pages/culture.md': page() };
    expect(await problems(files)).toEqual([
      ['pages/culture.md:1:1', 'sections.yaml has the same address.'],
      ['pages/military.md:1:1', 'sections.yaml has the same address.'],
    ]);
  });

  it('of sections.yaml has its path from the working directory', async () => {
    const [[, summary] = []] = await refusals({ 'pages/military.md': page() });
    expect(isAbsolute(summary!)).toBe(false);
  });

  // markdownIn() takes folders for files, and readTextFile() every error for bad UTF-8.
  it('of a folder may end as that of a file does', async () => {
    expect((await read({ 'articles/notes.md/a.txt': 'One.' })).stories).toHaveLength(1);
  });

  it('of a page may be that of a tag, an author or a story', async () => {
    const names = ['kosovo', 'anthony-barnett', 'troops'];
    const files = Object.fromEntries(names.map((name) => [`pages/${name}.md`, page()]));
    expect((await read(files)).pages).toHaveLength(3);
  });
});

describe('a page', () => {
  it('is held to its fields and its text as a story is', async () => {
    const text = page({ title: undefined, titel: 'About' }, 'One <b>');
    expect(await refusals({ 'pages/about.md': text })).toEqual([
      [
        'pages/about.md:2:1',
        '`title` is missing.',
        'The page’s title. For example: `title: About ANH`',
      ],
      [
        'pages/about.md:3:1',
        'There is no field `titel`.',
        'The nearest one is `title`; the fields are title, description, language, policies, formerly.',
      ],
      ['pages/about.md:6:5', ...html],
    ]);
  });
});

describe('a policy', () => {
  it('is one of those that search engines know', async () => {
    const told = await refusals({ 'pages/about.md': page({ policies: '[ethic]' }) });
    expect(told.map(([place, summary]) => `${place} ${summary}`)).toEqual([
      'pages/about.md:4:12 `policies` must be one of principles, ethics, corrections, feedback, verification, sources, bylines, coverage, diversity, staff, ownership, masthead, machines.',
    ]);
  });

  it('is reported in one place', async () => {
    const told = await refusals({
      'pages/about.md': page({ policies: '[feedback, ethics]' }),
      'pages/ethics.md': page({ policies: '[ethics]' }),
    });
    expect(told.map(([place]) => place)).toEqual(['pages/ethics.md:4:12']);
    expect(told[0]![1]).toMatch(/pages\/about\.md has the same policy\.$/);
    expect(told[0]![2]).toBe('Remove it from one of the two.');
  });
});

it('a file that is not UTF-8 is refused', async () => {
  const latin = Buffer.from(story({ headline: 'Café' }), 'latin1');
  expect(await refusals({ [storyFile]: latin })).toEqual([
    [`${storyFile}:1:1`, 'This file is not UTF-8 text.', 'Save it again as UTF-8.'],
  ]);
});

describe('all problems', () => {
  const files: Files = {
    'articles/2021/10/b.md': story({ id: idOf(1) }, 'One <b>'),
    'articles/2021/9/b.md': story({ id: '12', section: 'x' }),
    [storyFile]: story({ tags: '[kuwayt]', section: 'militery' }, 'One.\n\n# Two\n\n<br>'),
    'pages/about.md': page({}, 'One <br>'),
  };

  it('of all files are reported at once, by file and line, 9 before 10', async () => {
    expect(await problems(files)).toEqual([
      [`${storyFile}:5:10`, 'There is no section “militery”.'],
      [`${storyFile}:6:8`, 'There is no tag “kuwayt”.'],
      [`${storyFile}:13:1`, 'Only the headline may be a level-1 heading.'],
      [`${storyFile}:15:1`, html[0]],
      ['articles/2021/9/b.md:2:5', '`id` is not text.'],
      ['articles/2021/9/b.md:5:10', 'There is no section “x”.'],
      ['articles/2021/10/b.md:11:5', html[0]],
      ['pages/about.md:6:5', html[0]],
    ]);
  });

  it('are the message of the refusal, with their count', async () => {
    const folder = contentFolder({ [storyFile]: story({}, 'One <b>') });
    const refused: unknown = await readContent(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ContentError);
    expect(String(refused)).toMatch(
      /^ContentError: .*articles\/2021\/03\/troops\/index\.md:11:5 Raw HTML is not allowed\.\n {4}Write it in Markdown, or remove it\.\n\n1 problem to fix\.$/,
    );
  });

  it('of a story are reported whatever kind they are of', async () => {
    const fields = { section: 'x', published: '2021-02-31', hedline: 'y' };
    const told: Told[] = await refusals({ [storyFile]: story(fields, 'One.\n\n<br>') });
    expect(told.map(([place]) => place.replace(`${storyFile}:`, ''))).toEqual([
      '5:10',
      '8:12',
      '9:1',
      '14:1',
    ]);
  });

  it('are reported together: an unknown field and a missing picture of the text', async () => {
    const text = '![One](a.png "Two. (AP)")';
    expect(await problems({ [storyFile]: story({ hedline: 'x' }, text) })).toEqual([
      [`${storyFile}:9:1`, 'There is no field `hedline`.'],
      [`${storyFile}:12:1`, 'There is no picture ./a.png.'],
    ]);
  });

  it('are reported together: an unknown field and an update before the story', async () => {
    const fields = { updated: '2021-03-08', hedline: 'x' };
    expect(await problems({ [storyFile]: story(fields) })).toEqual([
      [`${storyFile}:9:10`, '`updated` is before `published`.'],
      [`${storyFile}:10:1`, 'There is no field `hedline`.'],
    ]);
  });

  // Without its other fields the lead is not known to copy.ts, which looks for pictures.
  it('are reported together: an unknown field and a missing lead picture', async () => {
    const lead = '\n  image: a.png\n  alt: One\n  caption: Two\n  credit: AP';
    expect(await problems({ [storyFile]: story({ hedline: 'x', lead }) })).toHaveLength(2);
  });
});

describe('problems of a vocabulary that is faulty as well', () => {
  const tags = 'kosovo:\n  nam: Kosovo\n';
  const ofTags = [
    ['tags.yaml:2:3', '`kosovo.name` is missing.'],
    ['tags.yaml:2:3', 'There is no field `nam`.'],
  ];

  it('are reported together with those of the stories and pages', async () => {
    const fields = { published: '2021-02-31', tags: '[kosovo, kosovo]', hedline: 'x' };
    const files = {
      'tags.yaml': tags,
      [storyFile]: story(fields, 'One <br>'),
      'articles/draft.md': story({ id: 'x' }),
      'pages/about.md': page({ title: '' }, ''),
    };
    expect(await problems(files)).toEqual([
      [`${storyFile}:6:7`, '`tags` lists an entry twice.'],
      [`${storyFile}:8:12`, '“2021-02-31” does not exist in the calendar.'],
      [`${storyFile}:9:1`, 'There is no field `hedline`.'],
      [`${storyFile}:12:5`, html[0]],
      ['articles/draft.md:2:5', '`id` is not a UUID.'],
      ['pages/about.md:1:1', 'There is no text.'],
      ['pages/about.md:2:8', '`title` is empty.'],
      ...ofTags,
    ]);
  });

  it.each(['publication.yaml', 'sections.yaml', 'tags.yaml'])(
    'are no others because %s is missing',
    async (name) => {
      const fields = { section: 'unknown', tags: '[unknown]', authors: '[unknown]' };
      const files = { [name]: undefined, [storyFile]: story(fields) };
      expect(await problems(files)).toEqual([[`${name}:1:1`, 'This file is missing.']]);
    },
  );

  it('are reported together with those of two stories', async () => {
    const files = { 'tags.yaml': tags, 'articles/2021/04/troops.md': story() };
    expect(await problems(files)).toEqual([
      ['articles/2021/04/troops.md:2:5', `${storyFile} has the same id.`],
      ...ofTags,
    ]);
  });

  it('are no others because the time zone is not known', async () => {
    const fields = { published: '2021-03-09', updated: '2021-03-08T23:30Z' };
    expect((await read({ [storyFile]: story(fields) })).stories).toHaveLength(1);
    expect(await problems({ 'tags.yaml': tags, [storyFile]: story(fields) })).toEqual(ofTags);
  });
});

it('nothing is refused in files that are no Markdown', async () => {
  const { stories } = await read({ 'articles/2021/03/notes.txt': '<b>', 'articles/.DS_Store': '' });
  expect(stories).toHaveLength(1);
});
