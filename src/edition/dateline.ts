import type { Place } from '../desk/schema/place.ts';
import type { StoryFrontmatter } from '../desk/schema/story.ts';

/** Capitals often lose their accents: `PRISTINA` and `Priština` are one place. */
const names = new Intl.Collator('und', { sensitivity: 'base' });

/**
 * The place that a story's dateline names: of `PRISTINA, Kosovo` the one called Pristina.
 * @returns undefined when there is no dateline, or none of the story's places is in it
 */
export function datelinePlace({
  dateline,
  places = [],
}: Pick<StoryFrontmatter, 'dateline' | 'places'>): Place | undefined {
  if (dateline === undefined) return undefined;
  return places.find(({ name }) => names.compare(town(name), town(dateline)) === 0);
}

function town(text: string): string {
  return text.split(',')[0]!.trim();
}
