import { describe, expect, it } from 'vitest';
import {
  readStory,
  refusals,
  refusalsOf,
  story,
  storyFile,
  type Fields,
  type Told,
} from './content.ts';

const advice = {
  headline:
    'The headline, up to 200 characters. For example: `headline: Kosovo sends troops to Kuwait on 1st peacekeeping mission`',
  standfirst:
    'One or two sentences under the headline; also the summary in feeds and previews. For example: `standfirst: A platoon leaves Pristina for a six-month tour.`',
  section: 'One section, by its key in sections.yaml. For example: `section: military`',
  tags: 'What the story is about, by the keys in tags.yaml. Readers see “Topics”. For example: `tags: [kosovo, kuwait]`',
  authors:
    'Who wrote the story (byline), by the file names in authors/. For example: `authors: [anthony-barnett]`',
  dateline:
    'Where the story was reported; it opens the first paragraph. For example: `dateline: PRISTINA, Kosovo`',
  published:
    'When the story was first published: a date, a time in the newsroom’s zone, or a time with an offset. A time in the future is an embargo. For example: `published: 2021-03-09`',
};

const fields =
  'the fields are id, headline, standfirst, section, tags, authors, series, part, kind, language, translationOf, dateline, published, updated, updateNote, corrections, expires, formerly, places, lead, map, pictures, rights, source, draft.';

describe('a field', () => {
  it.each<[string, Fields, Told[]]>([
    [
      'that does not exist, with the nearest that does',
      { hedline: 'x' },
      [['9:1', 'There is no field `hedline`.', `The nearest one is \`headline\`; ${fields}`]],
    ],
    [
      'that is none of the kinds of story',
      { kind: 'column' },
      [
        [
          '9:7',
          '`kind` must be one of reportage, analysis, background, opinion, review.',
          'The kind of story, if it is not plain news; readers see it above the headline. For example: `kind: analysis`',
        ],
      ],
    ],
    [
      'that places something off the map',
      { places: '\n  - { name: Pristina, at: [142.7, 21] }\n  - { name: X, at: [1] }' },
      [
        [
          '10:28',
          '`places.at` is not between -90 and 90.',
          'Its latitude and longitude in degrees; south and west are negative. For example: `at: [42.6629, 21.1655]`',
        ],
        [
          '11:20',
          '`places.at` is not a latitude and a longitude.',
          'Its latitude and longitude in degrees; south and west are negative. For example: `at: [42.6629, 21.1655]`',
        ],
      ],
    ],
    [
      'that is missing, with how it looks',
      { headline: undefined, standfirst: undefined, section: undefined },
      [
        ['2:1', '`headline` is missing.', advice.headline],
        ['2:1', '`standfirst` is missing.', advice.standfirst],
        ['2:1', '`section` is missing.', advice.section],
      ],
    ],
    [
      'that is missing, lists and dates too',
      { tags: undefined, authors: undefined, published: undefined },
      [
        ['2:1', '`tags` is missing.', advice.tags],
        ['2:1', '`authors` is missing.', advice.authors],
        ['2:1', '`published` is missing.', advice.published],
      ],
    ],
    [
      'of the wrong type',
      { headline: '[a]', tags: 'kosovo', published: '2021', draft: 'yes', source: 'AP' },
      [
        ['3:11', '`headline` is not text.', advice.headline],
        ['6:7', '`tags` is not a list.', advice.tags],
        ['8:12', '`published` is not text.', advice.published],
        ['9:8', '`draft` is not true or false.', 'true keeps the story out of every build.'],
        [
          '10:9',
          '`source` is not a group of fields.',
          'Where the story came from, when it is not the newsroom’s own.',
        ],
      ],
    ],
    [
      'that is too long',
      { headline: 'x'.repeat(201), standfirst: 'x'.repeat(501), dateline: 'x'.repeat(101) },
      [
        ['3:11', '`headline` is longer than 200 characters.', advice.headline],
        ['4:13', '`standfirst` is longer than 500 characters.', advice.standfirst],
        ['9:11', '`dateline` is longer than 100 characters.', advice.dateline],
      ],
    ],
    [
      'that is empty',
      { headline: '""', tags: '[]', authors: '[]', dateline: '" "' },
      [
        ['3:11', '`headline` is empty.', advice.headline],
        ['6:7', '`tags` has no entries.', advice.tags],
        ['7:10', '`authors` has no entries.', advice.authors],
        ['9:11', '`dateline` is empty.', advice.dateline],
      ],
    ],
    [
      'that has nothing after its colon',
      { headline: '', tags: '', published: '', dateline: '', lead: '', draft: '' },
      [
        ['3:11', '`headline` is empty.', advice.headline],
        ['6:7', '`tags` is empty.', advice.tags],
        ['8:12', '`published` is empty.', advice.published],
        ['9:11', '`dateline` is empty.', advice.dateline],
        ['10:7', '`lead` is empty.', 'The picture above the text.'],
        ['11:8', '`draft` is empty.', 'true keeps the story out of every build.'],
      ],
    ],
    [
      'of a source that lacks its name and has a bad address',
      { source: '\n  url: apnews.com' },
      [
        [
          '10:3',
          '`source.name` is missing.',
          'The agency or publication that the reporting comes from. For example: `name: The Associated Press (AP)`',
        ],
        [
          '10:8',
          '`source.url` is not a web address.',
          'The web address of the original, if it is known. For example: `url: https://apnews.com/article/…`',
        ],
      ],
    ],
    [
      'with an invisible character that YAML escapes',
      { headline: '"Troops \\u202E leave"' },
      [
        [
          '3:11',
          '`headline` contains a forbidden invisible character.',
          'Delete it: retype the words around it by hand.',
        ],
      ],
    ],
  ])('is refused %s', async (_, fields, told) => {
    expect(await refusalsOf(fields)).toEqual(told);
  });

  it('is refused within a group, with the nearest that exists there', async () => {
    expect(await refusalsOf({ source: '\n  name: AP\n  bylin: X' })).toEqual([
      [
        '11:3',
        'There is no field `bylin`.',
        'The nearest one is `byline`; the fields are name, byline, place, url.',
      ],
    ]);
  });

  it('is refused when an entry of its list is no text, with its place and advice', async () => {
    expect(await refusalsOf({ tags: '[kosovo, 1]' })).toEqual([
      ['6:16', '`tags` is not text.', advice.tags],
    ]);
  });
});

