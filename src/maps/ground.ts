import { geoArea, geoDistance, type GeoPermissibleObjects } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { atlas, nameOf, type Atlas, type Country, type Detail } from '../desk/atlas.ts';
import { isFixed, markedShape, shapeOf, type Shape } from '../desk/shapes.ts';
import { middle, type Point, type View } from './view.ts';

/** The approximate position of a country, so that maps of other regions can skip it quickly. */
interface Whereabouts {
  country: Country;
  shape: Shape;
  /** A circle around each part of the country; its reach is in radians. */
  caps: { centre: Point; reach: number }[];
}

const known = new Map<Detail, Whereabouts[]>();

function whereabouts(detail: Detail): Whereabouts[] {
  const found =
    known.get(detail) ??
    atlas(detail).objects.countries.geometries.map((country): Whereabouts => {
      const shape = shapeOf(country, detail);
      const caps = shape.geometry.coordinates.map(([ring = []]) => capOf(ring));
      return { country, shape, caps };
    });
  known.set(detail, found);
  return found;
}

function capOf(ring: Position[]) {
  const points = ring as Point[];
  const centre = middle(points);
  return { centre, reach: Math.max(...points.map((point) => geoDistance(centre, point))) };
}

/** Land and borders in a view, from Natural Earth. */
export interface Ground {
  land: GeoPermissibleObjects;
  borders: GeoPermissibleObjects;
  /** Every country in the view. */
  countries: Pick<Whereabouts, 'country' | 'shape'>[];
}

/** The land and borders of a view. */
export function groundOf({ detail, centre, reach }: View): Ground {
  const whole: Atlas = atlas(detail);
  const countries = whereabouts(detail).filter(({ caps }) =>
    caps.some((cap) => geoDistance(cap.centre, centre) <= cap.reach + reach),
  );
  const geometries = countries.map(({ country }) => country);
  const shown = { type: 'GeometryCollection' as const, geometries };
  // Countries whose shape was corrected have no land neighbors.
  const mended = countries.filter(({ country }) => isFixed(country));
  const others = geometries.filter((country) => !isFixed(country));
  // The types of topojson accept only polygons, and all of these are polygons.
  const land = merge(whole, others as Parameters<typeof merge>[1]);
  land.coordinates.push(...mended.flatMap(({ shape }) => shape.geometry.coordinates));
  return {
    land,
    borders: mesh(whole, shown, (one, other) => one !== other),
    countries,
  };
}

/** A country by its Natural Earth name, from the finer data if the coarse data omits it. */
export function countryCalled(
  name: string,
  detail: Detail = '50m',
): Pick<Whereabouts, 'country' | 'shape'> {
  for (const one of [detail, '50m'] as const) {
    const found = whereabouts(one).find(({ country }) => nameOf(country) === name);
    if (found) return { country: found.country, shape: markedShape(found.country, one) };
  }
  throw new Error(`The desk let “${name}” pass, which is no country of the atlas.`);
}

/**
 * The parts of a country that its name suggests: the largest, and others that are not much smaller. Of a
 * country of many islands, as many parts as make up three quarters of its area.
 */
export function mainland({ shape }: Pick<Whereabouts, 'shape'>): MultiPolygon {
  const parts = shape.geometry.coordinates
    .map((coordinates) => ({ coordinates, area: geoArea({ type: 'Polygon', coordinates }) }))
    .sort((a, b) => b.area - a.area);
  const whole = parts.reduce((sum, { area }) => sum + area, 0);
  const [largest] = parts;
  let shown = 0;
  const main = parts.filter(({ area }) => {
    const isMain = area >= largest!.area / 4 || shown < whole * 0.75;
    if (isMain) shown += area;
    return isMain;
  });
  return { type: 'MultiPolygon', coordinates: main.map(({ coordinates }) => coordinates) };
}
