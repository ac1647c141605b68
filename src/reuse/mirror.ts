import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { linkFiles } from '../files/link.ts';
import { readRecord, writeRecord, type BuildRecord, type Standing } from './record.ts';

/** Where what stands is kept between builds, as in the site; it may be deleted at any time. */
export const mirror = () => join(process.env.CACHE ?? '.cache', 'standing');

const recordFile = () => join(mirror(), 'record');

/** The record of the last build. */
export const lastRecord = (): BuildRecord => readRecord(recordFile());

/**
 * The files that are not as the last build kept them, by their paths. Who changes one in the site changes
 * it here, where both are one.
 */
export function damaged(): string[] {
  const { files } = lastRecord();
  const isUntouched = (name: string, { size, mtime }: Standing) => {
    const stat = statSync(join(mirror(), name), { throwIfNoEntry: false });
    return stat?.size === size && stat.mtimeMs === mtime;
  };
  return [...files].flatMap(([name, known]) => (isUntouched(name, known) ? [] : [name]));
}

/** Keeps a file of a site, if it is not the one that is kept already; tells what to know it by. */
export function keepFile(name: string, site: string): Pick<Standing, 'size' | 'mtime'> {
  const kept = join(mirror(), name);
  const { dev, ino, size, mtimeMs: mtime } = statSync(join(site, name));
  const old = statSync(kept, { throwIfNoEntry: false });
  // Another file system counts its files by the same numbers.
  if (old?.ino === ino && old.dev === dev) return { size, mtime };
  rmSync(kept, { force: true });
  linkFiles([name], site, mirror());
  return { size, mtime: statSync(kept).mtimeMs };
}

/** Takes away what the last build kept and this one does not, and writes down what it keeps. */
export function closeMirror(last: BuildRecord, next: BuildRecord): void {
  for (const name of last.files.keys())
    if (!next.files.has(name)) rmSync(join(mirror(), name), { force: true });
  writeRecord(recordFile(), next);
}
