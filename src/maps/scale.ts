import { around, labelAt, meets, type Box, type Label } from './labels.ts';
import type { MapSize, View } from './view.ts';

/** The scale of a map: one bar per unit, all starting at the same point and going right. */
export interface Scale {
  x: number;
  y: number;
  bars: { unit: Unit; distance: number; length: number }[];
  labels: Label[];
  box: Box;
}

type Unit = 'kilometer' | 'mile';

const km: Record<Unit, number> = { kilometer: 1, mile: 1.609344 };

/** The distance of the scale from the edges of the map, and the length of its ticks, in px. */
const inset = 12;
const tick = 5;

/**
 * The scale of a map in kilometers, and also in miles for American English. It is exact in the middle of
 * the map. It is drawn in the first corner that is free.
 * @param taken boxes of markers and routes
 * @returns undefined if no corner is free
 */
export function scaleOf(
  { kmPerPx }: View,
  { width, height, small }: MapSize,
  language: string,
  taken: Box[],
): Scale | undefined {
  const units: Unit[] = language === 'en-US' ? ['mile', 'kilometer'] : ['kilometer'];
  const bars = units.map((unit) => {
    const distance = roundest((width * 0.24 * kmPerPx) / km[unit]);
    return { unit, distance, length: (distance * km[unit]) / kmPerPx };
  });
  const texts = bars.map(({ unit, distance }) =>
    new Intl.NumberFormat(language, { style: 'unit', unit }).format(distance),
  );
  const at = (x: number, y: number): Scale => {
    // The first label is above the line, the other below it.
    const labels = texts.map((text, index) =>
      labelAt([text], small, x, index === 0 ? y - tick - 1.25 * small : y + tick, 'start'),
    );
    const line = { ...around(x, y, tick), right: x + Math.max(...bars.map((bar) => bar.length)) };
    return { x, y, bars, labels, box: hull([line, ...labels.map(({ box }) => box)]) };
  };
  const { box } = at(0, 0);
  const [left, right] = [inset - box.left, width - inset - box.right];
  const [top, bottom] = [inset - box.top, height - inset - box.bottom];
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const;
  return corners
    .map(([x, y]) => at(x, y))
    .find((scale) => !taken.some((other) => meets(other, scale.box)));
}

/** The largest distance up to a limit that is 1, 2 or 5 times a power of ten. */
export function roundest(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most));
  return (most >= 5 * unit ? 5 : most >= 2 * unit ? 2 : 1) * unit;
}

function hull(boxes: Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
