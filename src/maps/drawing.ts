import type { Label } from './labels.ts';

/** Kinds of text: names of places and countries, surrounding countries, scale, numbers, key. */
export type Kind = 'name' | 'country' | 'around' | 'scale' | 'number' | 'key';

/** A map as drawn, before it is written as SVG or rendered as PNG. Lengths are in px. */
export interface Drawing {
  language: string;
  width: number;
  /** Includes the key below the map. */
  height: number;
  /** Excludes the key. */
  mapHeight: number;
  /** The font size of names (`type`) and of all other text (`small`). */
  type: number;
  small: number;
  /** SVG path data, in steps (see trace.ts). */
  paths: {
    /** The outline of the earth, if the whole earth is shown. */
    globe: string;
    land: string;
    borders: string;
    /** Highlighted countries. */
    marked: string;
    /** The routes of a journey and their arrows. */
    ways: string;
    arrows: string;
    scale: string;
  };
  /** Markers of places, or the circles behind their numbers. */
  marks: Circle[];
  /** Circles around countries that are too small to see. */
  rings: Circle[];
  words: { kind: Kind; label: Label }[];
}

export interface Circle {
  x: number;
  y: number;
  r: number;
}
