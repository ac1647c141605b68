import { createHash } from 'node:crypto';
import type { Edition, Story } from '../edition/model.ts';
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
 * digest of the records themselves all texts would have to be read; their keys stand for them. Of lists
 * a record has the names, and of other stories nothing.
 * @param language ISO 639-1
 * @param stories in the order in which they are indexed
 */
export function keyOf(
  language: string,
  stories: Story[],
  { filed }: Pick<Edition, 'filed'>,
): string {
  const hash = createHash('sha256').update(`${codeDigest()} ${language} `);
  for (const story of stories) {
    const { text, ...told } = story;
    const lists = Object.values(filed(story)).flat();
    const names = lists.map((list) => called(list, story.language).name);
    hash.update(JSON.stringify([told, text.textKey, names]));
  }
  return hash.digest('hex').slice(0, 32);
}
