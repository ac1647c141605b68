import { describe, expect, it } from 'vitest';
import { readMoment } from '../../src/desk/moment.ts';
import { endingRights, maySyndicate } from '../../src/edition/rights.ts';
import {
  editionOf,
  idOf,
  png,
  readStory,
  read,
  refusals,
  refusalsOf,
  story,
  storyFile,
  type Fields,
  type Files,
  type Told,
} from './content.ts';

const lead = '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: AP';
const text = 'One.\n\n![Two](b.png "Three. (AP)")';
const pictures: Files = {
  'articles/2021/03/troops/a.png': png,
  'articles/2021/03/troops/b.png': png,
};

/** A story with two pictures; its lead stands on the lines 9 to 13, its rights from line 14. */
const withRights = (rights: string, fields: Fields = {}): Files => ({
  ...pictures,
  [storyFile]: story({ lead, rights, ...fields }, text),
});

describe('the desk', () => {
  it('knows the rights to a picture, for the lead and the text alike', async () => {
    const rights = `
  a.png: { holder: The AP, licence: CC BY 4.0, licenceUrl: "https://cc.example/by" }
  b.png: { expires: 2027-01-01, syndicate: false }`;
    const { stories } = await read(withRights(rights));
    expect(stories[0]?.pictures).toEqual([
      {
        path: './b.png',
        width: 8,
        height: 6,
        rights: {
          expires: readMoment('2027-01-01', 'Europe/Tirane'),
          syndicate: false,
          place: { line: 16, column: 21 },
        },
      },
      {
        path: './a.png',
        width: 8,
        height: 6,
        rights: {
          holder: 'The AP',
          licence: 'CC BY 4.0',
          licenceUrl: 'https://cc.example/by',
          syndicate: true,
          place: { line: 15, column: 10 },
        },
      },
    ]);
  });

  it('knows of none where none are written', async () => {
    const { stories } = await read({ ...pictures, [storyFile]: story({ lead }, text) });
    expect(stories[0]?.pictures.map(({ rights }) => rights)).toEqual([undefined, undefined]);
    expect((await readStory({ rights: '{}' })).pictures).toEqual([]);
  });

  it.each<[string, string, Told[]]>([
    [
      'to a picture that the story does not show',
      '\n  c.png: { syndicate: false }',
      [['15:3', 'The story has no picture “c.png”.', 'The nearest one is `b.png`.']],
    ],
    [
      'with a field that does not exist',
      '\n  a.png: { licens: CC }',
      [
        [
          '15:12',
          'There is no field `licens`.',
          'The nearest one is `licence`; the fields are holder, licence, licenceUrl, expires, syndicate.',
        ],
      ],
    ],
    [
      'of the wrong kind',
      '\n  a.png: AP\n  b.png: { syndicate: never, licenceUrl: cc, holder: "" }',
      [
        [
          '15:10',
          '`rights.a.png` is not a group of fields.',
          'Limits on the rights to pictures and recordings, by file name.',
        ],
        [
          '16:23',
          '`rights.b.png.syndicate` is not true or false.',
          'false keeps the picture out of feeds and off the wire; its caption and credit stay. For example: `syndicate: false`',
        ],
        [
          '16:42',
          '`rights.b.png.licenceUrl` is not a web address.',
          'Where those terms are published. For example: `licenceUrl: https://creativecommons.org/licenses/by/4.0/`',
        ],
        [
          '16:54',
          '`rights.b.png.holder` is empty.',
          'Who owns the picture, if that says more than the credit. For example: `holder: The Associated Press`',
        ],
      ],
    ],
    [
      'that run out at no moment',
      '\n  a.png: { expires: 01/02/2027 }',
      [
        [
          '15:21',
          '“01/02/2027” is ambiguous, or not a date.',
          'Write year, month and day with hyphens, such as 2021-03-09, or 2021-03-09 14:30 for a time.',
        ],
      ],
    ],
  ])('refuses rights %s', async (_, rights, told) => {
    expect(await refusalsOf({ lead, rights }, text, pictures)).toEqual(told);
  });

  it('refuses rights where there is no picture', async () => {
    expect(await refusalsOf({ rights: '\n  a.png: { syndicate: false }' })).toEqual([
      [
        '10:3',
        'The story has no picture “a.png”.',
        'Delete this entry; the story has no pictures.',
      ],
    ]);
  });

  it('says nothing of rights to a picture that another problem has hidden', async () => {
    const faulty = 'One.\n\n![Two](b.png "Three.")';
    const files = withRights('\n  b.png: { syndicate: false }');
    const told = await refusals({
      ...files,
      [storyFile]: story({ lead, rights: '\n  b.png: { syndicate: false }' }, faulty),
    });
    expect(told.map(([, summary]) => summary)).toEqual(['The picture’s `credit` is empty.']);
  });
});

