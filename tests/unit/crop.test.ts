import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cropTo, searchFrames, widthUpTo } from '../../src/outputs/crop.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 6000 }),
  height: fc.integer({ min: 1, max: 6000 }),
});
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const focus = fc.record({ x: share, y: share });

it('lies within the picture, has the shape of its frame to a pixel, and fills it', () => {
  fc.assert(
    fc.property(size, size, focus, (picture, frame, focus) => {
      const crop = cropTo(picture, frame, focus);
      const isLarge = picture.width >= frame.width && picture.height >= frame.height;
      expect(crop !== undefined).toBe(isLarge);
      if (!crop) return;
      expect(Object.values(crop).every(Number.isInteger)).toBe(true);
      expect(Math.min(crop.left, crop.top)).toBeGreaterThanOrEqual(0);
      expect(crop.left + crop.width).toBeLessThanOrEqual(picture.width);
      expect(crop.top + crop.height).toBeLessThanOrEqual(picture.height);
      expect(crop.width).toBeGreaterThanOrEqual(frame.width);
      expect(crop.height).toBeGreaterThanOrEqual(frame.height);
      // As large as it can be: one side is the picture's own.
      expect(crop.width === picture.width || crop.height === picture.height).toBe(true);
      // Of the same shape, but that each side is a whole number of pixels.
      const difference = crop.width * frame.height - crop.height * frame.width;
      expect(Math.abs(difference)).toBeLessThanOrEqual((frame.width + frame.height) / 2);
    }),
  );
});

it('has the focus in it, in the middle unless an edge of the picture is nearer', () => {
  fc.assert(
    fc.property(size, size, focus, (picture, frame, focus) => {
      const crop = cropTo(picture, frame, focus);
      if (!crop) return;
      for (const [whole, part, start, at] of [
        [picture.width, crop.width, crop.left, focus.x * picture.width],
        [picture.height, crop.height, crop.top, focus.y * picture.height],
      ] as const) {
        expect(at).toBeGreaterThanOrEqual(start);
        expect(at).toBeLessThanOrEqual(start + part);
        const fromMiddle = at - (start + part / 2);
        // A pixel may be half on one side.
        if (start > 0) expect(fromMiddle).toBeGreaterThanOrEqual(-0.5);
        if (start + part < whole) expect(fromMiddle).toBeLessThanOrEqual(0.5);
      }
    }),
  );
});

it.each([
  [
    { x: 0.5, y: 0.5 },
    { left: 700, top: 0, width: 1000, height: 1000 },
  ],
  [
    { x: 0.75, y: 0 },
    { left: 1300, top: 0, width: 1000, height: 1000 },
  ],
  [
    { x: 0.9, y: 0.2 },
    { left: 1400, top: 0, width: 1000, height: 1000 },
  ],
  [
    { x: 0, y: 1 },
    { left: 0, top: 0, width: 1000, height: 1000 },
  ],
])('of a wide picture with the focus at %j is %j', (focus, crop) => {
  expect(cropTo({ width: 2400, height: 1000 }, { width: 800, height: 800 }, focus)).toEqual(crop);
});

it('is in the shapes that Google asks for, none of them below 50,000 pixels', () => {
  expect(searchFrames.map(({ width, height }) => width / height)).toEqual([16 / 9, 4 / 3, 1]);
  for (const { width, height } of searchFrames) expect(width * height).toBeGreaterThan(50_000);
});

it('makes a picture narrower whose height no encoder takes', () => {
  expect(widthUpTo(1600, { width: 3000, height: 2000 })).toBe(1600);
  expect(widthUpTo(1600, { width: 900, height: 600 })).toBe(900);
  expect(widthUpTo(1600, { width: 1200, height: 16_383 })).toBe(1200);
  expect(widthUpTo(1600, { width: 1200, height: 17_000 })).toBe(1156);
  expect(widthUpTo(1600, { width: 1, height: 16_383 })).toBe(1);
});
