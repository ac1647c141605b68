import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/maps/draw.ts';
import type { Drawing } from '../../src/maps/drawing.ts';
import { around, meets, placeAll, within, type Box } from '../../src/maps/labels.ts';
import { linesOf, widthOf } from '../../src/maps/measure.ts';
import { roundest, scaleOf } from '../../src/maps/scale.ts';
import { pointsOf } from '../../src/maps/spots.ts';
import { svg } from '../../src/maps/svg.ts';
import { viewOf, type Point } from '../../src/maps/view.ts';
import { anySubject, at, kuwait, of, sheets } from './map.ts';

const [page, phone] = sheets as [(typeof sheets)[0], (typeof sheets)[0]];

const wordsOf = ({ words }: Drawing, ...kinds: string[]) =>
  words.filter(({ kind }) => kinds.includes(kind)).flatMap(({ label }) => label.lines.join(' '));

// By hand, since the map is drawn by what `labels.ts` says of this.
const liesIn = (box: Box, width: number, height: number) =>
  Math.min(box.left, box.top, width - box.right, height - box.bottom) >= 0;
const overlap = (one: Box, other: Box) =>
  Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
  Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);

/** What touches what on a map, or leaves it, and must not. */
function clashes(drawing: Drawing): string[] {
  const { words, marks, rings, width, height, mapHeight } = drawing;
  const told = ({ kind, label }: Drawing['words'][number]) => `${kind} “${label.lines.join('/')}”`;
  const circles = [...marks, ...rings].map(({ x, y, r }) => ({ x, y, r, box: around(x, y, r) }));
  return [
    ...words.flatMap((one, index) => [
      ...(liesIn(one.label.box, width, one.kind === 'key' ? height : mapHeight)
        ? []
        : [`${told(one)} leaves the map`]),
      ...words
        .slice(index + 1)
        // Numbers stand in their marks, which keep apart.
        .filter((other) => one.kind !== 'number' || other.kind !== 'number')
        .filter((other) => overlap(one.label.box, other.label.box))
        .map((other) => `${told(one)} meets ${told(other)}`),
      ...(one.kind === 'number' ? [] : circles)
        .filter(({ box }) => overlap(one.label.box, box))
        .map(() => `${told(one)} meets a mark`),
    ]),
    ...(words.some(({ kind }) => kind === 'number') ? marks : []).flatMap((one, index) =>
      marks
        .slice(index + 1)
        .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.r + other.r)
        .map(() => 'two numbers meet'),
    ),
    ...words
      .filter(
        ({ kind, label }) =>
          kind === 'number' && widthOf(label.lines[0]!, label.size) > 2 * marks[0]!.r,
      )
      .map((word) => `${told(word)} is wider than its mark`),
    ...circles
      .filter(({ box }) => !liesIn(box, width, mapHeight))
      .map(({ x, y }) => `the mark at ${x}, ${y} leaves the map`),
  ];
}

