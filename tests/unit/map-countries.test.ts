import { geoArea, geoContains } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { atlas, countryIn, countryNames } from '../../src/desk/atlas.ts';
import { countryName } from '../../src/desk/country-names.ts';
import { shapeOf } from '../../src/desk/shapes.ts';
import { draw } from '../../src/maps/draw.ts';
import { countryCalled, groundOf, mainland } from '../../src/maps/ground.ts';
import { pointsOf, spotsOf } from '../../src/maps/spots.ts';
import { area, trace } from '../../src/maps/trace.ts';
import { viewOf } from '../../src/maps/view.ts';
import { read, story, storyFile } from './content.ts';
import { of, sheets } from './map.ts';

const page = sheets[0]!;
const names = [...countryNames().keys()];
const radius = 6371.0088;
const viewOfCountry = (name: string) => viewOf(pointsOf(of([], { countries: [name] })), page);

/** Edges of rings that lie on the antimeridian, where no coast is. */
const cutsIn = (shapes: { geometry: { coordinates: number[][][][] } }[]) =>
  shapes
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .flatMap((ring) => ring.slice(1).map((to, index) => [ring[index]!, to] as const))
    .filter((edge) => edge.every(([longitude]) => Math.abs(longitude!) > 179.99))
    .filter(([[, from], [, to]]) => Math.abs(from! - to!) > 0.01);

describe('the shape of a country', () => {
  it.each(['50m', '110m'] as const)('is nowhere cut at the antimeridian, at 1:%s', (detail) => {
    const countries = atlas(detail).objects.countries.geometries;
    expect(cutsIn(countries.map((country) => shapeOf(country, detail)))).toEqual([]);
  });

  it.each(['Fiji', 'Russia', 'Antarctica', 'New Zealand', 'Kiribati'])(
    'of %s is land without such a cut',
    (name) => {
      const { land } = groundOf(viewOfCountry(name));
      expect(cutsIn([{ geometry: land as { coordinates: number[][][][] } as never }])).toEqual([]);
    },
  );

  it('has on its map the area that it has', () => {
    const wrong = names.filter((name) => {
      const shape = mainland(countryCalled(name));
      const view = viewOfCountry(name);
      const drawn = trace(view.projection, shape).reduce((sum, line) => sum + area(line), 0);
      const share = (drawn * view.kmPerPx ** 2) / (geoArea(shape) * radius ** 2);
      // Both projections keep areas; holes and what is far from the middle make up for the rest.
      return share < 0.75 || share > 1.35;
    });
    expect(wrong).toEqual([]);
  });

  it('has three quarters of many islands in sight', () => {
    const share = (name: string) => {
      const { shape } = countryCalled(name);
      return geoArea(mainland({ shape })) / geoArea(shape);
    };
    expect(names.filter((name) => share(name) < 0.75)).toEqual([]);
  });

  it('has rings about islands that nobody would see, and only then', () => {
    const ringsOf = (name: string) => draw(of([], { countries: [name] }), page).rings;
    // The islands of Kiribati lie on both sides of the ocean and of the antimeridian.
    const xs = ringsOf('Kiribati').map(({ x }) => x);
    expect(xs.some((x) => x < 250)).toBe(true);
    expect(xs.some((x) => x > 630)).toBe(true);
    expect(['New Zealand', 'Fiji', 'Marshall Is.'].flatMap(ringsOf)).toEqual([]);
  });

  it('of Western Sahara is all of the territory', () => {
    for (const detail of ['50m', '110m'] as const) {
      const { shape } = countryCalled('W. Sahara', detail);
      const isIn = (latitude: number, longitude: number) =>
        geoContains(shape, [longitude, latitude]);
      expect([isIn(27.15, -13.1), isIn(23.89, -14.53), isIn(26.16, -10.57)]).toEqual(
        Array(3).fill(true),
      );
      expect([isIn(28.44, -11.1), isIn(29.7, -9.73)]).toEqual([false, false]);
      // In km²; the United Nations say 266,000.
      expect(Math.abs(geoArea(shape) * radius ** 2 - 266_000)).toBeLessThan(12_000);
    }
  });
});

