import {
  geoAzimuthalEqualArea,
  geoBounds,
  geoDistance,
  geoEqualEarth,
  type GeoProjection,
} from 'd3-geo';
import type { Detail } from '../desk/atlas.ts';

/** Longitude and latitude in degrees, in d3’s order. */
export type Point = [longitude: number, latitude: number];

/** The canvas of a map, in px. */
export interface MapSize {
  width: number;
  height: number;
  /** The font size of names (`type`) and of all other text (`small`). */
  type: number;
  small: number;
}

/** The part of the earth that a map shows. */
export interface View {
  projection: GeoProjection;
  detail: Detail;
  /** Whether the map shows the outline of the whole earth. */
  isWhole: boolean;
  /** The middle of the map, and the distance of its corners from there in radians. */
  centre: Point;
  reach: number;
  /** Kilometers per px from west to east, in the middle of the map. */
  kmPerPx: number;
}

/** The earth’s mean radius in km (IUGG). */
const radius = 6371.0088;

/**
 * The smallest distance between opposite sides of a map, in km. Closer up, the shapes have no more
 * detail.
 */
const closest = 420;

/** The margin for names around the points, as a fraction of width and height. */
const margin = { x: 0.17, y: 0.19 };

/** The largest distance from the middle that an azimuthal map can show, in radians. */
const horizon = 1.9;

/**
 * The view that shows some points, all away from the edges. Points close together are seen from above
 * their middle, where scale and directions are true. Points spread over the world are shown on a world
 * map. Both projections preserve relative areas.
 */
export function viewOf(points: Point[], size: MapSize): View {
  const above = fromAbove(points, size);
  const isNear = above.scale() * 2 * Math.sin(horizon / 2) >= diagonal(size) / 2;
  return seen(isNear ? above : ofWorld(points, size), size, isNear);
}

const diagonal = ({ width, height }: MapSize) => Math.hypot(width, height);

function seen(projection: GeoProjection, { width, height }: MapSize, isNear: boolean): View {
  const [x, y] = [width / 2, height / 2];
  projection.clipExtent([
    [-4, -4],
    [width + 4, height + 4],
  ]);
  const at = (px: number, py: number) => projection.invert!([px, py]) as Point;
  return {
    projection,
    isWhole: !isNear,
    detail: projection.scale() > 550 ? '50m' : '110m',
    centre: at(x, y),
    reach: isNear ? geoDistance(at(x, y), at(0, 0)) : Math.PI,
    kmPerPx: (geoDistance(at(x - 5, y), at(x + 5, y)) * radius) / 10,
  };
}

function fromAbove(points: Point[], size: MapSize): GeoProjection {
  const { width, height } = size;
  const largest = (Math.min(width, height) / closest) * radius;
  const projection = geoAzimuthalEqualArea().scale(1).translate([0, 0]);
  // Moves the center to the middle of the bounding box; each move changes the box slightly.
  let centre = middle(points);
  for (let round = 0; round < 5; round += 1) {
    projection.rotate([-centre[0], -centre[1]]);
    const [[left, top], [right, bottom]] = boxOf(projection, points);
    centre = projection.invert!([(left + right) / 2, (top + bottom) / 2]) as Point;
  }
  projection.rotate([-centre[0], -centre[1]]);
  const [[left, top], [right, bottom]] = boxOf(projection, points);
  const scale = Math.min(
    largest,
    (width * (0.5 - margin.x)) / Math.max(-left, right),
    (height * (0.5 - margin.y)) / Math.max(-top, bottom),
  );
  return projection.scale(scale).translate([width / 2, height / 2]);
}

function ofWorld(points: Point[], { width, height }: MapSize): GeoProjection {
  const [[west], [east]] = geoBounds({ type: 'MultiPoint', coordinates: points });
  const central = (west + east) / 2 + (west > east ? 180 : 0);
  const projection = geoEqualEarth().rotate([-central, 0]).scale(1).translate([0, 0]);
  // Half the width and height of the whole earth.
  const [across, up] = [projection([central + 180 - 1e-6, 0])![0], -projection([central, 90])![1]];
  const [[left, top], [right, bottom]] = boxOf(projection, points);
  const scale = Math.max(
    Math.min((width - 32) / across, (height - 32) / up) / 2,
    Math.min(
      (width * (1 - 2 * margin.x)) / (right - left),
      (height * (1 - 2 * margin.y)) / (bottom - top),
    ),
  );
  // Moves the map toward the middle of the points, but not beyond the edge of the earth.
  const shift = (from: number, to: number, half: number, side: number) => {
    const most = Math.max(0, half * scale - side / 2 + 16);
    return Math.min(most, Math.max(-most, (-scale * (from + to)) / 2));
  };
  return projection
    .scale(scale)
    .translate([
      width / 2 + shift(left, right, Math.abs(across), width),
      height / 2 + shift(top, bottom, up, height),
    ]);
}

function boxOf(projection: GeoProjection, points: Point[]): [Point, Point] {
  const placed = points.map((point) => projection(point) as Point);
  const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}

/** The mean position of points on the globe. */
export function middle(points: Point[]): Point {
  const turn = Math.PI / 180;
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of points) {
    x += Math.cos(latitude * turn) * Math.cos(longitude * turn);
    y += Math.cos(latitude * turn) * Math.sin(longitude * turn);
    z += Math.sin(latitude * turn);
  }
  return [Math.atan2(y, x) / turn, Math.atan2(z, Math.hypot(x, y)) / turn];
}
