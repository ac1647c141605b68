import type { Label } from './labels.ts';

/** Words of one kind: names of what is shown, of what lies around it, of the scale, numbers, the key. */
export type Kind = 'name' | 'country' | 'around' | 'scale' | 'number' | 'key';

/** A map as it is drawn, before it is written as SVG or printed as a picture; in px. */
export interface Drawing {
  language: string;
  width: number;
  /** With the key below the map, if there is one. */
  height: number;
  /** Without it. */
  mapHeight: number;
  /** Sizes of type: of names, and of all else. */
  type: number;
  small: number;
  /** The data of paths, in steps. */
  paths: {
    /** The edge of the earth, where all of it is shown. */
    globe: string;
    land: string;
    borders: string;
    /** The countries that are marked. */
    marked: string;
    /** The ways of a journey, and their arrows. */
    ways: string;
    arrows: string;
    scale: string;
  };
  /** Where places are, or the numbers that stand for them. */
  marks: Circle[];
  /** About countries too small to be seen. */
  rings: Circle[];
  words: { kind: Kind; label: Label }[];
}

export interface Circle {
  x: number;
  y: number;
  r: number;
}