describe('any map', () => {
  it('has no name that meets another, a mark or the edge, and is no larger than 20 kB', () => {
    let numbered = 0;
    fc.assert(
      fc.property(anySubject, fc.constantFrom(...sheets), (subject, sheet) => {
        const drawing = draw(subject, sheet);
        numbered += drawing.words.some(({ kind }) => kind === 'key') ? 1 : 0;
        expect(clashes(drawing)).toEqual([]);
        const file = svg(drawing);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(20_000);
        expect(file).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 150 },
    );
    // Both ways of naming were tried.
    expect(numbered).toBeGreaterThan(0);
    expect(numbered).toBeLessThan(150);
  });

  it('names everything that it is of, at its place or in its key', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const drawing = draw(subject, page);
        const said = wordsOf(drawing, 'name', 'country', 'key').join(' ').replace(/\s+/g, '');
        for (const { name } of subject.places) {
          const whole = name.replace(/\s+/g, '');
          // A word wider than the map is cut.
          if (widthOf(name, page.type) < page.width) expect(said).toContain(whole);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has a scale that is true in its middle', () => {
    const turn = Math.PI / 180;
    /** The distance of two places on the globe in km (haversine). */
    const distance = ([a, b]: Point, [c, d]: Point) => {
      const half = (angle: number) => Math.sin((angle * turn) / 2) ** 2;
      const part = half(d - b) + Math.cos(b * turn) * Math.cos(d * turn) * half(c - a);
      return 2 * 6371.0088 * Math.asin(Math.sqrt(part));
    };
    fc.assert(
      fc.property(anySubject, fc.constantFrom(...sheets), (subject, sheet) => {
        const view = viewOf(pointsOf(subject), sheet);
        const [x, y] = [sheet.width / 2, sheet.height / 2];
        for (const { unit, distance: said, length } of scaleOf(view, sheet, 'en-US', [])!.bars) {
          const part = length / 100;
          const ends = [x - part, x + part].map((px) => view.projection.invert!([px, y]) as Point);
          const km = (distance(ends[0]!, ends[1]!) * length) / (2 * part);
          expect(km / (unit === 'mile' ? 1.609344 : 1) / said).toBeCloseTo(1, 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is drawn the same every time', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        expect(svg(draw(subject, phone))).toBe(svg(draw(subject, phone)));
      }),
      { numRuns: 15 },
    );
  });
});

describe('the map of the first story', () => {
  const drawing = draw(kuwait, page);

  it('names its places and marks the country, with what lies between', () => {
    expect(wordsOf(drawing, 'name')).toEqual(['Pristina', 'Mitrovica', 'Tirana']);
    expect(wordsOf(drawing, 'country')).toEqual(['Kuwait']);
    expect(wordsOf(drawing, 'around')).toEqual(
      expect.arrayContaining(['Türkiye', 'Iraq', 'Egypt']),
    );
    expect(wordsOf(drawing, 'scale')).toEqual(['500 mi', '1,000 km']);
    expect(drawing.marks).toHaveLength(3);
    expect(drawing.paths.marked).toMatch(/^M/);
  });

  it('lies as the world does: Pristina north-west of Kuwait, Tirana south-west of Pristina', () => {
    const [pristina, mitrovica, tirana] = drawing.marks;
    const [arrow] = /M(\d+) (\d+)/.exec(drawing.paths.arrows)!.slice(1).map(Number) as [number];
    expect(mitrovica!.y).toBeLessThan(pristina!.y);
    expect([tirana!.x < pristina!.x, tirana!.y > pristina!.y]).toEqual([true, true]);
    expect(arrow / 2).toBeGreaterThan(pristina!.x + 300);
  });

  it('has the way from the first stop to the country, and no mark there', () => {
    expect(drawing.paths.ways.match(/M/g)).toHaveLength(1);
    expect(drawing.paths.arrows.match(/z/g)).toHaveLength(1);
    expect(draw({ ...kuwait, journey: [] }, page).paths).toMatchObject({ ways: '', arrows: '' });
  });

  it('bends the way upwards, that it does not look like a border', () => {
    let [x, y] = [0, 0];
    const points = [...drawing.paths.ways.matchAll(/([Ml]?) ?(-?\d+) ?(-?\d+)/g)].map(
      ([, kind, right, down]) => {
        [x, y] =
          kind === 'M' ? [Number(right), Number(down)] : [x + Number(right), y + Number(down)];
        return { x, y };
      },
    );
    const [from, middle, to] = [points[0]!, points[points.length >> 1]!, points.at(-1)!];
    const part = (middle.x - from.x) / (to.x - from.x);
    expect(from.y + part * (to.y - from.y) - middle.y).toBeGreaterThan(40);
  });

  it('has its places’ names on a phone too', () => {
    expect(wordsOf(draw(kuwait, phone), 'name', 'country')).toHaveLength(4);
  });
});

describe('a map', () => {
  it('of one town shows its surroundings, not its streets', () => {
    const { kmPerPx, detail } = viewOf([[19.8187, 41.3275]], page);
    expect(kmPerPx * page.height).toBeCloseTo(420, -1);
    expect(detail).toBe('50m');
  });

  it('across the Pacific is whole, and so is one from pole to pole', () => {
    const tokyo = at('Tokyo', 35.68, 139.69);
    const pacific = of([tokyo, at('Los Angeles', 34.05, -118.24)]);
    const [left, right] = draw(pacific, page).marks;
    expect(left!.x).toBeLessThan(page.width / 2);
    expect(right!.x).toBeGreaterThan(page.width / 2);
    const poles = draw(of([at('South', -90, 0), at('North', 90, 0)]), page);
    expect(poles.paths.globe).not.toBe('');
    expect(poles.marks[0]!.y).toBeGreaterThan(poles.marks[1]!.y);
  });

  it('draws the way over the edge of the world in two', () => {
    const world = of(
      [
        at('Tokyo', 35.68, 139.69),
        at('Lima', -12.05, -77.04),
        at('London', 51.5, 0),
        at('Cairo', 30, 31),
      ],
      {
        journey: ['Tokyo', 'Lima'],
        countries: ['India'],
      },
    );
    const { paths, words } = draw(world, page);
    expect(paths.globe).not.toBe('');
    expect(paths.ways.match(/M/g)!.length).toBeGreaterThan(0);
    expect(words.length).toBeGreaterThan(4);
  });

  it('numbers what is too close to be named, and keys the numbers below', () => {
    const towns = Array.from({ length: 10 }, (_, index) =>
      at(`Some town ${index}`, 42 + index / 1000, 21),
    );
    const drawing = draw(of([...towns, at('Paris', 48.85, 2.35)]), phone);
    expect(wordsOf(drawing, 'number')).toEqual(['1', '2']);
    expect(drawing.marks).toHaveLength(2);
    const key = wordsOf(drawing, 'key');
    expect(key[1]).toMatch(/^Some town 0, Some town 1, .* and Some town 9$/);
    expect(key.slice(2)).toEqual(['2', 'Paris']);
    expect(drawing.height).toBeGreaterThan(drawing.mapHeight);
  });

  it('rings a country too small to be seen', () => {
    const { rings } = draw(of([at('Rome', 41.9, 12.5)], { countries: ['Malta'] }), page);
    expect(rings).toHaveLength(1);
  });

  it('shows a country’s mainland, not what it has at the other end of the world', () => {
    const { kmPerPx } = viewOf(pointsOf(of([], { countries: ['France'] })), page);
    expect(kmPerPx * page.width).toBeLessThan(4_000);
  });

  it('says distances in the story’s language, and miles to Americans only', () => {
    const scale = (language: string) => wordsOf(draw({ ...kuwait, language }, page), 'scale');
    expect(scale('sr')).toEqual(['1.000 km']);
    expect(scale('ar-EG')[0]).toMatch(/١٬٠٠٠/);
    expect(scale('en-GB')).toHaveLength(1);
  });

  it('is of the same land whatever it names, in other words', () => {
    const arabic = draw({ ...kuwait, language: 'ar' }, page);
    expect(wordsOf(arabic, 'country')).toEqual(['الكويت']);
    expect(svg(arabic)).toMatch(/<text[^>]* direction="rtl">الكويت/);
  });
});

describe('a box on a sheet', () => {
  const box = { left: 0, top: 0, right: 40, bottom: 30 };

  it('lies within up to each edge, and no further over any', () => {
    expect(within(box, { width: 40, height: 30 })).toBe(true);
    for (const over of [{ left: -1 }, { top: -1 }, { right: 41 }, { bottom: 31 }])
      expect(within({ ...box, ...over }, { width: 40, height: 30 }), JSON.stringify(over)).toBe(
        false,
      );
  });

  it('meets what it shares a part with, not what it only touches or is beside or below', () => {
    expect(meets(box, { left: 39, top: 29, right: 60, bottom: 60 })).toBe(true);
    const beside = [
      { left: 40, right: 60 },
      { left: -20, right: 0 },
      { top: 30, bottom: 60 },
      { top: -20, bottom: 0 },
    ];
    for (const other of beside)
      expect(meets(box, { ...box, ...other }), JSON.stringify(other)).toBe(false);
  });
});

describe('the places of names', () => {
  const choice = (name: string, left: number, cost: number) => {
    const box = { left, top: 0, right: left + 10, bottom: 10 };
    const label = { lines: [name], x: left, y: 9, anchor: 'start' as const, size: 9, box };
    return { label, cost };
  };
  const placed = (...wanted: ReturnType<typeof choice>[][]) =>
    placeAll(wanted)?.map(({ lines, x }) => `${lines.join()} ${x}`);

  it('cost least, whichever comes first', () => {
    expect(placed([choice('A', 0, 3), choice('A', 20, 0), choice('A', 40, 5)])).toEqual(['A 20']);
  });

  it('cost least together, in the order of the names', () => {
    const a = [choice('A', 0, 0), choice('A', 20, 9), choice('A', 40, 10)];
    const b = [choice('B', 5, 0), choice('B', 25, 2)];
    expect(placed(a, b)).toEqual(['A 0', 'B 25']);
    expect(placed(b, a)).toEqual(['B 25', 'A 0']);
  });

  it('are none where two names have only one place', () => {
    expect(placed([choice('A', 0, 0)], [choice('B', 5, 0)])).toBeUndefined();
  });
});

it('rounds distances to 1, 2 or 5', () => {
  expect([1, 1.9, 3, 7, 10, 49, 50, 999].map(roundest)).toEqual([1, 1, 2, 5, 10, 20, 50, 500]);
});

it('breaks lines between words, and cuts a word that no line holds', () => {
  expect(linesOf('San José del Cabo', 10, 60)).toEqual(['San José', 'del Cabo']);
  expect(linesOf('Wwwwwwwwww', 10, 50)).toEqual(['Www…']);
});
