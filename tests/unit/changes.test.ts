import { describe, expect, it } from 'vitest';
import { editionOf, idOf, png, refusals, story, storyFile, type Fields } from './content.ts';

const storyAt = async (fields: Fields, now: string) =>
  (await editionOf({ [storyFile]: story(fields) }, now)).stories[0];

const corrections = `
  - { date: 2021-03-12, kind: clarification, text: Two. }
  - { date: 2021-03-11 09:00, kind: correction, text: One. }
  - { date: 2021-04-01, kind: retraction, text: Three. }`;

describe('corrections', () => {
  it('are told oldest first, once their time has come', async () => {
    const texts = async (now: string) =>
      (await storyAt({ corrections }, now))?.corrections.map(({ text }) => text);
    expect(await texts('2021-03-11T07:59:59Z')).toEqual([]);
    expect(await texts('2021-03-11T08:00:00Z')).toEqual(['One.']);
    expect(await texts('2021-03-20T00:00:00Z')).toEqual(['One.', 'Two.']);
  });

  it('move the time of the last change, and an update does so too', async () => {
    const modified = async (fields: Fields, now: string) =>
      (await storyAt(fields, now))?.modified.iso;
    expect(await modified({}, '2021-03-20T00:00:00Z')).toBe('2021-03-09');
    expect(await modified({ corrections }, '2021-03-20T00:00:00Z')).toBe('2021-03-12');
    const updated = '2021-03-15 10:00';
    expect(await modified({ corrections, updated }, '2021-03-20T00:00:00Z')).toBe(
      '2021-03-15T10:00:00+01:00',
    );
    expect(await modified({ updated }, '2021-03-10T00:00:00Z')).toBe('2021-03-09');
  });

  it('that retract a story take its pictures away and say so in the headline', async () => {
    const picture = '{ image: a.png, alt: A, caption: B, credit: C }';
    const edition = await editionOf(
      {
        [storyFile]: story(
          {
            lead: picture,
            corrections,
            dateline: 'PRISTINA',
            places: '[{ name: Pristina, at: [42, 21] }]',
          },
          'One.\n\n![A](b.png "B (C)")',
        ),
        'articles/2021/03/troops/a.png': png,
        'articles/2021/03/troops/b.png': png,
      },
      '2021-05-01T00:00:00Z',
    );
    const [retracted] = edition.stories;
    expect(retracted?.retraction?.text).toBe('Three.');
    expect(retracted?.frontmatter.headline).toBe('Retracted: Kosovo sends troops to Kuwait');
    for (const field of ['lead', 'dateline', 'places'])
      expect(retracted?.frontmatter).not.toHaveProperty(field);
    expect(retracted?.text.pictures).toEqual([]);
    expect(retracted?.text).not.toHaveProperty('firstFigure');
  });
});

describe('a story that expires', () => {
  it('is there until its time and gone from then on', async () => {
    const files = { [storyFile]: story({ expires: '2021-06-01 12:00' }) };
    const before = await editionOf(files, '2021-06-01T09:59:59Z');
    expect([before.stories.length, before.gone.length]).toEqual([1, 0]);
    const after = await editionOf(files, '2021-06-01T10:00:00Z');
    expect([after.stories.length, after.sections.length, after.years.length]).toEqual([0, 0, 0]);
    expect(after.gone).toMatchObject([
      { address: '/2021/03/09/troops/', expires: { iso: '2021-06-01T12:00:00+02:00' } },
    ]);
  });
});

describe('the next release', () => {
  const next = async (fields: Fields, now: string) =>
    (await editionOf({ [storyFile]: story(fields) }, now)).next?.iso;

  it('is the first of what is to come: an embargo, an update, a correction, an end', async () => {
    const fields = { corrections, updated: '2021-03-15 10:00', expires: '2021-06-01' };
    const steps = [
      ['2021-03-01T00:00:00Z', '2021-03-09'],
      ['2021-03-10T00:00:00Z', '2021-03-11T09:00:00+01:00'],
      ['2021-03-11T12:00:00Z', '2021-03-12'],
      ['2021-03-13T00:00:00Z', '2021-03-15T10:00:00+01:00'],
      ['2021-03-20T00:00:00Z', '2021-04-01'],
      ['2021-05-01T00:00:00Z', '2021-06-01'],
      ['2021-07-01T00:00:00Z', undefined],
    ] as const;
    for (const [now, expected] of steps) expect(await next(fields, now)).toBe(expected);
  });

  it('is not that of a draft', async () => {
    expect(await next({ draft: 'true', published: '2099-01-01' }, '2021-01-01T00:00:00Z')).toBe(
      undefined,
    );
  });
});

describe('what is refused of a change', () => {
  const of = async (fields: Fields) => (await refusals({ [storyFile]: story(fields) })).slice(0, 1);
  it.each([
    [
      { updated: '2021-03-10', updateNote: undefined },
      ['9:10', '`updated` is set but `updateNote` is missing.'],
    ],
    [{ updateNote: 'More.' }, ['9:13', '`updateNote` is set but `updated` is missing.']],
    [
      { corrections: '[{ date: 2021-03-01, kind: correction, text: A. }]' },
      ['9:23', 'The correction is dated before `published`.'],
    ],
    [
      { corrections: '[{ date: 2021-03-10, kind: erratum, text: A. }]' },
      [
        '9:41',
        '`corrections.kind` must be one of retraction, correction, editors-note, clarification.',
      ],
    ],
    [{ expires: '2021-03-09' }, ['9:10', '`expires` is not after `published`.']],
    [{ formerly: '[troops]' }, ['9:12', 'troops is not a path of this site.']],
    [{ formerly: '[/2021/03/09/troops/]' }, ['9:12', `${storyFile} has the same address.`]],
  ])('%o', async (fields, [place, summary]) => {
    const [problem] = await of(fields);
    expect(problem?.[0]).toBe(`${storyFile}:${place}`);
    expect(problem?.[1]).toMatch(new RegExp(`${summary}$`));
  });

  it('two stories that had the same address', async () => {
    const former = { formerly: '[/2020/01/01/a/]' };
    const problems = await refusals({
      [storyFile]: story(former),
      'articles/2021/04/other.md': story({ ...former, id: idOf(1) }),
    });
    expect(problems.map(([place]) => place)).toEqual(['articles/2021/04/other.md:9:12']);
  });
});
