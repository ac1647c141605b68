import { describe, expect, it } from 'vitest';
import { readPublication } from '../../src/desk/desk.ts';
import {
  contentFolder,
  publication,
  read,
  refusals,
  storyFile,
  type Fields,
  type Told,
} from './content.ts';

const addresses = 'Use lowercase letters a to z, digits and single hyphens.';
const topAddresses = `${addresses} These are reserved: numbers, tags, authors, series, feeds, search, corrections, sitemaps, cards, maps, media, 404, index.`;
const advice = {
  name: 'The publication’s name. For example: `name: ANH`',
  url: 'The address of the front page. If it has a path, the whole site is below that path. For example: `url: https://anh.example/news/`',
  language:
    'The language of the site and of every story that does not name its own, as a BCP 47 tag. For example: `language: en-US`',
  ai: 'What AI programs may do with the content. allow: everything. search: find and quote stories for people, but not train on them. refuse: nothing. For example: `ai: search`',
  timeZone:
    'The newsroom’s time zone: times are read and shown in it. For example: `timeZone: Europe/Tirane`',
};

describe('the vocabulary', () => {
  it('is what the files say', async () => {
    expect((await read()).vocabulary).toEqual({
      publication: {
        name: 'ANH',
        description: 'News from ANH',
        url: 'https://anh.example/',
        language: 'en-US',
        timeZone: 'Europe/Tirane',
        ai: 'search',
      },
      sections: new Map([
        ['military', { name: 'Military' }],
        ['culture', { name: 'Arts & Letters' }],
      ]),
      tags: new Map([
        ['kosovo', { name: 'Kosovo' }],
        ['kuwait', { name: 'Kuwait' }],
        ['ksf', { name: 'Security Force' }],
      ]),
      authors: new Map([
        ['anthony-barnett', { name: 'Anthony Barnett', description: 'He covers the forces.' }],
      ]),
      series: new Map(),
    });
  });

  it('keeps the sections in the order of the file', async () => {
    const sections = ['zoo', 'military', 'arts'].map((key) => `${key}:\n  name: X\n`).join('');
    const { vocabulary } = await read({ 'sections.yaml': sections });
    expect([...vocabulary.sections.keys()]).toEqual(['zoo', 'military', 'arts']);
  });

  it.each(['https://anh.example/news', 'https://anh.example/news/'])(
    'has an address that ends in a slash: %s',
    async (url) => {
      const { vocabulary } = await read({ 'publication.yaml': publication({ url }) });
      expect(vocabulary.publication.url).toBe('https://anh.example/news/');
    },
  );
});

describe('publication.yaml', () => {
  it.each<[string, Fields, Told]>([
    [
      'an address without scheme',
      { url: 'anh.example' },
      ['3:6', '`url` is not a web address.', advice.url],
    ],
    [
      'an address that is none of the web',
      { url: 'ftp://anh.example/' },
      ['3:6', '`url` is not a web address.', advice.url],
    ],
    [
      'an address with a query',
      { url: 'https://anh.example/?a' },
      ['3:6', '`url` has a ? or # in it.', advice.url],
    ],
    [
      'a language by its name',
      { language: 'English' },
      ['4:11', '`language` is not a language tag.', 'Write a BCP 47 tag, such as en-US, sq or ar.'],
    ],
    [
      'a language tag that is not written as BCP 47 has it',
      { language: 'en_US' },
      ['4:11', '`language` is not a language tag.', 'Write a BCP 47 tag, such as en-US, sq or ar.'],
    ],
    [
      'a time zone by its town',
      { timeZone: 'Tirana' },
      [
        '5:11',
        '`timeZone` is not a time zone.',
        'Write its IANA name, such as Europe/Tirane or UTC.',
      ],
    ],
    ['an empty name', { name: '""' }, ['1:7', '`name` is empty.', advice.name]],
    ['no language', { language: undefined }, ['1:1', '`language` is missing.', advice.language]],
    ['no time zone', { timeZone: undefined }, ['1:1', '`timeZone` is missing.', advice.timeZone]],
    [
      'an unknown field',
      { timezone: 'UTC' },
      [
        '6:1',
        'There is no field `timezone`.',
        'The nearest one is `timeZone`; the fields are name, description, url, language, timeZone, contact, profiles, belongsTo, controlledBy, hub, host, ai.',
      ],
    ],
    [
      'an address to write to that is none',
      { contact: 'newsroom@anh.example' },
      [
        '6:10',
        '`contact` is neither a mailto: nor an https: address.',
        'Where readers can write to, and anyone who finds a problem with the site. For example: `contact: mailto:newsroom@anh.example`',
      ],
    ],
    [
      'a word on machines that is none of three',
      { ai: 'sometimes' },
      ['6:5', '`ai` must be one of allow, search, refuse.', advice.ai],
    ],
  ])('is refused with %s', async (_, fields, [place, ...words]) => {
    expect(await refusals({ 'publication.yaml': publication(fields) })).toEqual([
      [`publication.yaml:${place}`, ...words],
    ]);
  });

  it('is refused when it is no group of fields', async () => {
    expect((await refusals({ 'publication.yaml': '- ANH\n' }))[0]).toEqual([
      'publication.yaml:1:1',
      'This file is not a group of fields.',
      'Write it as the editors’ reference shows.',
    ]);
  });

  it('is refused without an address', async () => {
    expect(await refusals({ 'publication.yaml': publication({ url: undefined }) })).toEqual([
      ['publication.yaml:1:1', '`url` is missing.', advice.url],
    ]);
  });

  it('is refused with a language by its name in small letters', async () => {
    expect(
      await refusals({ 'publication.yaml': publication({ language: 'english' }) }),
    ).toHaveLength(1);
  });

  it('is refused when it is not UTF-8', async () => {
    const latin = Buffer.from(publication({ name: 'Café' }), 'latin1');
    expect(await refusals({ 'publication.yaml': latin })).toEqual([
      ['publication.yaml:1:1', 'This file is not UTF-8 text.', 'Save it again as UTF-8.'],
    ]);
  });
});

