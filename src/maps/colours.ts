/** The colors of a map. */
export interface Colours {
  paper: string;
  sea: string;
  land: string;
  /** Coasts and borders. */
  line: string;
  ink: string;
  /** Names of surrounding countries. */
  soft: string;
  /** Markers and routes. */
  accent: string;
  /** A highlighted country. */
  marked: string;
}

/** For the light and the dark theme. Paper, ink and accent come from src/styles/tokens.css. */
export const colours = {
  light: {
    paper: '#fffdf8',
    sea: '#dbe5e9',
    land: '#f7f2e6',
    line: '#b3a993',
    ink: '#191712',
    soft: '#4b463c',
    accent: '#a31621',
    marked: '#ecc9bf',
  },
  dark: {
    paper: '#14130f',
    sea: '#0f171c',
    land: '#28251e',
    line: '#5f5747',
    ink: '#e9e5da',
    soft: '#c6c0b2',
    accent: '#ff8d85',
    marked: '#5b2a27',
  },
} satisfies Record<string, Colours>;

/** Line drawings, for print and for readers who prefer more contrast. */
export const lines = {
  light: {
    paper: '#fff',
    sea: '#fff',
    land: '#fff',
    line: '#555',
    ink: '#000',
    soft: '#000',
    accent: '#000',
    marked: '#fff',
  },
  dark: {
    paper: '#000',
    sea: '#000',
    land: '#000',
    line: '#aaa',
    ink: '#fff',
    soft: '#fff',
    accent: '#fff',
    marked: '#000',
  },
} satisfies Record<string, Colours>;
