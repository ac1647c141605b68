import { describe, expect, it } from 'vitest';
import { FixableError } from '../../../src/desk/problem.ts';
import { Decisions } from '../../../src/import/decisions.ts';
import { settleRelease } from '../../../src/import/embargo.ts';
import { failureOf } from '../../../src/import/failure.ts';
import type { Filing } from '../../../src/import/filing.ts';
import {
  captionWith,
  emptyStory,
  splitCaption,
  taken,
  type ImportedStory,
} from '../../../src/import/imported-story.ts';
import { millisecondsOf, momentOf } from '../../../src/import/moment-of.ts';
import { namePictures } from '../../../src/import/pictures.ts';
import { sayReport, type StoryReport } from '../../../src/import/report.ts';
import { brief } from '../../../src/import/say.ts';
import { writeStoryFile } from '../../../src/import/story-file.ts';
import { tidy } from '../../../src/import/tidy.ts';

const unfiled: Filing = {
  ...{ tags: [], authors: [], unknownTags: [], unknownSections: [], unknownAuthors: [] },
};
function write(parts: Partial<ImportedStory>, filing: Partial<Filing> = {}, wishes = {}) {
  const imported = { ...emptyStory('x'), ...parts };
  const file = writeStoryFile(imported, { ...unfiled, ...filing }, wishes, namePictures(imported));
  return { ...file, missing: file.fields.filter(({ how }) => how === 'missing') };
}
const found = (value: string, from?: string) => ({
  ...{ value, how: 'taken' as const },
  ...(from !== undefined && { from }),
});

describe('the file of a story', () => {
  it('asks for what the desk requires, and for nothing else', () => {
    const names = (parts: Partial<ImportedStory>) => write(parts).missing.map(({ field }) => field);
    const always = ['headline', 'standfirst', 'section', 'tags', 'authors', 'published'];
    expect(names({})).toEqual([...always, 'text']);
    expect(names({ updated: found('2021-03-09') })).toEqual([...always, 'updateNote', 'text']);
    for (const field of ['byline', 'place'])
      expect(names({ source: { [field]: found('x') } })).toEqual([
        'source.name',
        ...always,
        'text',
      ]);
  });

  it('says of each field where it comes from', () => {
    const filing = { section: 'sea', tags: ['a', 'b'], authors: ['ana'] };
    const { fields, markdown } = write(
      {
        ...{
          headline: found('A', 'B'),
          standfirst: found('C', 'C'),
          sections: ['Sea'],
          tags: ['A'],
        },
        ...{ authors: ['Ana'], about: 'Ana writes.' },
        places: [{ name: 'Porto', at: [1, 2] }],
        corrections: [{ date: '2021-03-09', kind: 'correction', text: 'It was five.' }],
      },
      filing,
    );
    expect(fields.filter(({ how }) => how !== 'missing')).toEqual([
      { field: 'headline', how: 'taken', value: 'A', from: 'B' },
      { field: 'standfirst', how: 'taken', value: 'C' },
      { field: 'section', how: 'guessed', value: 'sea', from: 'Sea' },
      { field: 'tags', how: 'guessed', value: 'a, b', from: 'A, Sea' },
      { field: 'authors', how: 'guessed', value: 'ana', from: 'Ana, About the Author' },
      { field: 'corrections', how: 'taken', value: 'correction, 2021-03-09: It was five.' },
      { field: 'places', how: 'taken', value: 'Porto (1, 2)' },
    ]);
    expect(markdown).toContain('\nsection: sea\ntags: [a, b]\nauthors: [ana]\n');
    expect(markdown).toContain('\n    at: [1, 2]\n');
    expect(write({ series: 'Ports' }, { series: 'ports' }).fields).toContainEqual({
      ...{ field: 'series', how: 'guessed', value: 'ports', from: 'Ports' },
    });
    const wishes = { section: 'sea', author: 'ana' };
    const wished = write({}, filing, wishes).fields.filter(({ how }) => how === 'taken');
    expect(wished.map(({ from }) => from)).toEqual(['--section', '--author']);
  });

  it('has its lead and what is to stay in sight', () => {
    const lead = { address: 'a.jpg', alt: '', caption: 'Now. (Ana)' };
    const focused = [
      { address: 'a.jpg', focus: '1% 2%' },
      { address: 'b.jpg', focus: '3% 4%' },
    ];
    const { markdown, fields } = write({ lead, focused });
    expect(markdown).toContain('lead:\n  image: picture-1.jpg\n  caption: Now.\n  credit: Ana\n');
    expect(markdown).toContain('pictures:\n  picture-1.jpg:\n    focus: 1% 2%\n');
    expect(fields).toContainEqual({
      field: 'pictures',
      how: 'taken',
      value: 'picture-1.jpg: 1% 2%',
    });
    for (const none of ['lead:', 'pictures:', 'source:', 'places:', 'formerly:'])
      expect(write({}).markdown).not.toContain(none);
  });

  it('tells what found no place in it', () => {
    const filing = { unknownTags: ['a'], unknownSections: ['b'], unknownAuthors: ['c'] };
    const imported = { series: 'd', about: 'e', left: ['f'], lost: [{ what: 'g', text: 'h' }] };
    expect(write(imported, filing).lost).toEqual([
      { what: 'unknown tag', text: 'a' },
      { what: 'section not used', text: 'b' },
      { what: 'unknown author', text: 'c' },
      { what: 'unknown series', text: 'd' },
      { what: 'about the author', text: 'e' },
      { what: 'its old address', text: 'f' },
      { what: 'g', text: 'h' },
    ]);
    expect(write({ series: 'd' }, { series: 'd' }).lost).toEqual([]);
  });
});

