import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../files/walk.ts';
import { writeWhole } from '../files/write-whole.ts';

/** A cached, precompressed variant of a file; it is hard-linked, so it must never be changed. */
export interface Kept {
  file: string;
  bytes: Buffer;
}

/** The first 128 bits of SHA-256, in hexadecimal. */
export const digest = (...parts: (string | Buffer)[]) =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 32);

/**
 * Opens the cache of precompressed variants, a folder that may be deleted at any time. Only one process
 * may use it at a time. The name of a file is the key of its source, a dot and a digest of its own bytes.
 * So it can be linked into a site directly, and damage is noticed.
 * @param folder is created if missing
 */
export function openPrecompressedCache(folder: string) {
  mkdirSync(folder, { recursive: true });
  const listed = filesIn(folder).map((path) => ({
    name: basename(path),
    file: join(folder, path),
  }));
  const known = new Map(
    listed.map(({ name, file }) => [name.slice(0, name.lastIndexOf('.')), file]),
  );
  const used = new Set<string>();
  return {
    /** The variant of a name, or undefined if there is none or its file is damaged. */
    find(name: string): Kept | undefined {
      const file = known.get(name);
      if (file === undefined) return undefined;
      try {
        const bytes = readFileSync(file);
        if (!file.endsWith(digest(bytes))) return undefined;
        used.add(file);
        return { file, bytes };
      } catch {
        return undefined;
      }
    },
    /** Marks a variant as used without reading it; returns whether it exists. */
    use(name: string): boolean {
      const file = known.get(name);
      if (file !== undefined) used.add(file);
      return file !== undefined;
    },
    /** Caches a variant; an interrupted build leaves no partial file. */
    keep(name: string, bytes: Buffer): Kept {
      const file = join(folder, name.slice(0, 2), `${name}.${digest(bytes)}`);
      writeWhole(file, bytes);
      known.set(name, file);
      used.add(file);
      return { file, bytes };
    },
    /** Deletes variants from earlier builds that were not used. */
    prune(): void {
      for (const { file } of listed) if (!used.has(file)) rmSync(file, { force: true });
    },
  };
}
