import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Body } from './blocks.ts';

/** What the desk made of a file’s text, whatever else is in the content. */
export interface Galley {
  /** The frontmatter as YAML, not yet held against a schema. */
  data: unknown;
  body: Body;
}

/**
 * Galleys are kept in a folder that may be deleted at any time: a text is parsed again only when it
 * or the code that sets it has changed. Pages read bodies from here one at a time, so the content
 * store stays small however long the archive.
 */
const folder = () => join(process.env.CACHE ?? '.cache', 'galley');
const place = (key: string) => join(folder(), key.slice(0, 2), `${key.slice(2)}.json`);

let setting: string | undefined;

/** A digest of the code that sets bodies: everything beside this file, and the libraries’ versions. */
function settingDigest(): string {
  const here = import.meta.dirname;
  const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const hash = createHash('sha256');
  for (const name of [...sources, '../../package-lock.json'])
    hash.update(readFileSync(join(here, name)));
  return hash.digest('base64url');
}

/** The key under which the body of a file’s text is kept; the language decides how it is set. */
export function galleyKey(language: string, text: string): string {
  setting ??= settingDigest();
  return createHash('sha256')
    .update(`${setting} ${language} `)
    .update(text)
    .digest('hex')
    .slice(0, 32);
}

/** What is kept under a key, or undefined when there is nothing that can be read. */
export function fromGalley(key: string): Galley | undefined {
  try {
    return JSON.parse(readFileSync(place(key), 'utf8')) as Galley;
  } catch {
    return undefined;
  }
}

/** Keeps a galley; a build that is killed meanwhile leaves the old file or the new, never half of one. */
export function toGalley(key: string, galley: Galley): void {
  const file = place(key);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(galley));
  renameSync(`${file}.${process.pid}`, file);
}
