import { trace, type Line } from './trace.ts';
import type { Point, View } from './view.ts';

/** A way from one place to the next: lines, as one over the edge of the world has two. */
export interface Leg {
  lines: Line[];
  /** The tip of its arrow and the corners behind it, in px. */
  arrow: { x: number; y: number }[];
}

/** Points between the ends of a leg. */
const between = 32;

/** How high a leg rises in its middle, as a part of its length. */
const bulge = 0.16;

/**
 * The way from one place to another: the great circle on a map of the world, a gentle arc on one of
 * a smaller part, where the great circle would look as if drawn with a ruler.
 * @param clear of the two places how far the leg keeps from them, in px
 * @param size of the arrow, in px
 * @returns undefined between places so near that nothing would show
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
  // It rises to the top of the map, whichever way it leads.
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

/** A line without its first px. */
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