describe('a key of the vocabulary', () => {
  it.each<[string, Fields, Told]>([
    [
      'section',
      { section: 'militery' },
      ['5:10', 'There is no section “militery”.', 'The nearest one is `military`.'],
    ],
    [
      'section by the name that readers see',
      { section: 'Arts & Letters' },
      ['5:10', 'There is no section “Arts & Letters”.', 'The nearest one is `culture`.'],
    ],
    [
      'tag',
      { tags: '[kosovo, kuwayt]' },
      ['6:16', 'There is no tag “kuwayt”.', 'The nearest one is `kuwait`.'],
    ],
    [
      'tag by the name that readers see',
      { tags: '\n  - security force' },
      ['7:5', 'There is no tag “security force”.', 'The nearest one is `ksf`.'],
    ],
    [
      'author',
      { authors: '[antony-barnet]' },
      ['7:11', 'There is no author “antony-barnet”.', 'The nearest one is `anthony-barnett`.'],
    ],
    [
      'author by the name that readers see',
      { authors: '[Anthony Barnett]' },
      ['7:11', 'There is no author “Anthony Barnett”.', 'The nearest one is `anthony-barnett`.'],
    ],
    [
      'tag twice',
      { tags: '[kosovo, kosovo]' },
      ['6:7', '`tags` lists an entry twice.', 'List each entry once.'],
    ],
  ])('is refused: an unknown %s', async (_, fields, told) => {
    expect(await refusalsOf(fields)).toEqual([told]);
  });

  it('is refused with the advice to add it when there is none at all', async () => {
    const files = { 'authors/anthony-barnett.yaml': undefined };
    expect(await refusalsOf({}, undefined, files)).toEqual([
      ['7:11', 'There is no author “anthony-barnett”.', 'Add it to the authors first.'],
    ]);
  });
});

describe('a date', () => {
  const form =
    'Write year, month and day with hyphens, such as 2021-03-09, or 2021-03-09 14:30 for a time.';
  const calendar = 'Write a day and time that exist; months go from 01 to 12, hours from 00 to 23.';

  it.each<[string, Fields, Told]>([
    [
      'that is not in the calendar',
      { published: '2021-02-31' },
      ['8:12', '“2021-02-31” does not exist in the calendar.', calendar],
    ],
    [
      'that could be read two ways',
      { published: '03/09/2021' },
      ['8:12', '“03/09/2021” is ambiguous, or not a date.', form],
    ],
    [
      'of an update, in the newsroom’s time zone',
      { updated: '2026-10-25 02:30' },
      [
        '9:10',
        'The clocks in Europe/Tirane go back over 2026-10-25 02:30, so that time occurs twice.',
        'Say which one: 2026-10-25 02:30+02:00 or 2026-10-25 02:30+01:00.',
      ],
    ],
    [
      'of an update before the story was published',
      { updated: '2021-03-08' },
      [
        '9:10',
        '`updated` is before `published`.',
        'Write a time after 2021-03-09, or remove `updated`.',
      ],
    ],
  ])('is refused %s', async (_, fields, told) => {
    expect(await refusalsOf(fields)).toEqual([told]);
  });
});

