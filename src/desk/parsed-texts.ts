import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { digestOf } from '../files/digest.ts';
import { fromStore, placeOf, toStore } from '../files/store.ts';
import type { Body } from './blocks.ts';

/** A file’s text after parsing; it does not depend on other content. */
export interface ParsedText {
  /** The frontmatter as YAML, not yet checked against a schema. */
  data: unknown;
  body: Body;
}

const here = import.meta.dirname;
let setting: string | undefined;

/** A digest of the code that parses bodies, and of the libraries’ versions. */
export const parserDigest = () =>
  (setting ??= digestOf([here, join(here, '../../package-lock.json')]));

/** The cache key of a file’s text. The language is part of it: it decides the typography. */
export function parsedTextKey(language: string, text: string): string {
  return createHash('sha256')
    .update(`${parserDigest()} ${language} `)
    .update(text)
    .digest('hex')
    .slice(0, 32);
}

/**
 * The parsed text under a key, or undefined if it is missing or corrupt. A text is parsed again only when
 * the text or the parsing code has changed. Pages read bodies from here one at a time, so that the content
 * store stays small however large the archive is.
 */
export function readParsedText(key: string): ParsedText | undefined {
  const bytes = fromStore('texts', key);
  return bytes && (JSON.parse(bytes.toString()) as ParsedText);
}

/** Stores a parsed text. A build that is killed leaves the old file or the new one, never half a file. */
export function keepParsedText(key: string, parsed: ParsedText): void {
  toStore('texts', key, Buffer.from(JSON.stringify(parsed)));
}

/** The file of a parsed text. */
export const parsedTextFile = (key: string) => placeOf('texts', key);