describe('the edition', () => {
  /** Problems as `line:column`, by the newsroom's clock. */
  async function expired(files: Files, now: string, preview = false): Promise<string[]> {
    const edition = await editionOf(files, now, preview);
    const { problems } = endingRights(edition, Date.parse(now));
    return problems.map(({ line, column }) => `${line}:${column}`);
  }

  // The newsroom is in Tirana, an hour before UTC.
  it.each([
    ['2027-01-01', '2026-12-31T22:59:59Z', []],
    ['2027-01-01', '2026-12-31T23:00:00Z', ['15:21']],
    ['2026-11-23 13:00', '2026-11-23T11:59:59Z', []],
    ['2026-11-23 13:00', '2026-11-23T12:00:00Z', ['15:21']],
    ['2026-11-23T13:00Z', '2026-11-23T12:59:59Z', []],
  ])('refuses a picture until %s at %s: %j', async (expires, now, places) => {
    expect(await expired(withRights(`\n  a.png: { expires: ${expires} }`), now)).toEqual(places);
  });

  it('says which picture of which file, when its rights ran out and what to do', async () => {
    const edition = await editionOf(withRights('\n  b.png: { expires: 2026-01-01 }'));
    expect(endingRights(edition, Date.parse('2026-11-23T12:00:00Z')).problems).toEqual([
      {
        file: expect.stringMatching(/troops\/index\.md$/) as string,
        line: 15,
        column: 21,
        summary: 'The rights to ./b.png ran out on January 1, 2026.',
        fix: 'Replace or remove it; or correct the date, if you may show it longer.',
      },
    ]);
  });

  it.each([{ draft: 'true' }, { published: '2026-12-01' }])(
    'lets a story be that is not published, in a preview too: %j',
    async (fields) => {
      const files = withRights('\n  a.png: { expires: 2026-01-01 }', fields);
      expect(await expired(files, '2026-11-23T12:00:00Z')).toEqual([]);
      expect(await expired(files, '2026-11-23T12:00:00Z', true)).toEqual([]);
    },
  );

  it.each([
    ['2026-12-24T22:59:59Z', 0],
    ['2026-12-24T23:00:00Z', 1],
    ['2026-12-31T22:59:59Z', 1],
    ['2026-12-31T23:00:00Z', 0],
  ])('warns for a week before they run out: at %s %i times', async (now, times) => {
    const edition = await editionOf(withRights('\n  a.png: { expires: 2027-01-01 }'), now);
    const { warnings } = endingRights(edition, Date.parse(now));
    expect(warnings.map(({ line, summary }) => `${line} ${summary}`)).toEqual(
      Array(times).fill('15 The rights to ./a.png run out on January 1, 2027.'),
    );
  });

  it('comes due again when they run out, so that the site is built and the end noticed', async () => {
    const files = withRights('\n  a.png: { expires: 2027-01-01 }');
    expect((await editionOf(files)).next?.iso).toBe('2027-01-01');
    expect((await editionOf(files, '2027-01-01T00:00:00Z')).next).toBeUndefined();
  });

  it('knows what may be syndicated', async () => {
    const files = withRights('\n  a.png: { syndicate: false }');
    const another = story({ id: idOf(1), lead: lead.replace('a.png', 'x.png') });
    const { stories } = await editionOf({
      ...files,
      'articles/another.md': another,
      'articles/x.png': png,
    });
    const may = Object.fromEntries(
      stories.map((story) => [story.id, maySyndicate(story, story.frontmatter.lead!)]),
    );
    expect(may).toEqual({ '2021/03/troops': false, another: true });
  });
});
