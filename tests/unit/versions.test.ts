import { describe, expect, it } from 'vitest';
import { langOf, languageFor } from '../../src/edition/language.ts';
import { called } from '../../src/edition/listing.ts';
import { versionLinks } from '../../src/outputs/version-links.ts';
import {
  editionOf,
  idOf,
  page,
  publication,
  refusals,
  story,
  storyFile,
  type Fields,
  type Files,
} from './content.ts';

/** Stories by name; the id of each is the number of its place. */
function stories(byName: Record<string, Fields>): Files {
  const files = Object.entries(byName).map(([name, fields], at): [string, string] => [
    `articles/${name}.md`,
    story({ id: idOf(at + 1), ...fields }),
  ]);
  return { [storyFile]: undefined, ...Object.fromEntries(files) };
}

const original = { translationOf: idOf(1) };

describe('the desk', () => {
  it('passes versions of one original in languages of their own', async () => {
    const files = stories({
      a: {},
      b: { language: 'ar', ...original },
      c: { language: 'en-GB', translationOf: idOf(1).toUpperCase() },
    });
    await expect(editionOf(files)).resolves.toBeDefined();
  });

  it.each([
    [
      'an original that is not there',
      { a: {}, b: { language: 'ar', translationOf: idOf(9) } },
      [
        'articles/b.md:10:1',
        `There is no story with the id ${idOf(9)}.`,
        'Copy the `id` from the original’s file.',
      ],
    ],
    [
      'a translation of itself',
      { a: { ...original } },
      [
        'articles/a.md:9:1',
        '`translationOf` names this story itself.',
        'Write the `id` of the original, or remove `translationOf`.',
      ],
    ],
    [
      'the language of the original',
      { a: {}, b: original },
      [
        'articles/b.md:9:1',
        'articles/a.md is a version of the same story in the same language, en-US.',
        'Correct `language`, or remove one of the two.',
      ],
    ],
    [
      'a language that another version has',
      { a: {}, b: { language: 'ar', ...original }, c: { language: 'ar', ...original } },
      [
        'articles/c.md:9:1',
        'articles/b.md is a version of the same story in the same language, ar.',
        'Correct `language`, or remove one of the two.',
      ],
    ],
    [
      'a mark that is none',
      { a: { translationOf: 'kosovo' } },
      [
        'articles/a.md:9:16',
        '`translationOf` is not a UUID.',
        'The `id` of the original, if this story is a version of it in another language. The pages of all versions link to each other.',
      ],
    ],
    [
      'a language that is none',
      { a: { language: 'Arabic' } },
      [
        'articles/a.md:9:11',
        '`language` is not a language tag.',
        'Write a BCP 47 tag, such as en-US, sq or ar.',
      ],
    ],
  ])('refuses %s', async (_, byName, problem) => {
    const told = await refusals(stories(byName as Record<string, Fields>));
    expect(
      told.map(([place, ...rest]) => [place.replace(/^.*articles/, 'articles'), ...rest]),
    ).toEqual([
      [problem[0], expect.stringMatching(new RegExp(`${RegExp.escape(problem[1]!)}$`)), problem[2]],
    ]);
  });

  it('refuses a translation of a translation, and names the original', async () => {
    const told = await refusals(
      stories({
        a: {},
        b: { language: 'ar', ...original },
        c: { language: 'sq', translationOf: idOf(2) },
      }),
    );
    expect(told).toHaveLength(1);
    expect(told[0]![1]).toMatch(/articles\/b\.md is itself a translation\.$/);
    expect(told[0]![2]).toBe(`Name the original: \`translationOf: ${idOf(1)}\`.`);
  });

  it('refuses a name in a language that is none', async () => {
    const files = { 'tags.yaml': 'kosovo:\n  name: Kosovo\n  names: { Arabic: كوسوفو }\n' };
    expect(await refusals(files)).toEqual([
      [
        'tags.yaml:3:12',
        '`Arabic` is not a language tag.',
        'Write a BCP 47 tag, such as en-US, sq or ar.',
      ],
    ]);
  });
});

