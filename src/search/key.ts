import { createHash } from 'node:crypto';
import type { Edition, Story } from '../edition/model.ts';
import { namesOf } from '../edition/listing.ts';
import { digestOf } from '../files/digest.ts';
import { pagefindVersion } from './pagefind.ts';

let decisive: string | undefined;

/**
 * A digest of the code that creates records. The code that typesets texts is already in the keys of
 * parsed texts.
 */
const codeDigest = () =>
  (decisive ??= digestOf(
    ['src/edition', 'src/i18n', 'src/outputs', 'src/search'],
    pagefindVersion(),
  ));

/**
 * The cache key of a shard: a digest of everything that its records depend on. Digests of the records
 * themselves would require reading all texts, so the keys of the texts are used instead. A record
 * contains the names of lists, and nothing of other stories.
 * @param language ISO 639-1
 * @param stories in index order
 */
export function keyOf(
  language: string,
  stories: Story[],
  { filed }: Pick<Edition, 'filed'>,
): string {
  const hash = createHash('sha256').update(`${codeDigest()} ${language} `);
  for (const story of stories) {
    const { text, ...told } = story;
    const names = namesOf(Object.values(filed(story)).flat(), story.language);
    hash.update(JSON.stringify([told, text.textKey, names]));
  }
  return hash.digest('hex').slice(0, 32);
}
