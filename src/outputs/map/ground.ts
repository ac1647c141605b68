import { geoArea, geoDistance, type GeoPermissibleObjects } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { atlas, nameOf, type Atlas, type Country, type Detail } from '../../desk/atlas.ts';
import { middle, type Point, type View } from './view.ts';

/** Where a country lies, so that a map of elsewhere can leave it out without a closer look. */
interface Whereabouts {
  country: Country;
  shape: Feature<Polygon | MultiPolygon>;
  /** A circle about each of its parts, in radians. */
  caps: { centre: Point; reach: number }[];
}

const known = new Map<Detail, Whereabouts[]>();

function whereabouts(detail: Detail): Whereabouts[] {
  const found =
    known.get(detail) ??
    atlas(detail).objects.countries.geometries.map((country): Whereabouts => {
      const shape = feature(atlas(detail), country) as unknown as Whereabouts['shape'];
      return { country, shape, caps: partsOf(shape).map(([ring = []]) => capOf(ring)) };
    });
  known.set(detail, found);
  return found;
}

const partsOf = ({ geometry }: Whereabouts['shape']): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

function capOf(ring: Position[]) {
  const points = ring as Point[];
  const centre = middle(points);
  return { centre, reach: Math.max(...points.map((point) => geoDistance(centre, point))) };
}

/** Land and borders in a view, as Natural Earth has them. */
export interface Ground {
  land: GeoPermissibleObjects;
  borders: GeoPermissibleObjects;
  /** Each country that shows. */
  countries: Pick<Whereabouts, 'country' | 'shape'>[];
}

/** The ground of a view. */
export function groundOf({ detail, centre, reach }: View): Ground {
  const whole: Atlas = atlas(detail);
  const countries = whereabouts(detail).filter(({ caps }) =>
    caps.some((cap) => geoDistance(cap.centre, centre) <= cap.reach + reach),
  );
  const geometries = countries.map(({ country }) => country);
  const shown = { type: 'GeometryCollection' as const, geometries };
  return {
    // Its types know only polygons, which all of these are.
    land: merge(whole, geometries as Parameters<typeof merge>[1]),
    borders: mesh(whole, shown, (one, other) => one !== other),
    countries,
  };
}

/** A country by Natural Earth’s name; in the finer detail where the other leaves it out. */
export function countryCalled(name: string, detail: Detail = '50m') {
  const isIt = ({ country }: Whereabouts) => nameOf(country) === name;
  const found = whereabouts(detail).find(isIt) ?? whereabouts('50m').find(isIt);
  if (!found) throw new Error(`The desk let “${name}” pass, which is no country of the atlas.`);
  return found;
}

/** The parts of a country that are thought of at its name: the largest, and what is not far smaller. */
export function mainland({ shape }: Pick<Whereabouts, 'shape'>): MultiPolygon {
  const parts = partsOf(shape).map((coordinates) => ({
    coordinates,
    area: geoArea({ type: 'Polygon', coordinates }),
  }));
  const largest = Math.max(...parts.map(({ area }) => area));
  return {
    type: 'MultiPolygon',
    coordinates: parts
      .filter(({ area }) => area >= largest / 4)
      .map(({ coordinates }) => coordinates),
  };
}