describe('an edition', () => {
  const four = {
    sr: { language: 'sr', published: '2021-03-07', translationOf: idOf(3) },
    ar: { language: 'ar', published: '2021-03-08', translationOf: idOf(3) },
    en: { published: '2021-03-09' },
    other: { published: '2021-03-10' },
  };
  const versionsIn = async (files: Files, now?: string) => {
    const edition = await editionOf(files, now);
    return Object.fromEntries(
      edition.stories.map((one) => [one.slug, edition.contextOf(one).versions.join()]),
    );
  };

  it('knows each story in all its languages, the original first', async () => {
    expect(await versionsIn(stories(four))).toEqual({
      en: 'en,ar,sr',
      ar: 'en,ar,sr',
      sr: 'en,ar,sr',
      other: '',
    });
  });

  it('knows only of versions that are published', async () => {
    expect(await versionsIn(stories(four), '2021-03-08T12:00:00Z')).toEqual({
      ar: 'ar,sr',
      sr: 'ar,sr',
    });
    expect(await versionsIn(stories(four), '2021-03-07T12:00:00Z')).toEqual({ sr: '' });
    const draft = { ...four, sr: { ...four.sr, draft: 'true' } };
    expect(await versionsIn(stories(draft))).toEqual({ en: 'en,ar', ar: 'en,ar', other: '' });
  });

  it('has links to all versions, and to the original for who reads none', async () => {
    const edition = await editionOf(stories(four));
    const links = edition.stories.map((one) => versionLinks(one, edition));
    expect(links.map(({ length }) => length)).toEqual([0, 4, 4, 4]);
    expect(links[3]).toEqual([
      { hreflang: 'en-US', href: 'https://anh.example/2021/03/09/en/' },
      { hreflang: 'ar', href: 'https://anh.example/2021/03/08/ar/' },
      { hreflang: 'sr', href: 'https://anh.example/2021/03/07/sr/' },
      { hreflang: 'x-default', href: 'https://anh.example/2021/03/09/en/' },
    ]);
    const early = await editionOf(stories(four), '2021-03-08T12:00:00Z');
    expect(versionLinks(early.stories[0]!, early).map(({ hreflang }) => hreflang)).toEqual([
      'ar',
      'sr',
    ]);
  });

  it('leads from a story to the next and the last one in its language', async () => {
    const edition = await editionOf(stories(four));
    const beside = edition.stories.map((one) => {
      const { newer, older } = edition.contextOf(one);
      return [one.slug, newer, older];
    });
    expect(beside).toEqual([
      ['other', undefined, 'en'],
      ['en', 'other', undefined],
      ['ar', undefined, undefined],
      ['sr', undefined, undefined],
    ]);
  });

  it('speaks of each story in its own language', async () => {
    const edition = await editionOf({
      ...stories({
        ar: { language: 'ar', corrections: '[{ date: 2021-03-10, kind: retraction, text: لا. }]' },
        plain: {},
      }),
      'pages/rreth.md': page({ language: 'sq' }),
    });
    const { pages, language, languages } = edition;
    expect(language.tag).toBe('en-US');
    expect(languages.map(({ tag }) => tag).toSorted()).toEqual(['ar', 'en-US', 'sq']);
    expect(pages[0]?.language).toBe('sq');
    expect(edition.stories.map((one) => [one.language, one.frontmatter.headline])).toEqual([
      ['ar', 'مسحوب: Kosovo sends troops to Kuwait'],
      ['en-US', 'Kosovo sends troops to Kuwait'],
    ]);
  });
});

describe('a language', () => {
  it.each([
    ['ar', 'rtl', 'العربية', '9 مارس 2021'],
    ['ar-KW', 'rtl', 'العربية', '٩ مارس ٢٠٢١'],
    ['fa', 'rtl', 'فارسی', '۱۹ اسفند ۱۳۹۹'],
    ['he', 'rtl', 'עברית', '9 במרץ 2021'],
    ['sq', 'ltr', 'Shqip', '9 mars 2021'],
    ['sr', 'ltr', 'Српски', '9. март 2021.'],
    ['sr-Latn', 'ltr', 'Srpski (latinica)', '9. mart 2021.'],
    ['en-US', 'ltr', 'English', 'March 9, 2021'],
  ])('%s reads %s, calls itself %s and writes dates its way', (tag, dir, name, date) => {
    const language = languageFor(tag, 'Europe/Tirane');
    expect([language.dir, language.name]).toEqual([dir, name]);
    const moment = { at: Date.parse('2021-03-09'), iso: '2021-03-09', day: '2021-03-09' };
    expect(language.dates.long(moment)).toBe(date);
  });

  it('is named where it is another than that around it', () => {
    expect(langOf('ar', 'en-US')).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(langOf('en-US', 'ar')).toEqual({ lang: 'en-US', dir: 'ltr' });
    expect(langOf('en-GB', 'en-US')).toEqual({});
    expect(langOf('sr', 'sr-Latn')).toEqual({ lang: 'sr', dir: 'ltr' });
  });

  it('has names of its own for sections, topics and authors, else those of the publication', async () => {
    const { sections, tags, authors } = await editionOf({
      'publication.yaml': publication({ language: 'sq' }),
      'sections.yaml': 'military:\n  name: Ushtria\n  names: { ar: الجيش, ar-EG: القوات }\n',
      'authors/anthony-barnett.yaml':
        'name: Anthony Barnett\ndescription: X\nnames: { ar: أنتوني بارنيت }\n',
    });
    const names = (tag: string) =>
      [sections[0]!, tags[0]!, authors[0]!].map((one) => called(one, tag));
    expect(names('ar')).toEqual([
      { name: 'الجيش' },
      { name: 'Kosovo', lang: 'sq', dir: 'ltr' },
      { name: 'أنتوني بارنيت' },
    ]);
    expect(names('ar-EG')[0]).toEqual({ name: 'القوات' });
    expect(names('ar-MA')[0]).toEqual({ name: 'الجيش' });
    expect(names('sq')[0]).toEqual({ name: 'Ushtria' });
  });
});
