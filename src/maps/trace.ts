import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import simplify from 'simplify-js';

/** A drawn line, in px. */
export interface Line {
  points: { x: number; y: number }[];
  /** Whether it ends where it began and encloses an area. */
  closed: boolean;
}

/** Draws shapes with d3 and returns the lines instead of path data. */
export function trace(projection: GeoProjection, shape: GeoPermissibleObjects): Line[] {
  const lines: Line[] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => lines.push({ points: [{ x, y }], closed: false }),
    lineTo: (x, y) => lines.at(-1)!.points.push({ x, y }),
    closePath: () => (lines.at(-1)!.closed = true),
  };
  geoPath(projection, context)(shape);
  return lines;
}

/** Path units per px: half a px is visible on a screen with two device pixels per px. */
export const steps = 2;

/**
 * Writes lines as SVG path data in units of 1/`steps` px. Specks are omitted.
 * @param tolerance the largest deviation of the path from the lines, in px
 */
export function pathOf(lines: Line[], tolerance: number): string {
  const smallest = 2 + 4 * tolerance ** 2;
  return lines
    .filter((line) => !line.closed || area(line) >= smallest)
    .map(({ points, closed }) => write(simplify(points, tolerance, true), closed))
    .join('');
}

/** The area of a closed line, in px². */
export function area({ points }: Line): number {
  let twice = 0;
  points.forEach(({ x, y }, at) => {
    const next = points[(at + 1) % points.length]!;
    twice += x * next.y - next.x * y;
  });
  return Math.abs(twice / 2);
}

function write(points: Line['points'], closed: boolean): string {
  const [first, ...rest] = points.map(({ x, y }) => [Math.round(x * steps), Math.round(y * steps)]);
  if (!first) return '';
  let [x, y] = first as [number, number];
  const start = `M${x}${separate(y)}`;
  const moves = rest.flatMap(([toX, toY]) => {
    const [right, down] = [toX! - x, toY! - y];
    [x, y] = [toX!, toY!];
    return right || down ? [`${separate(right)}${separate(down)}`] : [];
  });
  // A minus sign also separates two numbers.
  return moves.length === 0
    ? ''
    : `${start}l${moves.join('').replace(/^ /, '')}${closed ? 'z' : ''}`;
}

const separate = (number: number) => (number < 0 ? `${number}` : ` ${number}`);
