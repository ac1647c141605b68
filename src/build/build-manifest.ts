import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PageFacts } from '../hosting/page-reader.ts';

/** Facts about a file in the output cache. */
export interface CachedFile {
  /** The digest of its inputs (src/build/page-inputs.ts); empty for files with a digest in their name. */
  key: string;
  /**
   * The size in bytes and the modification time in ms since 1970, which show whether somebody changed the
   * file.
   */
  size: number;
  mtime: number;
  /**
   * The paths of files that it needs, relative to the front page: its assets and its precompressed
   * variants.
   */
  assets: string[];
  /** Facts for the host. */
  found?: PageFacts | undefined;
  /** The key of its precompressed variants in the cache. */
  precompressed?: string | undefined;
}

/** Facts about a site’s files for its host, by path relative to the front page. */
export interface HostFacts {
  found: ReadonlyMap<string, PageFacts>;
  /** The assets of each page that was read in this build. */
  assets: ReadonlyMap<string, string[]>;
  precompressed: ReadonlyMap<string, string>;
}

/** A digest of a content file other than a text. */
interface Digested {
  signature: string;
  digest: string;
}

export interface BuildManifest {
  /** A digest of the code that rendered the files. */
  code: string;
  /** By path relative to the front page. */
  files: Map<string, CachedFile>;
  /** By path relative to the project’s root. */
  digests: Map<string, Digested>;
}

interface Written {
  code: string;
  /** Most pages have the same facts, so each is written once and referenced by its index. */
  found: PageFacts[];
  files: [string, Omit<CachedFile, 'found'> & { found?: number | undefined }][];
  digests: [string, Digested][];
}

/** Increase when the format of the manifest or of the output cache changes. */
const version = 4;

const checksum = (text: string) => createHash('sha1').update(text).digest('hex');

/** The manifest of the last build; empty if there is none, or if it is damaged or of another version. */
export function readBuildManifest(file: string): BuildManifest {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    if (text.slice(0, end) !== `${version} ${checksum(text.slice(end + 1))}`) throw new Error();
    const { code, found, files, digests } = JSON.parse(text.slice(end + 1)) as Written;
    const unchanged = files.map(([name, one]): [string, CachedFile] => [
      name,
      { ...one, found: found[one.found ?? -1] },
    ]);
    return { code, files: new Map(unchanged), digests: new Map(digests) };
  } catch {
    return { code: '', files: new Map(), digests: new Map() };
  }
}

/** Writes the manifest of a build; an interrupted build leaves the old one. */
export function writeBuildManifest(file: string, { code, files, digests }: BuildManifest): void {
  const found = new Map<string, number>();
  const whichOf = (one: PageFacts) => {
    const text = JSON.stringify(one);
    const which = found.get(text) ?? found.size;
    found.set(text, which);
    return which;
  };
  const written: Written = {
    code,
    files: [...files].map(([name, one]) => [
      name,
      { ...one, found: one.found && whichOf(one.found) },
    ]),
    found: [...found.keys()].map((text) => JSON.parse(text) as PageFacts),
    digests: [...digests],
  };
  const text = JSON.stringify(written);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${version} ${checksum(text)}\n${text}`);
  renameSync(`${file}.${process.pid}`, file);
}
