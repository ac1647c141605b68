import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { atlas, nameOf, type Country, type Detail } from './atlas.ts';
import { joined } from './antimeridian.ts';

/** A country’s shape: its parts, each an outer ring and the rings of its holes. */
export type Shape = Feature<MultiPolygon>;

/** Whether a country’s shape differs from the shape file. */
export const isFixed = (country: Country): boolean =>
  ['Antarctica', 'Fiji'].includes(nameOf(country));

/** A country’s shape from Natural Earth, but whole where the shape file cuts it. */
export function shapeOf(country: Country, detail: Detail): Shape {
  const { geometry } = feature(atlas(detail), country) as unknown as Feature<
    Polygon | MultiPolygon
  >;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return shapeWith(isFixed(country) ? joined(parts.map(withoutPole)) : parts);
}

const shapeWith = (coordinates: Position[][][]): Shape => ({
  type: 'Feature',
  properties: null,
  geometry: { type: 'MultiPolygon', coordinates },
});

/** Removes Antarctica’s ring of zero size around the pole, which an earlier cut left in the file. */
function withoutPole(rings: Position[][]): Position[][] {
  const isPole = (ring: Position[]) => ring.every(([, latitude]) => Math.abs(latitude!) > 89.9);
  return rings.filter((ring) => !isPole(ring));
}

/** The northern border of Western Sahara, the parallel at 27° 40′. */
const parallel = 27 + 40 / 60;

/**
 * The shape of a country for marking. Natural Earth draws who controls what; of Western Sahara, that is only
 * the part east of Morocco’s wall. The United Nations list it as one territory, so it is marked whole.
 */
export function markedShape(country: Country, detail: Detail): Shape {
  const shape = shapeOf(country, detail);
  if (nameOf(country) !== 'W. Sahara') return shape;
  const morocco = atlas(detail).objects.countries.geometries.find(
    (other) => nameOf(other) === 'Morocco',
  )!;
  const rings = [
    ...shape.geometry.coordinates.map(([ring]) => ring!),
    ...shapeOf(morocco, detail).geometry.coordinates.map(([ring]) => southOf(ring!, parallel)),
  ];
  return shapeWith(united(rings).map((ring) => [ring]));
}

/** The part of a ring south of a parallel that it crosses twice (Sutherland and Hodgman). */
function southOf(ring: Position[], latitude: number): Position[] {
  const cut = ring.slice(1).flatMap((to, at): Position[] => {
    const [x, y] = ring[at] as [number, number];
    const [toX, toY] = to as [number, number];
    const share = (latitude - y) / (toY - y);
    const crossing = y <= latitude !== toY <= latitude ? [[x + share * (toX - x), latitude]] : [];
    return toY <= latitude ? [...crossing, to] : crossing;
  });
  return cut.length > 0 ? [...cut, cut[0]!] : [];
}

/** Merges rings that share a border: both have its points, in opposite directions. */
function united(rings: Position[][]): Position[][] {
  const edges = new Map<string, [from: Position, to: Position]>();
  for (const ring of rings)
    ring.slice(1).forEach((to, at) => {
      const from = ring[at]!;
      if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, [from, to]);
    });
  const next = new Map([...edges.values()].map((edge) => [`${edge[0]}`, edge]));
  const whole: Position[][] = [];
  for (const [start] of next.values()) {
    const ring = [start];
    for (let edge = next.get(`${start}`); edge; edge = next.get(`${edge[1]}`)) {
      next.delete(`${edge[0]}`);
      ring.push(edge[1]);
    }
    if (ring.length > 3) whole.push(ring);
  }
  return whole;
}
