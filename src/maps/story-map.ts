import { createHash } from 'node:crypto';
import { placesOn } from '../desk/schema/map.ts';
import type { Story } from '../edition/model.ts';
import { digestOf } from '../files/digest.ts';
import { fromStore, toStore } from '../files/store.ts';
import { draw } from './draw.ts';
import type { Drawing } from './drawing.ts';
import type { Subject } from './spots.ts';
import type { MapSize } from './view.ts';

/**
 * The sizes at which a story’s map is drawn: for its page, for phones, and for one side of its card. On
 * phones 320 px wide, no text is smaller than 11 px, nor are names in the narrowest picture of the front
 * page.
 */
const mapSizes = {
  wide: { width: 880, height: 495, type: 20, small: 18 },
  narrow: { width: 360, height: 360, type: 15.5, small: 14 },
  card: { width: 560, height: 630, type: 26, small: 20 },
} satisfies Record<string, MapSize>;

export type MapSizeName = keyof typeof mapSizes;

/**
 * The map of a story that has one, at one of its sizes. It is cached, and redrawn only if its content or
 * the code that draws it changed.
 */
export function mapOf(
  { frontmatter, language }: Pick<Story, 'frontmatter' | 'language'>,
  name: MapSizeName,
): Drawing {
  if (!frontmatter.map) throw new Error(`“${frontmatter.headline}” has no map.`);
  const { countries = [], journey = [] } = frontmatter.map;
  const places = placesOn(frontmatter.map, frontmatter.places);
  const subject: Subject = { language, places, countries, journey };
  const key = createHash('sha256')
    .update(JSON.stringify([drawingDigest(), subject, mapSizes[name]]))
    .digest('hex');
  return kept(key) ?? drawNow(key, subject, mapSizes[name]);
}

function kept(key: string): Drawing | undefined {
  const bytes = fromStore('maps', key);
  return bytes && (JSON.parse(bytes.toString()) as Drawing);
}

function drawNow(key: string, subject: Subject, size: MapSize): Drawing {
  const drawing = draw(subject, size);
  toStore('maps', key, Buffer.from(JSON.stringify(drawing)));
  return drawing;
}

let drawing: string | undefined;

/** The modules with data about countries. */
const countries = ['atlas', 'antimeridian', 'country-names', 'shapes'];

/** A digest of the code that draws maps, with the versions of its libraries. */
const drawingDigest = () =>
  (drawing ??= digestOf([
    'src/maps',
    ...countries.map((name) => `src/desk/${name}.ts`),
    'package-lock.json',
  ]));
