import { longestSide } from '../desk/picture-kind.ts';
import type { Focus } from '../desk/schema/pictures.ts';

/** In px. */
export interface Size {
  width: number;
  height: number;
}

/** A part of a picture, in px of the displayed picture. */
export interface Window extends Size {
  left: number;
  top: number;
}

/**
 * The aspect ratios that Google requires for pictures of a story, 16:9, 4:3 and 1:1
 * (https://developers.google.com/search/docs/appearance/structured-data/article). The square is the one
 * shown on phones.
 */
export const searchFrames: Size[] = [
  { width: 1200, height: 675 },
  { width: 1200, height: 900 },
  { width: 800, height: 800 },
];

/**
 * The largest part of a picture with the aspect ratio of a frame. It contains the focus, as close to its
 * middle as the edges of the picture allow.
 * @param frame the size to fill
 * @returns undefined if the picture is too small for the frame, because pictures are never enlarged
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

/** The start of a part along one axis. */
function startOf(whole: number, part: number, focus: number): number {
  return Math.min(Math.max(Math.round(focus * whole - part / 2), 0), whole - part);
}

/** A picture’s width up to a maximum, and less if the height would exceed the limit. */
export function widthUpTo(most: number, { width, height }: Size): number {
  return Math.min(most, width, Math.floor((longestSide * width) / height));
}
