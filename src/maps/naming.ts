import type { Circle, Drawing } from './drawing.ts';
import { around, meets, placeAll, within, type Box, type Label } from './labels.ts';
import { numbered } from './numbered.ts';
import type { Scale } from './scale.ts';
import type { Spot } from './spots.ts';
import type { MapSize } from './view.ts';

/** The space of a marker, plus 1 px around it. */
export const boxOf = ({ x, y, r }: Circle): Box => around(x, y, r + 1);

interface Named {
  marks: Circle[];
  rings: Circle[];
  words: Drawing['words'];
  labels: Label[];
  scale: Scale | undefined;
  keyHeight: number;
}

/** Labels all spots with names, or with numbers if the names do not fit. */
export function nameAll(
  spots: Spot[],
  size: MapSize,
  crossed: Box[],
  scaleBeside: (taken: Box[]) => Scale | undefined,
  language: string,
): Named {
  const circles = spots.flatMap(({ x, y, mark: r, kind, islets }) =>
    [...(r > 0 ? [{ x, y, r }] : []), ...islets].map((circle) => ({ ...circle, kind })),
  );
  const marks = circles.filter(({ kind }) => kind === 'place').map(({ x, y, r }) => ({ x, y, r }));
  const rings = circles
    .filter(({ kind }) => kind === 'country')
    .map(({ x, y, r }) => ({ x, y, r }));
  const scale = scaleBeside([...crossed, ...circles.map(boxOf)]);
  const fixed = [...circles.map(boxOf), ...(scale ? [scale.box] : [])];
  const wanted = spots.map(({ labels }) =>
    labels
      .map((label, at) => ({
        label,
        cost: at + 4 * crossed.filter((other) => meets(other, label.box)).length,
      }))
      .filter(
        ({ label: { box } }) => within(box, size) && !fixed.some((other) => meets(other, box)),
      ),
  );
  const placed = placeAll(wanted);
  if (placed) {
    const words = placed.map((label, at) => ({
      kind: spots[at]!.kind === 'place' ? ('name' as const) : ('country' as const),
      label,
    }));
    return { marks, rings, words, labels: placed, scale, keyHeight: 0 };
  }
  const { numbers, key, ...rest } = numbered(spots, size, language);
  const beside = scaleBeside([...crossed, ...rest.marks.map(boxOf)]);
  return {
    marks: rest.marks,
    rings: [],
    words: [
      ...numbers.map((label) => ({ kind: 'number' as const, label })),
      ...key.map((label) => ({ kind: 'key' as const, label })),
    ],
    labels: [],
    scale: beside,
    keyHeight: rest.height,
  };
}
