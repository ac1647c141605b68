import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { digestOf } from '../files/digest.ts';
import { fromStore, placeOf, toStore } from '../files/store.ts';
import type { Body } from './blocks.ts';

/** What the desk made of a file’s text, whatever else is in the content. */
export interface ParsedText {
  /** The frontmatter as YAML, not yet held against a schema. */
  data: unknown;
  body: Body;
}

const here = import.meta.dirname;
let setting: string | undefined;

/** A digest of the code that sets bodies, and of the libraries’ versions. */
export const parserDigest = () =>
  (setting ??= digestOf([here, join(here, '../../package-lock.json')]));

/** The key under which the body of a file’s text is kept; the language decides how it is set. */
export function parsedTextKey(language: string, text: string): string {
  return createHash('sha256')
    .update(`${parserDigest()} ${language} `)
    .update(text)
    .digest('hex')
    .slice(0, 32);
}

/**
 * What is kept under a key, or undefined when there is nothing or it is damaged. A text is parsed again only
 * when it or the code that sets it has changed. Pages read bodies from here one at a time, so that the
 * content store stays small however long the archive.
 */
export function readParsedText(key: string): ParsedText | undefined {
  const bytes = fromStore('texts', key);
  return bytes && (JSON.parse(bytes.toString()) as ParsedText);
}

/** Keeps a parsed text; a build that is killed meanwhile leaves the old file or the new, never half of one. */
export function keepParsedText(key: string, parsed: ParsedText): void {
  toStore('texts', key, Buffer.from(JSON.stringify(parsed)));
}

/** The file in which a parsed text is kept. */
export const parsedTextFile = (key: string) => placeOf('texts', key);
