import { labelAt, type Label } from './labels.ts';
import { isFromRight, linesOf, widthOf } from './measure.ts';
import type { Circle } from './drawing.ts';
import type { Spot } from './spots.ts';
import type { MapSize } from './view.ts';

/** Numbered spots and the key that explains them. */
interface Numbered {
  marks: Circle[];
  numbers: Label[];
  key: Label[];
  /** The height of the key, in px. */
  height: number;
}

/** The distance of the key from the edges, in px. */
const inset = 12;

/**
 * Numbers the spots when their names do not fit. Spots whose numbers would touch share one number, in
 * their middle.
 */
export function numbered(spots: Spot[], size: MapSize, language: string): Numbered {
  const { width, height, small } = size;
  const r = small * 0.75;
  const groups = together(spots, 2 * r + 2);
  const write = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language);
  const texts = groups.map(({ names }, at) => ({
    number: write.format(at + 1),
    names: list.format(names),
  }));
  // A right-to-left key has its numbers on the right.
  const side = isFromRight(texts[0]?.names ?? '') ? 'end' : 'start';
  const x = (from: number) => (side === 'end' ? width - from : from);
  const widest = Math.max(...texts.map(({ number }) => widthOf(number, small)));
  const indent = inset + widest + small * 0.8;
  const key: Label[] = [];
  let top = height + inset;
  for (const { number, names } of texts) {
    const lines = linesOf(names, small, width - indent - inset);
    const entry = labelAt(lines, small, x(indent), top, side);
    key.push(labelAt([number], small, x(inset), top, side), entry);
    top = entry.box.bottom + inset / 4;
  }
  return {
    marks: groups.map((group) => ({ x: group.x, y: group.y, r })),
    numbers: groups.map((group, at) =>
      labelAt([texts[at]!.number], small * 0.85, group.x, group.y - small * 0.85 * 0.6, 'middle'),
    ),
    key,
    height: top + inset - height,
  };
}

/** Groups spots that are closer to each other than a distance. */
function together(spots: Spot[], distance: number) {
  let groups = spots.map(({ x, y, name }) => ({ x, y, names: [name] }));
  for (;;) {
    const pair = groups
      .flatMap((one, at) => groups.slice(at + 1).map((other) => [one, other] as const))
      .find(([one, other]) => Math.hypot(one.x - other.x, one.y - other.y) < distance);
    if (!pair) return groups;
    const [one, other] = pair;
    const names = [...one.names, ...other.names];
    const share = one.names.length / names.length;
    const joined = {
      x: one.x * share + other.x * (1 - share),
      y: one.y * share + other.y * (1 - share),
      names,
    };
    groups = groups.flatMap((group) => (group === one ? [joined] : group === other ? [] : [group]));
  }
}
