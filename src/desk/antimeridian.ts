import type { Position } from 'geojson';

/** How near to the antimeridian a point counts as on it, in degrees: the shape files are rounded. */
const near = 0.01;

const isOn = ([longitude]: Position) => Math.abs(longitude!) > 180 - near;

/**
 * Joins the parts of a shape that a file cut at the antimeridian; otherwise the cut is drawn as a coast.
 * A cut is an edge with both ends on the antimeridian. Without the cuts, lines are left, and each line
 * continues where the nearest other line begins. d3-geo-projection’s `geoStitch` joins only points that
 * are equal to the last digit; in Fiji they are not.
 * @param parts each an outer ring and the rings of its holes
 */
export function joined(parts: Position[][][]): Position[][][] {
  const isCut = ([ring = []]: Position[][]) =>
    ring.some((point, at) => at > 0 && isOn(point) && isOn(ring[at - 1]!));
  const cut = parts.filter(isCut);
  if (cut.length === 0) return parts;
  const lines = cut.flatMap(([ring = []]) => linesOf(ring));
  const whole: Position[][] = [];
  for (let line = lines.pop(); line; line = lines.pop()) {
    for (;;) {
      const [, end] = line.at(-1)!;
      const far = ([start]: Position[]) => Math.abs(start![1]! - end!);
      const nearest = lines.toSorted((a, b) => far(a) - far(b))[0];
      if (!nearest || far(line) <= far(nearest)) break;
      lines.splice(lines.indexOf(nearest), 1);
      line.push(...nearest);
    }
    whole.push([...line, line[0]!]);
  }
  return [...parts.filter((part) => !isCut(part)), ...whole.map((ring) => [ring])];
}

/** The lines that remain of a ring without its edges on the antimeridian. Each begins and ends there. */
function linesOf(ring: Position[]): Position[][] {
  const points = ring.slice(1);
  // Start after a cut, so that no line begins in the middle of another.
  const start = points.findIndex((point, at) => isOn(point) && isOn(points.at(at - 1)!));
  const lines: Position[][] = [];
  for (const point of [...points.slice(start), ...points.slice(0, start)]) {
    const before = lines.at(-1)?.at(-1);
    if (!before || (isOn(before) && isOn(point))) lines.push([point]);
    else lines.at(-1)!.push(point);
  }
  return lines.filter((line) => line.length > 2);
}
