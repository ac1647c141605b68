import { createHash } from 'node:crypto';
import type { Article, Listing } from '../edition/model.ts';
import { called } from '../edition/listing.ts';
import { digestOf } from '../files/digest.ts';
import { pagefindVersion } from './pagefind.ts';

let decisive: string | undefined;

/** A digest of what makes records; what sets texts is in the keys of parsed texts already. */
const codeDigest = () =>
  (decisive ??= digestOf(
    ['src/edition', 'src/i18n', 'src/outputs', 'src/search'],
    pagefindVersion(),
  ));

/**
 * The name under which a shard is kept: a digest of all that the records of its stories hang on. For a
 * digest of the records themselves all texts would have to be read.
 * @param language ISO 639-1
 * @param articles in the order in which they are indexed
 */
export function keyOf(language: string, articles: Article[]): string {
  const hash = createHash('sha256').update(`${codeDigest()} ${language} `);
  for (const article of articles) hash.update(JSON.stringify(knownOf(article)));
  return hash.digest('hex').slice(0, 32);
}

/**
 * All that is known of a story, which is rather more than its record has; the key of its parsed text stands for the text.
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