describe('the id', () => {
  const fix = 'Each story needs its own id. Write `id: e6f447e6-c89a-86ba-a8df-a878f63da774`.';

  it('is refused when it is no UUID, with one to take', async () => {
    expect(await refusalsOf({ id: 'troops' })).toEqual([['2:5', '`id` is not a UUID.', fix]]);
    expect(await readStory({ id: 'e6f447e6-c89a-86ba-a8df-a878f63da774' })).toBeDefined();
  });

  it('is refused when it is missing, with one to take', async () => {
    expect(await refusalsOf({ id: undefined })).toEqual([['2:1', '`id` is missing.', fix]]);
  });
});

describe('the frontmatter', () => {
  const yaml = 'Check the indentation, and put a value with a colon or a # in double quotes.';
  const none: Told = [
    `${storyFile}:1:1`,
    'This file does not begin with frontmatter.',
    'Put the fields at the top, between two lines of ---. Every .md file here is read, except README.md and hidden files.',
  ];

  it.each([
    ['there is none', 'The platoon left.\n'],
    ['something stands before it', `\n${story()}`],
    ['the file is empty', ''],
  ])('is refused when %s', async (_, text) => {
    expect(await refusals({ [storyFile]: text })).toEqual([none]);
  });

  it('is refused when it never ends', async () => {
    expect(await refusals({ [storyFile]: '---\nid: x\n\nThe platoon left.\n' })).toEqual([
      [
        `${storyFile}:1:1`,
        'The frontmatter is not closed.',
        'Put a line of --- between the fields and the text.',
      ],
    ]);
  });

  // YAML reads as a number or as true or false what an editor means as text.
  it.each<[string, Fields, string]>([
    [
      'a headline',
      { headline: '1984' },
      'a number. Put it in quotation marks: `headline: "1984"`.',
    ],
    [
      'a headline with zeros',
      { headline: '007' },
      'a number. Put it in quotation marks: `headline: "007"`.',
    ],
    [
      'a standfirst',
      { standfirst: 'true' },
      'true or false. Put it in quotation marks: `standfirst: "true"`.',
    ],
    ['a tag', { tags: '[kosovo, 2024]' }, 'a number. Put it in quotation marks: `tags: ["2024"]`.'],
    [
      'a note',
      { updated: '2021-03-10', updateNote: '12.50' },
      'a number. Put it in quotation marks: `updateNote: "12.50"`.',
    ],
  ])('is refused with the fix where %s is a number or true or false', async (_, fields, fix) => {
    const files = { 'tags.yaml': 'kosovo:\n  name: Kosovo\n2024:\n  name: The year 2024\n' };
    const [told, ...others] = await refusalsOf(fields, undefined, files);
    expect(told?.[1]).toMatch(/^`\w+` is not text\.$/);
    expect([told?.[2], others]).toEqual([`YAML reads it as ${fix}`, []]);
  });

  it('is empty where a new story has only its advice, and reported once', async () => {
    const told = await refusalsOf({ standfirst: '# One or two sentences' });
    expect(told.map(([, summary]) => summary)).toEqual(['`standfirst` is empty.']);
    const [hash] = await refusalsOf({ headline: '#MeToo wins' });
    expect(hash?.[1]).toContain('as a comment');
  });

  it('is refused with what to write where quotation marks would not do', async () => {
    const [told] = await refusalsOf({ published: '2021' });
    expect(told?.[2]).toMatch(/^When the story was first published/);
  });

  it.each<[string, Fields, Told]>([
    [
      'a value has a colon in it',
      { headline: 'Kuwait: the mission' },
      [
        '3:11',
        'This is not valid YAML: Nested mappings are not allowed in compact mappings.',
        yaml,
      ],
    ],
    [
      'a field stands in it twice',
      { source: '\n  name: AP\nheadline: Again' },
      ['11:1', 'This is not valid YAML: Map keys must be unique.', 'Delete one of the two.'],
    ],
    [
      'a value begins with an asterisk',
      { headline: '*Breaking*' },
      [
        '3:11',
        'YAML reads *Breaking* as an alias, which is not allowed here.',
        'Put the value in double quotes.',
      ],
    ],
  ])('is refused when %s', async (_, fields, told) => {
    expect(await refusalsOf(fields)).toEqual([told]);
  });
});