describe('captions', () => {
  it.each([
    ['Now', 'Ana', 'Now (Ana)'],
    ['Now (Ana)', 'Ana', 'Now (Ana)'],
    [' Now\n then ', '', 'Now then'],
    ['', ' Ana\n Reis', '(Ana Reis)'],
    ['Now', 'Ana (staff)/AP', 'Now (Ana (staff)/AP)'],
    ['Now', 'Ana (staff', 'Now (Ana staff)'],
  ])('have a credit at their end: %s, %s', (caption, credit, whole) => {
    expect(captionWith(caption, credit)).toBe(whole);
  });

  it.each([
    ['Now (Ana)', 'Now', 'Ana'],
    ['Now (Ana (staff)/AP) ', 'Now', 'Ana (staff)/AP'],
    ['(Ana)', '', 'Ana'],
    ['Now (Ana) then', 'Now (Ana) then', ''],
  ])('are parted again: %s', (title, caption, credit) => {
    expect(splitCaption(title)).toEqual({ caption, credit });
  });

  it('are none without words', () => {
    expect([taken(' '), taken(undefined), taken(' a ')]).toEqual([
      ...[undefined, undefined, { value: 'a', how: 'taken' }],
    ]);
  });
});

it('names pictures by their kind, each address once, and says what they need', () => {
  const image = (url: string, alt = '', title = '') => ({
    type: 'image' as const,
    url,
    alt,
    title,
  });
  const children = [
    image('https://a.example/a.JPEG?x=.png'),
    image('b.gif', 'B', 'Now. (Ana)'),
    image('https://a.example/a.JPEG?x=.png', 'A'),
    image('c.svg', ' ', 'Now.'),
    image(''),
    image(''),
  ].map((one) => ({ type: 'paragraph' as const, children: [one] }));
  const imported = { ...emptyStory('x'), text: { type: 'root' as const, children } };
  expect(namePictures(imported).map(({ file, needs }) => [file, needs])).toEqual([
    ['picture-1.jpeg', ['file', 'alt', 'caption', 'credit']],
    ['picture-2.png', ['file']],
    ['picture-3.jpg', ['file', 'alt', 'credit']],
    ['picture-4.jpg', ['file', 'alt', 'caption', 'credit']],
    ['picture-5.jpg', ['file', 'alt', 'caption', 'credit']],
  ]);
});

