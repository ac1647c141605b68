import { linesOf, widthOf } from './measure.ts';

/** A part of a map, in px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Words on a map. */
export interface Label {
  lines: string[];
  /** Where the first line stands, and whether `x` is its left end, its middle or its right end. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  /** All that the words may cover, and some room. */
  box: Box;
}

/** The distance of lines, and how far letters rise over their line and hang below it, in sizes. */
export const leading = 1.16;
const rise = 0.95;
const depth = 0.3;

/** The room about a label, in px. */
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

/** A label of which all lines begin, end or have their middle at `x`, with its first line’s top at `top`. */
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
 * Where a name may stand about a spot, the best places first: beside it, above or below it; in one
 * line, else in two or three.
 * @param reach of the spot from its middle, in px
 */
export function about(name: string, size: number, x: number, y: number, reach: number): Label[] {
  const whole = widthOf(name, size);
  const forms = [1, 2, 3].map((parts) => linesOf(name, size, (whole / parts) * 1.1 + size));
  const gap = reach + size * 0.3;
  return (
    forms
      // No word is cut to break a line.
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

/** A place where a label may stand, and what speaks against it. */
export interface Choice {
  label: Label;
  cost: number;
}

/**
 * Finds a place for every label such that none meets another, at the least cost that is found within
 * some thousand tries.
 * @returns undefined when there is no way
 */
export function placeAll(wanted: Choice[][]): Label[] | undefined {
  // Who has least choice chooses first.
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