describe('the name of a country', () => {
  it.each([
    ['en-US', 'CD', 'DR Congo'],
    ['en-GB', 'CG', 'Republic of Congo'],
    ['en', 'MM', 'Myanmar'],
    ['en', 'HK', 'Hong Kong'],
    ['en', 'BA', 'Bosnia and Herzegovina'],
    ['sq', 'CD', 'RD e Kongos'],
    ['sr', 'CD', 'ДР Конго'],
    ['sr-Latn', 'CD', 'Kongo-Kinšasa'],
    ['sr', 'CI', 'Обала Слоноваче'],
    ['ar-EG', 'CD', 'الكونغو الديمقراطية'],
    ['ar', 'HK', 'هونغ كونغ'],
    ['de', 'CG', 'Republik Kongo'],
    ['de', 'HK', 'Hongkong'],
    ['el', 'XK', 'Κοσσυφοπέδιο'],
  ])('is in %s for %s what newspapers print: %s', (language, code, name) => {
    expect(countryName(language, code)).toBe(name);
  });

  it.each(['en', 'sq', 'sr', 'ar', 'de', 'fr', 'es', 'it', 'tr', 'el'])(
    'is never two names or one in brackets in %s, nor that of two countries',
    (language) => {
      const { geometries } = atlas('50m').objects.countries;
      const told = geometries.map((country) => countryIn(language, country));
      expect(
        told.filter((name) => / - | & |[()]/.test(name) && !/Mart|Мартин|Μαρτ/.test(name)),
      ).toEqual([]);
      const twice = told.filter((name, index) => told.indexOf(name) < index);
      expect(twice.filter((name) => !/Mart|مارتن/.test(name))).toEqual([]);
    },
  );

  it('is cut nowhere that it may stand on its map', () => {
    const cut = names.filter((name) => {
      const subject = of([], { countries: [name] });
      const [spot] = spotsOf(subject, viewOfCountry(name), page.type, page.type * 0.28);
      return spot!.labels.some(({ lines }) => lines.join('').includes('…'));
    });
    expect(cut).toEqual([]);
  });

  it('of a country around is not within one that is marked', () => {
    const drawing = draw(of([], { countries: ['W. Sahara'] }), page);
    const around = drawing.words.flatMap(({ kind, label }) =>
      kind === 'around' ? label.lines : [],
    );
    expect(around).toContain('Mauritania');
    expect(around).not.toContain('Morocco');
  });
});

describe('a place on a map', () => {
  const warnings = async (places: string, map: string) => {
    const fields = {
      places,
      map: `{ alt: Where it is, caption: Where it happened., ${map} }`,
    };
    const content = await read({ [storyFile]: story(fields) });
    return content.warnings.map(({ line, column, summary }) => `${line}:${column} ${summary}`);
  };

  it.each([
    ['Laayoune', '[27.15, -13.2]', 'W. Sahara'],
    // On a peninsula that the shapes leave out.
    ['Suva', '[-18.14, 178.44]', 'Fiji'],
    ['Labasa', '[-16.43, 179.37]', 'Fiji'],
    ['Taveuni', '[-16.85, -179.97]', 'Fiji'],
    ['Anadyr', '[64.73, 177.5]', 'Russia'],
  ])('may be in the country that is marked: %s', async (name, point, country) => {
    expect(
      await warnings(`\n  - { name: ${name}, at: ${point} }`, `countries: [${country}]`),
    ).toEqual([]);
  });

  it('is reported where it is outside all countries that are marked', async () => {
    const places =
      '\n  - { name: Pristina, at: [42.66, 21.17] }\n  - { name: X, at: [-42.66, 21.17] }';
    expect(await warnings(places, 'countries: [Kuwait, Albania]')).toEqual([
      '10:27 The place Pristina is in Kosovo, not in Kuwait or Albania, which the map marks.',
      '11:20 The place X is in no country, not in Kuwait or Albania, which the map marks.',
    ]);
  });

  it('may be elsewhere on a map of a journey, or where nothing is marked', async () => {
    const places =
      '\n  - { name: Pristina, at: [42.66, 21.17] }\n  - { name: Tirana, at: [41.33, 19.82] }';
    expect(await warnings(places, 'countries: [Kuwait], journey: [Pristina, Kuwait]')).toEqual([]);
    expect(await warnings(places, 'places: [Pristina]')).toEqual([]);
  });
});
