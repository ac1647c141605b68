import { longestSide } from '../desk/picture-kind.ts';
import type { Focus } from '../desk/schema/pictures.ts';

/** In px. */
export interface Size {
  width: number;
  height: number;
}

/** A part of a picture, in px of the picture as it is seen. */
export interface Window extends Size {
  left: number;
  top: number;
}

/**
 * The shapes in which Google wants the picture of a story, 16:9, 4:3 and 1:1
 * (https://developers.google.com/search/docs/appearance/structured-data/article). The square is the
 * one that phones are shown.
 */
export const searchFrames: Size[] = [
  { width: 1200, height: 675 },
  { width: 1200, height: 900 },
  { width: 800, height: 800 },
];

/**
 * The largest part of a picture that has the shape of a frame. The focus is in it, as near to its
 * middle as the picture’s edges let it.
 * @param frame what the part is to fill
 * @returns undefined when the picture is too small to fill the frame: none is ever enlarged
 */
export function cropTo(picture: Size, frame: Size, { x, y }: Focus): Window | undefined {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height);
  if (scale < 1) return undefined;
  const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
  return {
    left: startOf(picture.width, width, x),
    top: startOf(picture.height, height, y),
    width,
    height,
  };
}

/** Where on one axis a part begins. */
function startOf(whole: number, part: number, focus: number): number {
  return Math.min(Math.max(Math.round(focus * whole - part / 2), 0), whole - part);
}

/** The width of a picture that is to have a width, or less where it would be higher than a picture may be. */
export function widthUpTo(most: number, { width, height }: Size): number {
  return Math.min(most, width, Math.floor((longestSide * width) / height));
}
