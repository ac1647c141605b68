import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../edition/model.ts';
import { isMap } from '../edition/map.ts';
import { fromStore, toStore } from '../files/store.ts';
import { xmpOf } from '../raster/xmp.ts';
import type { Drawing } from './drawing.ts';
import { renderMap, renderName, renderSize } from './render.ts';
import { mapOf } from './story-map.ts';
import { svg } from './svg.ts';

/** A file of a map; its size in px. */
export interface MapFile {
  /** Below the front page. */
  path: string;
  width: number;
  height: number;
}

/** The files of a story’s map: for its page and for phones as SVG, for all others as PNG. */
export interface MapFiles {
  wide: MapFile;
  narrow: MapFile;
  print: MapFile;
}

/** Reads or makes what is in a file. */
export type Read = () => Buffer | Promise<Buffer>;

type Mapped = Pick<Article, 'frontmatter' | 'language'>;

const known = new WeakMap<Mapped, MapFiles>();

/** The files of the map of a story that has one. Their names are digests of what is in them. */
export function mapFiles(article: Mapped): MapFiles {
  const files = known.get(article) ?? filesOf(article);
  known.set(article, files);
  return files;
}

function filesOf(article: Mapped): MapFiles {
  const [wide, narrow] = [mapOf(article, 'wide'), mapOf(article, 'narrow')];
  const file = (drawing: Drawing): MapFile => {
    const name = createHash('sha256').update(svg(drawing)).digest('hex').slice(0, 32);
    const { width, height } = drawing;
    return { path: `maps/${name}.svg`, width, height: Math.round(height) };
  };
  const print = { path: `maps/${renderName(wide, xmp(article))}.png`, ...renderSize(wide) };
  return { wide: file(wide), narrow: file(narrow), print };
}

const xmp = ({ frontmatter: { lead } }: Mapped) => xmpOf(lead!, {});

/** A story’s map as a PNG: the one that is kept, else printed now and kept. */
export async function printedMap(article: Mapped): Promise<Buffer> {
  const drawing = mapOf(article, 'wide');
  const name = renderName(drawing, xmp(article));
  const kept = fromStore('maps', name);
  if (kept) return kept;
  const png = await renderMap(drawing, xmp(article));
  toStore('maps', name, png);
  return png;
}

/** What is in each file of the maps of some stories, by its path below the front page. */
export function mapsOf(articles: Mapped[]): Map<string, Read> {
  const shown = articles.filter(({ frontmatter: { lead } }) => lead && isMap(lead));
  return new Map(
    shown.flatMap((article): [string, Read][] => {
      const { wide, narrow, print } = mapFiles(article);
      return [
        [wide.path, () => Buffer.from(svg(mapOf(article, 'wide')))],
        [narrow.path, () => Buffer.from(svg(mapOf(article, 'narrow')))],
        [print.path, () => printedMap(article)],
      ];
    }),
  );
}

/**
 * Puts out the maps of some stories as files of a site.
 * @param isThere whether a file is there already, by its path below the front page
 */
export async function writeMaps(
  articles: Mapped[],
  site: string,
  isThere: (path: string) => boolean,
): Promise<void> {
  const maps = mapsOf(articles);
  if (maps.size > 0) mkdirSync(join(site, 'maps'), { recursive: true });
  for (const [path, read] of maps)
    if (!isThere(path)) writeFileSync(join(site, path), await read());
}
