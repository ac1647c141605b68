import { aroundOf } from './around.ts';
import type { Drawing } from './drawing.ts';
import { countryCalled, groundOf } from './ground.ts';
import { legOf, type Leg } from './journey.ts';
import { around } from './labels.ts';
import { boxOf, nameAll } from './naming.ts';
import { scaleOf, type Scale } from './scale.ts';
import { pointsOf, spotsOf, type Spot, type Subject } from './spots.ts';
import { svg } from './svg.ts';
import { pathOf, trace, type Line } from './trace.ts';
import { viewOf, type MapSize, type View } from './view.ts';

/** The size limit of a map file, in bytes, so that a page still loads on a slow connection. */
const largest = 18_000;

/**
 * Draws a map. Labels never overlap each other, the markers or the edges of the map. If names do not fit,
 * numbers replace them, with a key below the map. Shapes are as detailed as the size limit allows.
 */
export function draw(subject: Subject, whole: MapSize): Drawing {
  const { language, countries } = subject;
  const points = pointsOf(subject);
  const first = viewOf(points, whole);
  // The whole earth is about twice as wide as high.
  const height = first.isWhole
    ? Math.min(whole.height, Math.round(whole.width * 0.56))
    : whole.height;
  const size = { ...whole, height };
  const { width, type, small } = size;
  const view = first.isWhole ? viewOf(points, size) : first;
  const radius = type * 0.28;
  const spots = spotsOf(subject, view, type, radius);
  const legs = legsOf(subject, spots, view, type);
  const ways = legs.flatMap(({ lines }) => lines.flatMap(({ points }) => points));
  const crossed = [
    ...ways.map(({ x, y }) => around(x, y, 2)),
    ...legs.map(({ arrow }) => around(arrow[0]!.x, arrow[0]!.y, type / 2)),
  ];
  const named = nameAll(
    spots,
    size,
    crossed,
    (taken) => scaleOf(view, size, language, taken),
    language,
  );
  const { scale } = named;
  const taken = [
    ...crossed,
    ...named.marks.map(boxOf),
    ...named.rings.map(boxOf),
    ...named.labels.map(({ box }) => box),
    ...(scale ? [scale.box] : []),
  ];
  const drawing: Drawing = {
    language,
    width,
    height: height + named.keyHeight,
    mapHeight: height,
    type,
    small,
    marks: named.marks,
    rings: named.rings,
    paths: {
      globe: view.isWhole ? pathOf(trace(view.projection, { type: 'Sphere' }), 0.5) : '',
      land: '',
      borders: '',
      marked: '',
      ways: pathOf(
        legs.flatMap(({ lines }) => lines),
        0.25,
      ),
      arrows: pathOf(
        legs.map(({ arrow }): Line => ({ points: arrow, closed: true })),
        0,
      ),
      scale: scale ? barsOf(scale) : '',
    },
    words: [
      ...aroundOf(view, size, language, countries, taken).map((label) => ({
        kind: 'around' as const,
        label,
      })),
      ...named.words,
      ...(scale?.labels ?? []).map((label) => ({ kind: 'scale' as const, label })),
    ],
  };
  return withGround(drawing, view, countries);
}

function legsOf({ journey }: Subject, spots: Spot[], view: View, size: number): Leg[] {
  const stops = journey.map((key) => spots.find((spot) => spot.key === key)!);
  return stops.slice(1).flatMap((to, at) => {
    const from = stops[at]!;
    const clear = ({ mark }: Spot) => (mark === 0 ? 0 : mark + size * 0.2);
    return legOf(view, from.at, to.at, [clear(from), clear(to)], size * 0.6) ?? [];
  });
}

function barsOf({ x, y, bars }: Scale): string {
  const tick = 5;
  const lines = bars.flatMap(({ length }, at): Line[] => {
    const end = y + (at === 0 ? -tick : tick);
    const points = [
      { x, y: end },
      { x, y },
      { x: x + length, y },
      { x: x + length, y: end },
    ];
    return [{ points, closed: false }];
  });
  return pathOf(lines, 0);
}

/** Adds land and borders to a drawing, with as much detail as the size limit allows. */
function withGround(drawing: Drawing, view: View, marked: string[]): Drawing {
  const ground = groundOf(view);
  const lines = {
    land: trace(view.projection, ground.land),
    borders: trace(view.projection, ground.borders),
    marked: marked.flatMap((name) =>
      trace(view.projection, countryCalled(name, view.detail).shape),
    ),
  };
  for (let tolerance = 0.4; ; tolerance *= 1.4) {
    const paths = {
      ...drawing.paths,
      land: pathOf(lines.land, tolerance),
      borders: pathOf(lines.borders, tolerance),
      marked: pathOf(lines.marked, tolerance),
    };
    const drawn = { ...drawing, paths };
    // At a high tolerance no ground is left. Names up to the length that the desk allows always fit.
    if (Buffer.byteLength(svg(drawn)) <= largest || tolerance > 100) return drawn;
  }
}
