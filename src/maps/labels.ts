import { linesOf, widthOf } from './measure.ts';

/** A rectangle on a map, in px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A text on a map. */
export interface Label {
  lines: string[];
  /** The position of the first line; `x` is its left end, middle or right end. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  /** The space that the text may cover, plus a margin. */
  box: Box;
}

/**
 * The line height, and how far letters extend above and below the baseline, as multiples of the font
 * size.
 */
export const leading = 1.16;
const rise = 0.95;
const depth = 0.3;

/** The margin around a label, in px. */
const room = 2;

export const meets = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

export const within = (box: Box, { width, height }: { width: number; height: number }): boolean =>
  box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;

export const around = (x: number, y: number, distance: number): Box => ({
  left: x - distance,
  top: y - distance,
  right: x + distance,
  bottom: y + distance,
});

/** A label whose lines all start, end or center at `x`. The top of the first line is at `top`. */
export function labelAt(
  lines: string[],
  size: number,
  x: number,
  top: number,
  anchor: Label['anchor'],
): Label {
  const width = Math.max(...lines.map((line) => widthOf(line, size)));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const height = heightOf(lines, size);
  const box = {
    left: left - room,
    top: top - room,
    right: left + width + room,
    bottom: top + height + room,
  };
  return { lines, x, y: top + rise * size, anchor, size, box };
}

const heightOf = (lines: string[], size: number) =>
  (leading * (lines.length - 1) + rise + depth) * size;

/**
 * Possible positions of a name around a spot, the best first: beside, above or below it, in one to three
 * lines.
 * @param reach the radius of the spot, in px
 */
export function about(name: string, size: number, x: number, y: number, reach: number): Label[] {
  const whole = widthOf(name, size);
  const forms = [1, 2, 3].map((parts) => linesOf(name, size, (whole / parts) * 1.1 + size));
  const gap = reach + size * 0.3;
  return (
    forms
      // Lines break only between words.
      .filter(
        (lines, at) =>
          at === 0 || (lines.length > forms[at - 1]!.length && lines.join(' ') === name),
      )
      .flatMap((lines) => {
        const height = heightOf(lines, size);
        const beside = (level: number) => [
          labelAt(lines, size, x + gap, y - height / 2 + level * height, 'start'),
          labelAt(lines, size, x - gap, y - height / 2 + level * height, 'end'),
        ];
        const over = [y - gap - height, y + gap];
        return [
          ...beside(0),
          ...over.map((top) => labelAt(lines, size, x, top, 'middle')),
          ...[-0.4, 0.4].flatMap(beside),
          ...over.flatMap((top) => [
            labelAt(lines, size, x - gap / 2, top, 'start'),
            labelAt(lines, size, x + gap / 2, top, 'end'),
          ]),
        ];
      })
  );
}

/** A possible position of a label, with its cost. */
export interface Choice {
  label: Label;
  cost: number;
}

/**
 * Finds a position for every label so that no labels overlap. The search tries a few thousand
 * combinations and takes the cheapest.
 * @returns undefined if there is no solution
 */
export function placeAll(wanted: Choice[][]): Label[] | undefined {
  // Labels with the fewest choices go first.
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]!.length - wanted[b]!.length);
  const choices = order.map((at) => wanted[at]!.toSorted((a, b) => a.cost - b.cost));
  let tries = 4_000;
  let best: { cost: number; labels: Label[] } | undefined;
  const place = (placed: Label[], cost: number) => {
    if (placed.length === choices.length) best = { cost, labels: placed };
    for (const choice of choices[placed.length] ?? []) {
      tries -= 1;
      if (tries <= 0 || (best && cost + choice.cost >= best.cost)) return;
      if (!placed.some(({ box }) => meets(box, choice.label.box)))
        place([...placed, choice.label], cost + choice.cost);
    }
  };
  place([], 0);
  return best && wanted.map((_, at) => best!.labels[order.indexOf(at)]!);
}
