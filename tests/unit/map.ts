import fc from 'fast-check';
import { countryNames } from '../../src/desk/atlas.ts';
import type { Place } from '../../src/desk/schema/place.ts';
import type { Subject } from '../../src/maps/spots.ts';
import type { MapSize } from '../../src/maps/view.ts';

/** The sheets of a page, of a phone and of a card. */
export const sheets: MapSize[] = [
  { width: 880, height: 495, type: 20, small: 18 },
  { width: 360, height: 360, type: 15.5, small: 14 },
  { width: 560, height: 630, type: 26, small: 20 },
];

/** A place by its latitude and longitude. */
export const at = (name: string, latitude: number, longitude: number): Place => ({
  name,
  at: [latitude, longitude],
});

/** What a map of some places is of. */
export const of = (places: Place[], more: Partial<Subject> = {}): Subject => ({
  language: 'en-US',
  places,
  countries: [],
  journey: [],
  ...more,
});

export const kuwait = of(
  [
    at('Pristina', 42.6629, 21.1655),
    at('Mitrovica', 42.8914, 20.866),
    at('Tirana', 41.3275, 19.8187),
  ],
  { countries: ['Kuwait'], journey: ['Pristina', 'Kuwait'] },
);

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }),
  fc.constantFrom(
    'Pristina',
    'مدينة الكويت',
    'Косовска Митровица',
    'San José del Cabo',
    'Ii',
    '北京',
  ),
  fc.constantFrom('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'M'.repeat(100)),
);

const degree = (most: number) =>
  fc.oneof(
    fc.double({ min: -most, max: most, noNaN: true }),
    fc.constantFrom(-most, -most + 1e-6, 0, most - 1e-6, most),
  );

const anywhere = fc.tuple(degree(90), degree(180));

/** Places all over the world, at its edges, and close together, by the length of a street. */
const spots = fc.oneof(
  fc.array(anywhere, { minLength: 1, maxLength: 12 }),
  fc
    .tuple(
      anywhere,
      fc.constantFrom(1e-5, 1e-3, 0.1, 3),
      fc.array(fc.tuple(degree(1), degree(1)), { minLength: 1, maxLength: 12 }),
    )
    .map(([[latitude, longitude], apart, steps]) =>
      steps.map(([up, right]): [number, number] => [
        Math.max(-90, Math.min(90, latitude + up * apart)),
        Math.max(-180, Math.min(180, longitude + right * apart)),
      ]),
    ),
);

/** Whatever an editor may want a map of. */
export const anySubject: fc.Arbitrary<Subject> = fc
  .record({
    language: fc.constantFrom('en-US', 'en-GB', 'sq', 'sr', 'ar', 'ar-EG'),
    spots,
    names: fc.uniqueArray(name, { minLength: 12, maxLength: 12 }),
    countries: fc.uniqueArray(fc.constantFrom(...countryNames().keys()), { maxLength: 6 }),
    stops: fc.array(fc.nat(17), { maxLength: 6 }),
  })
  .map(({ language, spots, names, countries, stops }) => {
    const places = spots.map((spot, index) => ({ name: names[index]!, at: spot }));
    const all = [...places.map((place) => place.name), ...countries];
    const journey = stops
      .map((stop) => all[stop % all.length]!)
      .filter((stop, index, list) => stop !== list[index - 1]);
    return { language, places, countries, journey: journey.length > 1 ? journey : [] };
  });
