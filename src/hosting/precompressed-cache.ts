import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../files/walk.ts';
import { writeWhole } from '../files/write-whole.ts';

/** A precompressed variant of a file, as it is kept: to be linked, never written into. */
export interface Kept {
  file: string;
  bytes: Buffer;
}

/** The beginning of SHA-256 in hexadecimal, 128 bits of it. */
export const digest = (...parts: (string | Buffer)[]) =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 32);

/**
 * Opens what is kept of precompressed files, in a folder that may be deleted at any time. One may work in it at
 * once. A file is named after what it was made of, a point and the digest of its own bytes: so it can be
 * linked into a site as it is, and one that was cut off or written into is noticed.
 * @param folder is made
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
    /** What is kept under a name, or undefined when there is nothing or its file is damaged. */
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
    /** Says of what is kept under a name, unread, that it is used; tells whether there is anything. */
    use(name: string): boolean {
      const file = known.get(name);
      if (file !== undefined) used.add(file);
      return file !== undefined;
    },
    /** Keeps something; a build that is killed meanwhile leaves no half of it. */
    keep(name: string, bytes: Buffer): Kept {
      const file = join(folder, name.slice(0, 2), `${name}.${digest(bytes)}`);
      writeWhole(file, bytes);
      known.set(name, file);
      used.add(file);
      return { file, bytes };
    },
    /** Removes what was there at first and was not asked for since. */
    prune(): void {
      for (const { file } of listed) if (!used.has(file)) rmSync(file, { force: true });
    },
  };
}
