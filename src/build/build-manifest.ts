import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PageFacts } from '../hosting/built-site.ts';

/** What is known of a file in the output cache. */
export interface CachedFile {
  /** What it shows, as src/build/page-inputs.ts has it; what has a digest in its name has none. */
  key: string;
  /** In bytes; and when it was written, in ms since 1970: both tell whether someone changed it. */
  size: number;
  mtime: number;
  /** What must lie there with it, by paths below the front page: what it shows, and itself compressed. */
  assets: string[];
  /** What its host has to know of it. */
  found?: PageFacts | undefined;
  /** The key of its bytes under which it is kept compressed. */
  precompressed?: string | undefined;
}

/** What was made of a site’s files for its host, by their paths below the front page. */
export interface HostFacts {
  found: ReadonlyMap<string, PageFacts>;
  precompressed: ReadonlyMap<string, string>;
}

export const noHostFacts: HostFacts = { found: new Map(), precompressed: new Map() };

/** What is known of the content’s own files beside texts. */
interface Digested {
  signature: string;
  digest: string;
}

export interface BuildManifest {
  /** A digest of what made them. */
  code: string;
  /** By path below the front page. */
  files: Map<string, CachedFile>;
  /** By path from the folder where the command runs. */
  digests: Map<string, Digested>;
}

interface Written {
  code: string;
  /** Most pages have the same: it is written once, and each says which it has. */
  found: PageFacts[];
  files: [string, Omit<CachedFile, 'found'> & { found?: number | undefined }][];
  digests: [string, Digested][];
}

/** Raised when the format of the manifest or of the output cache changes. */
const version = 3;

const checksum = (text: string) => createHash('sha1').update(text).digest('hex');

/** The manifest of the last build, or an empty one where there is none that is whole and of this version. */
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

/** Writes the manifest of a build; a build that is killed meanwhile leaves the old one. */
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
