import type { Story, Edition } from '../edition/model.ts';
import { likelyLocale } from '../edition/language.ts';

/**
 * The stories of an edition by language, the publication’s own first. Each language has its own index,
 * because word endings differ.
 * @returns newest first, by language subtag (BCP 47): `sr` for `sr-Latn`
 */
export function byLanguage({
  language,
  stories,
}: Pick<Edition, 'language' | 'stories'>): Map<string, Story[]> {
  const found = Map.groupBy(stories, (story) => subtagOf(story.language));
  const own = subtagOf(language.tag);
  return new Map(
    [...found].sort(([a], [b]) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1)),
  );
}

const subtagOf = (tag: string) => likelyLocale(tag).language;
