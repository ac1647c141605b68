import { geoContains } from 'd3-geo';
import type { Position } from 'geojson';
import { atlas, countryIn, nameOf, type Country } from './atlas.ts';
import type { ProblemText } from './problem.ts';
import { type LocatorMap, placesOn } from './schema/map.ts';
import type { Place } from './schema/place.ts';
import { markedShape, type Shape } from './shapes.ts';

/** The earth’s mean radius in km (IUGG). */
const radius = 6371.0088;

/** How far a place may be from a country’s outline, in km: in the map’s shapes, harbors are in the sea. */
const tolerance = 30;

/**
 * Finds places on a map that are outside all of the countries that it marks: for example, a latitude with
 * the wrong sign. A map of a journey is not checked: its stops may be anywhere.
 * @param all the story’s places
 * @returns each with its index in the story’s list
 */
export function placesOutside(
  map: LocatorMap,
  all: Place[] = [],
): { index: number; problemText: ProblemText }[] {
  const { countries: names = [], journey = [] } = map;
  if (names.length === 0 || journey.length > 0) return [];
  const { geometries } = atlas('50m').objects.countries;
  const marked = geometries.filter((country) => names.includes(nameOf(country)));
  const shapes = marked.map((country) => markedShape(country, '50m'));
  return placesOn(map, all)
    .filter(({ at }) => !shapes.some((shape) => isIn(shape, at)))
    .map((place) => ({
      index: all.indexOf(place),
      problemText: problemTextOf(place, marked, geometries),
    }));
}

function problemTextOf({ name, at }: Place, marked: Country[], geometries: Country[]): ProblemText {
  const list = new Intl.ListFormat('en', { type: 'disjunction' });
  const around = geometries.find((country) => contains(markedShape(country, '50m'), at));
  const where = around ? `in ${countryIn('en', around)}` : 'in no country';
  const not = list.format(marked.map((country) => countryIn('en', country)));
  return {
    summary: `The place ${name} is ${where}, not in ${not}, which the map marks.`,
    fix: 'Correct its latitude and longitude, or the countries that the map marks.',
  };
}

const contains = (shape: Shape, [latitude, longitude]: Place['at']) =>
  geoContains(shape, [longitude, latitude]);

const isIn = (shape: Shape, at: Place['at']) =>
  contains(shape, at) ||
  shape.geometry.coordinates.some((rings) => rings.some((ring) => isNear(ring, at)));

/** Whether a place is within the tolerance of an outline; at this distance the earth is flat enough. */
function isNear(ring: Position[], [latitude, longitude]: Place['at']): boolean {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const flat = ([x, y]: Position): [number, number] => [
    (((x! - longitude + 540) % 360) - 180) * shrink,
    y! - latitude,
  ];
  const most = ((tolerance / radius) * 180) / Math.PI;
  return ring.slice(1).some((to, at) => {
    const [[x, y], [toX, toY]] = [flat(ring[at]!), flat(to)];
    if (Math.abs(toX - x) > 90) return false;
    const [alongX, alongY] = [toX - x, toY - y];
    const length = alongX ** 2 + alongY ** 2;
    const share = length && Math.min(1, Math.max(0, -(x * alongX + y * alongY) / length));
    return Math.hypot(x + share * alongX, y + share * alongY) <= most;
  });
}
