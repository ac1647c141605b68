import { geoCentroid, geoInterpolate, geoPath } from 'd3-geo';
import type { MultiPolygon, Polygon } from 'geojson';
import { countryIn, type Detail } from '../desk/atlas.ts';
import type { Place } from '../desk/schema/place.ts';
import { countryCalled, mainland } from './ground.ts';
import type { Circle } from './drawing.ts';
import { about, labelAt, type Box, type Label } from './labels.ts';
import { linesOf } from './measure.ts';
import type { Point, View } from './view.ts';

/** The content of a map. */
export interface Subject {
  /** The language of its words and numbers. */
  language: string;
  places: Place[];
  /** Countries to highlight, by Natural Earth’s names. */
  countries: string[];
  /** The stops of a journey: places and countries on the map. */
  journey: string[];
}

/** Something that a map labels: a place or a highlighted country. */
export interface Spot {
  /** The identifier of the spot in a journey. */
  key: string;
  name: string;
  kind: 'place' | 'country';
  at: Point;
  /** The position, in px. */
  x: number;
  y: number;
  /** The radius of its marker, in px. A country has a marker only if it is too small to see. */
  mark: number;
  /** Circles around the islands of a country that would otherwise be invisible. */
  islets: Circle[];
  /** Possible labels, the best first. */
  labels: Label[];
}

/** All points that must be visible on a map: places, countries and the routes between them. */
export function pointsOf({ places, countries, journey }: Subject): Point[] {
  const outlines = countries.flatMap((name) =>
    mainland(countryCalled(name)).coordinates.flatMap(([ring = []]) => ring as Point[]),
  );
  const stops = journey.map((key) => {
    const place = places.find(({ name }) => name === key);
    return place ? pointOf(place) : geoCentroid(mainland(countryCalled(key)));
  });
  const ways = stops.slice(1).flatMap((to, at) => {
    const way = geoInterpolate(stops[at]!, to);
    return [0.2, 0.4, 0.6, 0.8].map(way);
  });
  return [...places.map(pointOf), ...outlines, ...ways];
}

const pointOf = ({ at: [latitude, longitude] }: Place): Point => [longitude, latitude];

/** @param radius the radius of a marker, in px */
export function spotsOf(
  { places, countries, language }: Subject,
  { projection, detail }: View,
  size: number,
  radius: number,
): Spot[] {
  const ofPlaces = places.map((place): Spot => {
    const [x, y] = projection(pointOf(place))!;
    const labels = about(place.name, size, x, y, radius);
    const { name } = place;
    return {
      key: name,
      name,
      kind: 'place',
      at: pointOf(place),
      x,
      y,
      mark: radius,
      islets: [],
      labels,
    };
  });
  return [
    ...ofPlaces,
    ...countries.map((key) => countrySpot(key, language, projection, detail, size, radius)),
  ];
}

function countrySpot(
  key: string,
  language: string,
  projection: View['projection'],
  detail: Detail,
  size: number,
  radius: number,
): Spot {
  const found = countryCalled(key, detail);
  const name = countryIn(language, found.country);
  const path = geoPath(projection);
  const shape = mainland(found);
  const [[left, top], [right, bottom]] = path.bounds(shape);
  const [x, y] = path.centroid(shape);
  const isSmall = Math.max(right - left, bottom - top) < radius * 3;
  const mark = isSmall ? radius * 2 : 0;
  const labels = [
    ...(isSmall ? [] : inside(name, size, { left, top, right, bottom }, x, y)),
    ...about(name, size, x, y, isSmall ? mark : Math.max(right - x, x - left, 0)),
    ...about(name, size, x, y, isSmall ? mark : Math.max(bottom - y, y - top, 0)),
    ...(isSmall ? [] : about(name, size, x, y, size)),
  ];
  const at = projection.invert!([x, y]) as Point;
  const islets = isSmall ? [] : isletsOf(shape, projection, radius);
  return { key, name, kind: 'country', at, x, y, mark, islets, labels };
}

/** Circles around the parts of a shape if none is large enough to see; parts close together share one. */
function isletsOf(shape: MultiPolygon, projection: View['projection'], radius: number): Circle[] {
  const path = geoPath(projection);
  const rings: Circle[] = [];
  for (const coordinates of shape.coordinates) {
    const part: Polygon = { type: 'Polygon', coordinates };
    const [[left, top], [right, bottom]] = path.bounds(part);
    if (Math.max(right - left, bottom - top) > radius * 1.5) return [];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (rings.every((ring) => Math.hypot(ring.x - x, ring.y - y) > radius * 3))
      rings.push({ x, y, r: radius * 1.5 });
  }
  return rings;
}

/** Possible positions of a name inside a country, the middle first. */
function inside(name: string, size: number, room: Box, x: number, y: number): Label[] {
  const lines = linesOf(name, size, room.right - room.left);
  // A word wider than the country goes beside it instead of being cut.
  if (lines.join(' ') !== name) return [];
  const steps = [0, -1, 1, -2, 2, -3, 3];
  const [across, up] = [(room.right - room.left) / 8, (room.bottom - room.top) / 8];
  return steps
    .flatMap((down) => steps.map((along) => ({ along, down })))
    .sort((a, b) => Math.hypot(a.along, a.down) - Math.hypot(b.along, b.down))
    .map(({ along, down }) =>
      labelAt(lines, size, x + along * across, y + down * up - 0.6 * size, 'middle'),
    )
    .filter(
      ({ box }) =>
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom,
    );
}
