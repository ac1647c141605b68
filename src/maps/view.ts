import {
  geoAzimuthalEqualArea,
  geoBounds,
  geoDistance,
  geoEqualEarth,
  type GeoProjection,
} from 'd3-geo';
import type { Detail } from '../desk/atlas.ts';

/** Longitude and latitude in degrees, as d3 has them. */
export type Point = [longitude: number, latitude: number];

/** What a map is drawn on, in px. */
export interface MapSize {
  width: number;
  height: number;
  /** Sizes of type: of names, and of all else. */
  type: number;
  small: number;
}

/** A part of the earth as it lies on a map. */
export interface View {
  projection: GeoProjection;
  detail: Detail;
  /** Whether the whole earth has its edge on the map. */
  isWhole: boolean;
  /** The middle of the map, and how far its corners are from there in radians. */
  centre: Point;
  reach: number;
  /** What one px is at the middle of the map, from west to east. */
  kmPerPx: number;
}

/** The earth’s mean radius in km (IUGG). */
const radius = 6371.0088;

/** The least that a map shows from side to side, in km: below it the shapes have no more to tell. */
const closest = 420;

/** How far names keep what is shown from the sides, as a part of width and height. */
const margin = { x: 0.17, y: 0.19 };

/** Up to here, in radians from the middle, the earth can be shown from above it. */
const horizon = 1.9;

/**
 * The view of some points, all of them away from the map’s sides. What lies together is seen from
 * above its middle, where scale and directions are then true; what is spread over the world stands on
 * a map of the world. Both keep areas in proportion.
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
  // Seen from above the middle of the points’ box, which moves the box a little.
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
  // Half the width and the height of the whole earth.
  const [across, up] = [projection([central + 180 - 1e-6, 0])![0], -projection([central, 90])![1]];
  const [[left, top], [right, bottom]] = boxOf(projection, points);
  const scale = Math.max(
    Math.min((width - 32) / across, (height - 32) / up) / 2,
    Math.min(
      (width * (1 - 2 * margin.x)) / (right - left),
      (height * (1 - 2 * margin.y)) / (bottom - top),
    ),
  );
  // The middle of the points, but no further from the earth’s own than to its edge.
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

/** The middle of points on the globe. */
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