describe('when a story may come out', () => {
  const settled = (parts: Partial<ImportedStory>, times: string[], status = ''): ImportedStory => {
    const imported = { ...emptyStory('x'), ...parts };
    settleRelease(imported, { embargoes: times.map((time) => ({ what: 'end', time })), status });
    return imported;
  };
  const [nine, ten, noon] = ['09', '10', '12'].map((hour) => `2021-03-09T${hour}:00:00Z`) as [
    string,
    string,
    string,
  ];

  it('is never before an embargo ends', () => {
    expect(settled({}, [ten])).toMatchObject({ published: { value: ten }, lost: [] });
    const same = settled({ published: found(ten) }, [ten]);
    expect([same.held, same.lost]).toEqual([undefined, []]);
    const late = settled({ published: found(noon) }, [ten]);
    expect([late.held, late.lost.length]).toEqual([undefined, 1]);
    expect(settled({ published: found(nine) }, [ten, noon]).published?.value).toBe(noon);
  });

  it('is what nobody saw changed before', () => {
    const note = { updateNote: found('More.') };
    const early = settled({ updated: found(ten), ...note }, [ten]);
    expect([early.updated, early.updateNote, early.lost.map(({ text }) => text)]).toEqual([
      undefined,
      undefined,
      [ten, 'More.'],
    ]);
    expect(settled({ updated: found(nine) }, [ten]).lost).toHaveLength(1);
    const late = settled({ updated: found(noon), ...note }, [ten]);
    expect([late.updated?.value, late.lost]).toEqual([noon, []]);
  });

  it.each([
    ['x:Usable', undefined],
    ['', undefined],
    ['cancelled', /has canceled it/],
    ['stat:Canceled', /has canceled it/],
    ['withheld', /withholds it/],
  ])('is as its status says: %s', (status, held) => {
    const story = settled({ published: found(ten) }, [], status);
    if (held) expect(story.held).toMatch(held);
    else expect(story.held).toBeUndefined();
    expect(story.published === undefined).toBe(held !== undefined);
    expect(story.notes).toHaveLength(held ? 1 : 0);
    const corrections = [{ date: '2021-03-10', kind: 'retraction', text: 'No.' }];
    expect(settled({ corrections }, [], status).held).toBeUndefined();
    const other = [{ date: '2021-03-10', kind: 'correction', text: 'No.' }];
    expect(settled({ corrections: other }, [], status).held !== undefined).toBe(Boolean(held));
  });

  it.each([
    ['2021-03-09T10:00', 36_000_000],
    ['2021-03-09T10:00:00', 36_000_000],
    ['2021-03-09T10:00:00Z', 36_000_000],
    ['2021-03-09', 0],
  ])('compares by its milliseconds: %s', (moment, after) => {
    expect(millisecondsOf(moment) - Date.parse('2021-03-09')).toBe(after);
  });

  it.each([
    ['Mar 9, 2021', '2021-03-09'],
    ['9 March 21 10:00 EST', '2021-03-09T15:00:00Z'],
    ['Tue, 9 Mar 2021 10:00 +0100 (CET)', '2021-03-09T09:00:00Z'],
    ['9 Xyz 2021', ''],
    ['20210309T100000', '2021-03-09T10:00:00'],
    ['2021-02-30', ''],
  ])('is read of %s', (text, moment) => expect(momentOf(text)).toBe(moment));
});

