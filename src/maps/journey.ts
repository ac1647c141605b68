import { trace, type Line } from './trace.ts';
import type { Point, View } from './view.ts';

/** The route from one place to the next. A route across the edge of the map has two lines. */
export interface Leg {
  lines: Line[];
  /** The tip of the arrow and the corners behind it, in px. */
  arrow: { x: number; y: number }[];
}

/** The number of points between the ends of a leg. */
const between = 32;

/** The height of a leg’s arc in the middle, as a fraction of its length. */
const bulge = 0.16;

/**
 * The route from one place to another. On a world map it is the great circle. On a map of a smaller area
 * it is a gentle arc, because the great circle would look like a straight line.
 * @param clear the distance of the route from each of the two places, in px
 * @param size the size of the arrow, in px
 * @returns undefined if the places are too close together for a visible route
 */
export function legOf(
  { projection, reach }: View,
  from: Point,
  to: Point,
  clear: [number, number],
  size: number,
): Leg | undefined {
  const whole = reach < Math.PI ? arc(projection(from)!, projection(to)!) : undefined;
  const lines = whole
    ? [whole]
    : trace(projection, { type: 'LineString', coordinates: [from, to] });
  const first = cutStart(lines[0]?.points ?? [], clear[0]);
  if (lines.length === 0 || first.length < 2) return undefined;
  lines[0] = { points: first, closed: false };
  const end = cutStart(lines.at(-1)!.points.toReversed(), clear[1]).reverse();
  const shaft = cutStart(end.toReversed(), size).reverse();
  if (shaft.length < 2) return undefined;
  lines[lines.length - 1] = { points: shaft, closed: false };
  const [tip, neck] = [end.at(-1)!, shaft.at(-1)!];
  const [right, down] = [(tip.x - neck.x) * 0.45, (tip.y - neck.y) * 0.45];
  const arrow = [
    tip,
    { x: neck.x - down, y: neck.y + right },
    { x: neck.x + down, y: neck.y - right },
  ];
  return { lines, arrow };
}

function arc([x, y]: [number, number], [toX, toY]: [number, number]): Line {
  // The arc always bends toward the top of the map.
  const side = toX < x ? -1 : 1;
  const turn = {
    x: (x + toX) / 2 + side * bulge * 2 * (toY - y),
    y: (y + toY) / 2 - side * bulge * 2 * (toX - x),
  };
  const points = Array.from({ length: between + 1 }, (_, at) => {
    const [t, rest] = [at / between, 1 - at / between];
    return {
      x: rest * rest * x + 2 * rest * t * turn.x + t * t * toX,
      y: rest * rest * y + 2 * rest * t * turn.y + t * t * toY,
    };
  });
  return { points, closed: false };
}

/** Cuts a length in px off the start of a line. */
function cutStart(points: Line['points'], length: number): Line['points'] {
  let left = length;
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1]!, points[at]!];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    if (step > left) {
      const part = left / step;
      const start = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
      return [start, ...points.slice(at)];
    }
    left -= step;
  }
  return [];
}