describe('sections.yaml and tags.yaml', () => {
  it.each(['tags', 'authors', 'search', '"2021"', '"404"', '911', '7', 'Bad_Key', 'a--b'])(
    'are refused with a section whose address is taken or not fit: %s',
    async (key) => {
      const sections = `military:\n  name: Military\n${key}:\n  name: X\n`;
      expect(await refusals({ 'sections.yaml': sections })).toEqual([
        [
          'sections.yaml:3:1',
          `\`${key.replaceAll('"', '')}\` is reserved, or not valid in an address.`,
          topAddresses,
        ],
      ]);
    },
  );

  it('are refused with a tag that is not fit for an address, but a tag may be a year', async () => {
    const tags = 'kosovo:\n  name: Kosovo\n"2021":\n  name: The year\nBad_Key:\n  name: X\n';
    expect(await refusals({ 'tags.yaml': tags })).toEqual([
      ['tags.yaml:5:1', '`Bad_Key` is reserved, or not valid in an address.', addresses],
    ]);
  });

  it('are refused where a name is missing or misspelt', async () => {
    expect(await refusals({ 'tags.yaml': 'kosovo:\n  nam: Kosovo\n' })).toEqual([
      [
        'tags.yaml:2:3',
        '`kosovo.name` is missing.',
        'What readers see. For example: `name: Military`',
      ],
      [
        'tags.yaml:2:3',
        'There is no field `nam`.',
        'The nearest one is `name`; the fields are name, names, description, formerly.',
      ],
    ]);
  });

  it('are refused where a key has nothing below it', async () => {
    expect(await refusals({ 'tags.yaml': 'kosovo:\n' })).toEqual([
      ['tags.yaml:1:8', '`kosovo` is empty.', 'Write it as the editors’ reference shows.'],
    ]);
  });

  it('are refused with an invisible character, with its place', async () => {
    expect(await refusals({ 'tags.yaml': 'kosovo:\n  name: Kos\u202Eovo\n' })).toEqual([
      [
        'tags.yaml:2:12',
        'There is a forbidden invisible character here (U+202E).',
        'Delete it: retype the words around it by hand.',
      ],
    ]);
  });

  it('are refused when they are bad YAML, with its line', async () => {
    const told = await refusals({ 'tags.yaml': 'kosovo:\n  name: Kosovo\nkosovo:\n  name: X\n' });
    expect(told).toEqual([
      [
        'tags.yaml:3:1',
        'This is not valid YAML: Map keys must be unique.',
        'Delete one of the two.',
      ],
    ]);
  });
});

describe('authors', () => {
  it('are refused with a file name that is not fit for an address', async () => {
    const author = 'name: X\ndescription: Y\n';
    expect(await refusals({ 'authors/Bad_Name.yaml': author })).toEqual([
      [
        'authors/Bad_Name.yaml:1:1',
        '“Bad_Name” is not valid in an address.',
        `Rename the file. ${addresses}`,
      ],
    ]);
  });

  it('are refused without a word about them', async () => {
    expect(await refusals({ 'authors/x.yaml': 'name: X\n' })).toEqual([
      [
        'authors/x.yaml:1:1',
        '`description` is missing.',
        'Who the author is, in a sentence or two; shown below each of their stories. For example: `description: Anthony Barnett covers the armed forces.`',
      ],
    ]);
  });
});

it('every missing file is reported at once', async () => {
  const fix =
    'Add it: every content folder needs it. The environment variable CONTENT sets the folder, now “CONTENT”.';
  const missing = ['publication.yaml', 'sections.yaml', 'tags.yaml'];
  expect(await refusals(Object.fromEntries(missing.map((name) => [name, undefined])))).toEqual(
    missing.map((name) => [`${name}:1:1`, 'This file is missing.', fix]),
  );
});

it('problems of several files are reported at once, by file and line', async () => {
  const told = await refusals({
    'tags.yaml': 'Bad_Key:\n  name: X\n',
    'publication.yaml': publication({ timeZone: 'Tirana', url: 'x' }),
    'authors/x.yaml': 'name: X\n',
  });
  expect(told.map(([place]) => place)).toEqual([
    'authors/x.yaml:1:1',
    'publication.yaml:3:6',
    'publication.yaml:5:11',
    'tags.yaml:1:1',
  ]);
});

describe('who publishes', () => {
  it('is read alone, whatever the stories are like', async () => {
    const folder = contentFolder({ [storyFile]: '' });
    expect((await readPublication(folder)).name).toBe('ANH');
  });

  it('is refused together with every problem of the other files', async () => {
    const folder = contentFolder({
      'publication.yaml': publication({ url: 'x' }),
      [storyFile]: '',
    });
    await expect(readPublication(folder)).rejects.toThrow(/begin with frontmatter[^]*2 problems/);
  });
});