describe('what an editor sees', () => {
  const report = (parts: Partial<StoryReport>): StoryReport => ({
    ...{ kind: 'story', from: 'a.xml', format: 'feed', outcome: 'new', why: 'a draft' },
    ...{ path: 'a.md', fields: [], pictures: [], files: [], lost: [], notes: [] },
    ...parts,
  });
  const rows = (parts: Partial<StoryReport>) => sayReport(report(parts)).split('\n').slice(1);
  const picture = {
    ...{ file: 'p.jpg', address: '', isLead: false, needs: ['file'], state: 'saved here' },
  };

  it.each<[Partial<StoryReport>, string[]]>([
    [{}, []],
    [{ held: 'Wait.' }, ['    hold     Wait.']],
    [{ fields: [{ field: 'tags', how: 'missing' }] }, ['    missing  tags: write it']],
    [{ fields: [{ field: 'a', how: 'taken', value: 'b', from: 'c' }] }, ['    taken    a: b ← c']],
    [{ fields: [{ field: 'a', how: 'guessed', value: 'b' }] }, ['    guessed  a: b']],
    [{ pictures: [picture] }, ['    picture  p.jpg: saved here']],
    [{ pictures: [{ ...picture, line: 'L' }] }, ['    picture  p.jpg: saved here ← L']],
    [
      { pictures: [{ ...picture, needs: ['alt', 'credit'], address: 'A', line: 'L' }] },
      ['    picture  p.jpg: saved here; write its alt, credit ← A'],
    ],
    [
      { files: [{ address: 'A', href: '/f', state: 'saved here' }] },
      ['    file     /f: saved here ← A'],
    ],
    [{ notes: ['One.'] }, ['    note     One.']],
    [
      {
        lost: [
          { what: 'tag', text: 'a' },
          { what: 'tag', text: 'b' },
        ],
      },
      ['    lost     tag: “a”, “b”'],
    ],
    [
      {
        lost: [
          { what: 'tag', text: 'a' },
          { what: 'tag', text: 'x'.repeat(40) },
        ],
      },
      ['    lost     tag: “a”', `    lost     tag: “${'x'.repeat(40)}”`],
    ],
    [{ lost: [{ what: 'a', text: 'x'.repeat(2000) }] }, [`    lost     a: “${'x'.repeat(2000)}”`]],
    [
      { lost: [{ what: 'a', text: 'x'.repeat(2001) }] },
      [`    lost     a: “${'x'.repeat(1999)}… (1 more characters, see --json)”`],
    ],
  ])('of a story: %j', (parts, expected) => expect(rows(parts)).toEqual(expected));

  it('of what is no story, and in few words', () => {
    expect(sayReport({ kind: 'aside', from: 'a', lost: [{ what: 'page', text: 'b' }] })).toBe(
      'a: not stories\n    lost     page: “b”',
    );
    const failure = { kind: 'failure', from: 'a', summary: 'No.', fix: 'Do.' } as const;
    expect(sayReport(failure)).toBe('a: No.\n    Do.');
    expect(sayReport({ ...failure, item: 'b' })).toBe('a: “b”: No.\n    Do.');
    expect([brief('x'.repeat(120)), brief('abc', 2)]).toEqual(['x'.repeat(120), 'a…']);
  });

  it.each([
    [new FixableError('No.', 'Do.'), 'No.'],
    [new RangeError('Maximum call stack size exceeded'), 'It is nested too deeply.'],
    [new RangeError('Invalid'), /RangeError: Invalid$/],
    [Object.assign(new Error('x'), { code: 'ENOENT' }), 'There is no such file.'],
    [Object.assign(new Error('x'), { code: 'EISDIR' }), 'This is a folder.'],
    [Object.assign(new Error('x'), { code: 'EIO' }), 'It cannot be read or written: x.'],
    [new TypeError('x'), /TypeError: x$/],
  ])('of an error: %s', (error, summary) => {
    expect(failureOf(error, 'a', '')).toMatchObject({
      summary: typeof summary === 'string' ? summary : expect.stringMatching(summary),
    });
    expect(failureOf(error, 'a', '')).not.toHaveProperty('item');
    expect(failureOf(error, 'a', 'b').item).toBe('b');
  });

  it('of decisions, as much as fits', () => {
    const said = (reports: Parameters<Decisions['note']>[0][], isWhole = false) => {
      const decisions = new Decisions();
      for (const one of reports) decisions.note(one);
      return decisions.say(isWhole);
    };
    expect(said([])).toBe('0 stories: none.');
    expect(said([report({})])).toBe('1 story: 1 new.');
    const failure = { kind: 'failure', from: 'a', summary: '', fix: '' } as const;
    expect(said([failure, failure])).toContain('\n2 items could not be imported, see above.');
    const why = 'moved to articles/b.md since';
    expect(said([report({ outcome: 'left alone', why })])).toContain(
      '1 story: left alone: moved since\n',
    );
    const deleted = 'deleted since; to import it again, delete its line in imports.lock';
    expect(said([report({ outcome: 'left alone', why: deleted })])).toContain(
      `1 story: left alone: ${deleted}\n`,
    );
    expect(
      said([report({ pictures: [{ ...picture, state: 'missing', needs: ['file', 'alt'] }] })]),
    ).toMatch(
      /1 story: pictures without a file\n.*\n {4}- a\.md\n\n1 story: pictures without alt\n/,
    );
    expect(said([report({ pictures: [picture] })])).toBe('1 story: 1 new.');
    const missing = (field: string) => ({ field, how: 'missing' as const });
    const tagged = (name: string) =>
      report({
        fields: [missing('tags'), missing('text')],
        lost: [{ what: 'unknown tag', text: name }],
      });
    const tags = Array.from({ length: 11 }, (_, at) => tagged(`t${at}`));
    expect(said(tags)).toContain('    - t9 (1)\n    and 1 more\n');
    expect(said(tags, true)).toContain('    - t10 (1)\n');
    expect(said(tags)).toContain(': no text\n    Write `text` in each.\n    - a.md');
    expect(said(tags)).not.toContain('no tags');
    const terms = Array.from({ length: 11 }, (_, at) => ({
      ...{ file: 'tags.yaml', key: `k${at}`, formerly: ['/x/'], isWritten: at === 0 },
    }));
    const lists = { kind: 'lists', from: 'a', terms } as const;
    expect(said([lists])).toMatch(/write:\n {4}- tags\.yaml, k1: .*k10: [^\n]*$/s);
    expect(said([lists, lists])).toContain('\n    and 10 more');
    expect(said([lists, lists], true)).not.toContain('more');
  });
});

it('takes out what is forbidden wherever it is, and counts it', () => {
  const text = {
    type: 'root' as const,
    children: [
      { type: 'code' as const, lang: 'a b', meta: 'm', value: 'x\u0007' },
      { type: 'code' as const, lang: 'c++', value: '' },
    ],
  };
  const clean = tidy({ ...emptyStory('x'), tags: ['a\u0007'], version: 3, text });
  expect(clean).toMatchObject({
    ...{ tags: ['a'], version: 3 },
    notes: ['Invisible characters were removed: 2 × U+0007.'],
    text: { children: [{ lang: null, meta: null, value: 'x' }, { lang: 'c++' }] },
  });
  expect(tidy(emptyStory('x')).notes).toEqual([]);
});
