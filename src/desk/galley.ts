import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { digestOf } from '../files/digest.ts';
import { fromStore, placeOf, toStore } from '../files/store.ts';
import type { Body } from './blocks.ts';

/** What the desk made of a file’s text, whatever else is in the content. */
export interface Galley {
  /** The frontmatter as YAML, not yet held against a schema. */
  data: unknown;
  body: Body;
}

const here = import.meta.dirname;
let setting: string | undefined;

/** A digest of the code that sets bodies, and of the libraries’ versions. */
export const settingDigest = () =>
  (setting ??= digestOf([here, join(here, '../../package-lock.json')]));

/** The key under which the body of a file’s text is kept; the language decides how it is set. */
export function galleyKey(language: string, text: string): string {
  return createHash('sha256')
    .update(`${settingDigest()} ${language} `)
    .update(text)
    .digest('hex')
    .slice(0, 32);
}

/**
 * What is kept under a key, or undefined when there is nothing or it is damaged. A text is parsed again only
 * when it or the code that sets it has changed. Pages read bodies from here one at a time, so that the
 * content store stays small however long the archive.
 */
export function fromGalley(key: string): Galley | undefined {
  const bytes = fromStore('galley', key);
  return bytes && (JSON.parse(bytes.toString()) as Galley);
}

/** Keeps a galley; a build that is killed meanwhile leaves the old file or the new, never half of one. */
export function toGalley(key: string, galley: Galley): void {
  toStore('galley', key, Buffer.from(JSON.stringify(galley)));
}

/** The file in which a galley is kept. */
export const galleyFile = (key: string) => placeOf('galley', key);
