import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../edition/model.ts';
import { isMap } from '../edition/map.ts';
import { fromStore, toStore } from '../files/store.ts';
import { xmpOf } from '../raster/xmp.ts';
import type { Drawing } from './drawing.ts';
import { renderMap, renderName, renderSize } from './render.ts';
import { mapOf } from './story-map.ts';
import { svg } from './svg.ts';

/** A file of a map, with its size in px. */
export interface MapFile {
  /** Relative to the front page. */
  path: string;
  width: number;
  height: number;
}

/** The files of a story’s map: SVG for the story’s page and for phones, PNG for everything else. */
export interface MapFiles {
  wide: MapFile;
  narrow: MapFile;
  print: MapFile;
}

/** Reads or creates the content of a file. */
export type Read = () => Buffer | Promise<Buffer>;

type Mapped = Pick<Story, 'frontmatter' | 'language'>;

const known = new WeakMap<Mapped, MapFiles>();

/** The map files of a story that has a map. File names are digests of the content. */
export function mapFiles(story: Mapped): MapFiles {
  const files = known.get(story) ?? filesOf(story);
  known.set(story, files);
  return files;
}

function filesOf(story: Mapped): MapFiles {
  const [wide, narrow] = [mapOf(story, 'wide'), mapOf(story, 'narrow')];
  const file = (drawing: Drawing): MapFile => {
    const name = createHash('sha256').update(svg(drawing)).digest('hex').slice(0, 32);
    const { width, height } = drawing;
    return { path: `maps/${name}.svg`, width, height: Math.round(height) };
  };
  const print = { path: `maps/${renderName(wide, xmp(story))}.png`, ...renderSize(wide) };
  return { wide: file(wide), narrow: file(narrow), print };
}

const xmp = ({ frontmatter: { lead } }: Mapped) => xmpOf(lead!, {});

/** A story’s map as PNG, from the cache or rendered and cached now. */
export async function printedMap(story: Mapped): Promise<Buffer> {
  const drawing = mapOf(story, 'wide');
  const name = renderName(drawing, xmp(story));
  const kept = fromStore('maps', name);
  if (kept) return kept;
  const png = await renderMap(drawing, xmp(story));
  toStore('maps', name, png);
  return png;
}

/** The content of each map file of some stories, by its path relative to the front page. */
export function mapsOf(stories: Mapped[]): Map<string, Read> {
  const shown = stories.filter(({ frontmatter: { lead } }) => lead && isMap(lead));
  return new Map(
    shown.flatMap((story): [string, Read][] => {
      const { wide, narrow, print } = mapFiles(story);
      return [
        [wide.path, () => Buffer.from(svg(mapOf(story, 'wide')))],
        [narrow.path, () => Buffer.from(svg(mapOf(story, 'narrow')))],
        [print.path, () => printedMap(story)],
      ];
    }),
  );
}

/**
 * Writes the map files of some stories.
 * @param isThere whether a file already exists, by its path relative to the front page
 */
export async function writeMaps(
  stories: Mapped[],
  site: string,
  isThere: (path: string) => boolean,
): Promise<void> {
  const maps = mapsOf(stories);
  if (maps.size > 0) mkdirSync(join(site, 'maps'), { recursive: true });
  for (const [path, read] of maps)
    if (!isThere(path)) writeFileSync(join(site, path), await read());
}
