import { describe, expect, it } from 'vitest';
import { atlas, countryIn, countryNames, nameOf } from '../../src/desk/atlas.ts';
import { editionOf, refusalsOf, story, storyFile } from './content.ts';

const places = '[{ name: Pristina, at: [42.66, 21.17] }, { name: Tirana, at: [41.33, 19.82] }]';

/** The map of a story that has two places. */
const map = (fields: string) => ({
  places,
  map: `{ alt: Two towns, caption: Where it happened., ${fields} }`,
});

describe('a map', () => {
  it('leads the story where there is no picture, with a credit by the site', async () => {
    const { stories } = await editionOf({
      [storyFile]: story(map('journey: [Pristina, Tirana]')),
    });
    expect(stories[0]!.frontmatter.lead).toEqual({
      image: ':map',
      alt: 'Two towns',
      caption: 'Where it happened.',
      credit: 'Map: ANH. Data: Natural Earth; borders as Natural Earth draws them.',
    });
  });

  it('goes when the story is taken back', async () => {
    const corrections = '[{ date: 2021-03-10, kind: retraction, text: It did not happen. }]';
    const { stories } = await editionOf({ [storyFile]: story({ ...map(''), corrections }) });
    expect(stories[0]!.frontmatter).not.toHaveProperty('lead');
    expect(stories[0]!.frontmatter).not.toHaveProperty('map');
  });
});

const many = Array.from({ length: 13 }, (_, at) => `{ name: Town ${at}, at: [1, ${at}] }`);

it.each([
  [
    'without what it shows',
    { ...map(''), map: '{ caption: Where it happened. }' },
    '`map.alt` is missing.',
    /^What the map shows/,
  ],
  [
    'without a caption',
    { ...map(''), map: '{ alt: Two towns }' },
    '`map.caption` is missing.',
    /^The words under the map/,
  ],
  [
    'with the same words for both',
    { ...map(''), map: '{ alt: Towns, caption: Towns. }' },
    '`map.alt` says the same as the caption.',
    /^Say in alt/,
  ],
  [
    'with a place that the story has not',
    map('places: [Pristna]'),
    'The story has no place “Pristna”.',
    /^The nearest one is `Pristina`\.$/,
  ],
  [
    'with a place twice',
    map('places: [Tirana, Tirana]'),
    '`map.places` lists an entry twice.',
    /^List each entry once/,
  ],
  [
    'with a country that is none',
    map('countries: [Kuweit]'),
    'There is no country “Kuweit” on the map.',
    /^The nearest one is `Kuwait`\.$/,
  ],
  [
    'with a country by its name elsewhere',
    map('countries: [Bosnia & Herzegovina]'),
    'There is no country “Bosnia & Herzegovina” on the map.',
    /`Bosnia and Herz\.`/,
  ],
  [
    'with a journey of one stop',
    map('journey: [Tirana]'),
    '`map.journey` has fewer than two stops.',
    /^A route to draw/,
  ],
  [
    'with a stop that it does not show',
    map('places: [Pristina], journey: [Pristina, Tirana]'),
    'The journey stops at “Tirana”, which the map does not show.',
    /^The nearest one is `Pristina`\.$/,
  ],
  [
    'with a journey that stays',
    map('journey: [Tirana, Tirana]'),
    'The journey has the same stop twice in a row.',
    /^Remove one of the two/,
  ],
  ['of nothing', { map: map('').map }, 'The map shows nothing.', /^Add `places:`/],
  [
    'of too many places',
    { ...map(''), places: `[${many.join(', ')}]` },
    'The map shows 13 places, more than 12.',
    /^List at most 12/,
  ],
  [
    'of two places of one name',
    { ...map(''), places: places.replace('Tirana', 'Pristina') },
    'The map shows two places called “Pristina”.',
    /^Give them different names/,
  ],
  [
    'beside a lead picture',
    { ...map(''), lead: '{ image: a.png, alt: A, caption: B, credit: C }' },
    'The story has two leads, a picture and a map.',
    /^Remove one of them/,
  ],
])('is refused %s', async (_, fields, summary, fix) => {
  const told = await refusalsOf(fields);
  const [, first, how] = told.find(([, text]) => text === summary) ?? told[0]!;
  expect(first).toBe(summary);
  expect(how).toMatch(fix);
});

it('tells where the problem is', async () => {
  // Line 9 has the places, line 10 the map.
  expect((await refusalsOf(map('countries: [Kuwait, Kuweit]')))[0]![0]).toMatch(/^10:\d\d$/);
});

describe('the atlas', () => {
  it('knows every country by one name, in every language of the site', () => {
    const { geometries } = atlas('50m').objects.countries;
    expect(countryNames().size).toBe(geometries.length);
    const called = (name: string, language: string) =>
      countryIn(
        language,
        geometries.find((country) => nameOf(country) === name)!,
      );
    expect(called('Kuwait', 'ar')).toBe('الكويت');
    expect(called('Bosnia and Herz.', 'en-US')).toBe('Bosnia and Herzegovina');
    expect(called('Kosovo', 'sr')).toBe('Косово');
    expect(called('Kosovo', 'sq')).toBe('Kosovë');
    // What has no code keeps Natural Earth’s name, or its parent’s would stand there.
    expect(called('N. Cyprus', 'en')).toBe('N. Cyprus');
    expect(called('Ashmore and Cartier Is.', 'en')).toBe('Ashmore and Cartier Is.');
  });
});
