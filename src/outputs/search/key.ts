import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../edition/edition.ts';
import { called, type Listing } from '../../edition/listing.ts';
import { pagefindVersion } from './pagefind.ts';

/** Where the code lies that makes records; what sets texts is in the names of galleys already. */
const code = ['edition', 'outputs'].map((folder) => join(import.meta.dirname, '../..', folder));

let decisive: string | undefined;

/** A digest of code and of the version of Pagefind. */
export function codeDigest(folders: string[]): string {
  const hash = createHash('sha256').update(pagefindVersion());
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/**
 * The name under which a volume is kept: a digest of all that the records of its stories hang on. For a
 * digest of the records themselves all texts would have to be read.
 * @param language ISO 639-1
 * @param articles in the order in which they are indexed
 */
export function keyOf(language: string, articles: Article[]): string {
  decisive ??= codeDigest(code);
  const hash = createHash('sha256').update(`${decisive} ${language} `);
  for (const article of articles) hash.update(JSON.stringify(knownOf(article)));
  return hash.digest('hex').slice(0, 32);
}

/**
 * All that is known of a story, which is rather more than its record has; its galley stands for its text.
 * Of other stories the record has nothing, of lists their names, and it stays when the story is old.
 */
function knownOf({
  versions: _,
  older: __,
  newer: ___,
  related: ____,
  part: _____,
  isOld: ______,
  file: _______,
  language,
  section,
  tags,
  authors,
  ...own
}: Article): unknown {
  const names = (lists: Listing[]) => lists.map((list) => called(list, language).name);
  return [own, language.tag, names([section]), names(tags), names(authors)];
}
