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

/** The folder in which output is cached between builds, by site path; it may be deleted at any time. */
export const outputCache = () => inCache('output');

const manifestFile = () => join(outputCache(), 'record');

/** The manifest of the last build. */
export const lastBuildManifest = (): BuildManifest => readBuildManifest(manifestFile());

/**
 * The paths of cached files that have changed since the last build. Cached files may be hard links to the
 * site’s files, so a change to one also changes the other.
 */
export function corrupt(): string[] {
  const { files } = lastBuildManifest();
  const isUntouched = (name: string, { size, mtime }: CachedFile) => {
    const stat = statSync(join(outputCache(), name), { throwIfNoEntry: false });
    return stat?.size === size && stat.mtimeMs === mtime;
  };
  return [...files].flatMap(([name, known]) => (isUntouched(name, known) ? [] : [name]));
}

/** Caches a file of a site, unless it is already cached. Returns its size and modification time. */
export function keepFile(name: string, site: string): Pick<CachedFile, 'size' | 'mtime'> {
  const kept = join(outputCache(), name);
  const { dev, ino, size, mtimeMs: mtime } = statSync(join(site, name));
  const old = statSync(kept, { throwIfNoEntry: false });
  // Inode numbers are unique only within a file system.
  if (old?.ino === ino && old.dev === dev) return { size, mtime };
  rmSync(kept, { force: true });
  linkFiles([name], site, outputCache());
  return { size, mtime: statSync(kept).mtimeMs };
}

/** Deletes files that only the last build cached, and writes the manifest of this build. */
export function closeOutputCache(last: BuildManifest, next: BuildManifest): void {
  for (const name of last.files.keys())
    if (!next.files.has(name)) rmSync(join(outputCache(), name), { force: true });
  writeBuildManifest(manifestFile(), next);
}
