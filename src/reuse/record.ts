import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is known of a file that stands. */
export interface Standing {
  /** What it shows, as src/reuse/shown.ts has it; what has a digest in its name has none. */
  key: string;
  /** In bytes; and when it was written, in ms since 1970: both tell whether someone changed it. */
  size: number;
  mtime: number;
  /** The pictures and recordings that it shows, by their paths below the front page. */
  uses: string[];
}

/** What is known of the content’s own files beside texts. */
interface Digested {
  size: number;
  mtime: number;
  digest: string;
}

export interface BuildRecord {
  /** A digest of what made them. */
  code: string;
  /** By path below the front page. */
  files: Map<string, Standing>;
  /** By path from the folder where the command runs. */
  digests: Map<string, Digested>;
}

interface Written {
  code: string;
  files: [string, Standing][];
  digests: [string, Digested][];
}

/** Raised when the record, or what stands beside it, is written otherwise. */
const version = 1;

const checksum = (text: string) => createHash('sha1').update(text).digest('hex');

/** The record of the last build, or an empty one where there is none that is whole and of this version. */
export function readRecord(file: string): BuildRecord {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    if (text.slice(0, end) !== `${version} ${checksum(text.slice(end + 1))}`) throw new Error();
    const { code, files, digests } = JSON.parse(text.slice(end + 1)) as Written;
    return { code, files: new Map(files), digests: new Map(digests) };
  } catch {
    return { code: '', files: new Map(), digests: new Map() };
  }
}

/** Writes the record of a build; one that is killed meanwhile leaves the old one. */
export function writeRecord(file: string, { code, files, digests }: BuildRecord): void {
  const text = JSON.stringify({ code, files: [...files], digests: [...digests] });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${version} ${checksum(text)}\n${text}`);
  renameSync(`${file}.${process.pid}`, file);
}
