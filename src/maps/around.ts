import type { GeoProjection } from 'd3-geo';
import { countryIn, nameOf, type Country } from '../desk/atlas.ts';
import { countryCalled, groundOf } from './ground.ts';
import { labelAt, meets, within, type Box, type Label } from './labels.ts';
import { widthOf } from './measure.ts';
import { area, trace, type Line } from './trace.ts';
import type { MapSize, View } from './view.ts';

/** The most names of surrounding countries on a map. */
const most = 12;

/**
 * Places the names of surrounding countries, the largest country first. A name is shown only where it
 * fits inside its country on one line.
 * @param named countries that already have a label
 * @param taken boxes that labels must not overlap
 */
export function aroundOf(
  view: View,
  size: MapSize,
  language: string,
  named: string[],
  taken: Box[],
): Label[] {
  const labels: Label[] = [];
  const marked = named.flatMap((name) =>
    trace(view.projection, countryCalled(name, view.detail).shape),
  );
  // A point is inside a country if an odd number of the country’s rings enclose it.
  const isMarked = ({ box }: Label) =>
    cornersOf(box).some((point) => marked.filter((ring) => holds(ring, point)).length % 2 === 1);
  // The coarse shapes suffice to find room for a name.
  const shown = groundOf({ ...view, detail: '110m' })
    .countries.filter(({ country }) => !named.includes(nameOf(country)))
    .map(({ country, shape }) => ({ country, ring: largest(view.projection, shape) }))
    .filter((one): one is { country: Country; ring: Line } => one.ring !== undefined)
    .sort((a, b) => area(b.ring) - area(a.ring));
  for (const { country, ring } of shown) {
    if (labels.length === most) break;
    const name = countryIn(language, country);
    const label = candidates(name, size.small, ring).find(
      (one) =>
        within(one.box, size) &&
        ![...taken, ...labels.map(({ box }) => box)].some((other) => meets(other, one.box)) &&
        !isMarked(one),
    );
    if (label) labels.push(label);
  }
  return labels;
}

function largest(projection: GeoProjection, shape: Parameters<typeof trace>[1]) {
  return trace(projection, shape)
    .filter(({ closed }) => closed)
    .sort((a, b) => area(b) - area(a))[0];
}

/** Positions at which a name fits inside a ring, nearest to the middle first. */
function candidates(name: string, size: number, ring: Line): Label[] {
  const [xs, ys] = [ring.points.map(({ x }) => x), ring.points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (right - left < widthOf(name, size) || bottom - top < size) return [];
  const steps = Array.from({ length: 15 }, (_, at) => (at + 1) / 16);
  return steps
    .flatMap((down) => steps.map((along) => ({ along, down })))
    .sort((a, b) => off(a) - off(b))
    .map(({ along, down }) =>
      labelAt(
        [name],
        size,
        left + along * (right - left),
        top + down * (bottom - top) - 0.6 * size,
        'middle',
      ),
    )
    .filter(({ box }) => cornersOf(box).every((point) => holds(ring, point)));
}

const off = ({ along, down }: { along: number; down: number }) =>
  Math.hypot(along - 0.5, down - 0.5);

const cornersOf = ({ left, top, right, bottom }: Box): [number, number][] =>
  [left, (left + right) / 2, right].flatMap((x): [number, number][] => [
    [x, top],
    [x, bottom],
  ]);

/**
 * Whether a point is inside a ring: a line from it to the side crosses the ring an odd number of times.
 */
function holds({ points }: Line, [x, y]: [number, number]): boolean {
  let isIn = false;
  points.forEach((a, at) => {
    const b = points[(at + 1) % points.length]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn;
  });
  return isIn;
}
