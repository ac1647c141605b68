import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inCache } from '../files/cache-folder.ts';
import { linkFiles } from '../files/link.ts';
import {
  readBuildManifest,
  writeBuildManifest,
  type BuildManifest,
  type CachedFile,
} from './build-manifest.ts';

/** The folder in which output is kept between builds, by the paths of the site; it may be deleted at any time. */
export const outputCache = () => inCache('output');

const manifestFile = () => join(outputCache(), 'record');

/** The manifest of the last build. */
export const lastBuildManifest = (): BuildManifest => readBuildManifest(manifestFile());

/**
 * The files that are not as the last build kept them, by their paths. Who changes one in the site changes
 * it here, where both are one.
 */
export function corrupt(): string[] {
  const { files } = lastBuildManifest();
  const isUntouched = (name: string, { size, mtime }: CachedFile) => {
    const stat = statSync(join(outputCache(), name), { throwIfNoEntry: false });
    return stat?.size === size && stat.mtimeMs === mtime;
  };
  return [...files].flatMap(([name, known]) => (isUntouched(name, known) ? [] : [name]));
}

/** Keeps a file of a site, if it is not the one that is kept already; tells what to know it by. */
export function keepFile(name: string, site: string): Pick<CachedFile, 'size' | 'mtime'> {
  const kept = join(outputCache(), name);
  const { dev, ino, size, mtimeMs: mtime } = statSync(join(site, name));
  const old = statSync(kept, { throwIfNoEntry: false });
  // Another file system counts its files by the same numbers.
  if (old?.ino === ino && old.dev === dev) return { size, mtime };
  rmSync(kept, { force: true });
  linkFiles([name], site, outputCache());
  return { size, mtime: statSync(kept).mtimeMs };
}

/** Takes away what the last build kept and this one does not, and writes down what it keeps. */
export function closeOutputCache(last: BuildManifest, next: BuildManifest): void {
  for (const name of last.files.keys())
    if (!next.files.has(name)) rmSync(join(outputCache(), name), { force: true });
  writeBuildManifest(manifestFile(), next);
}
