import type { Story, StoryContext } from './model.ts';
import type { Moment } from '../desk/moment.ts';
import { relate } from './related.ts';
import { partsOf } from './series.ts';
import { versionsOf } from './versions.ts';

/**
 * How each story relates to the others, by the stories’ ids.
 * @param stories newest first
 * @param isAged whether something of a moment is more than a year old
 */
export function contextsOf(
  stories: Story[],
  isAged: (moment: Moment) => boolean,
): Map<string, StoryContext> {
  const [neighbours, versions] = [neighboursOf(stories), versionsOf(stories)];
  const parts = partsOf(stories);
  const related = relate(stories);
  return new Map(
    stories.map(({ id, frontmatter: { published, updated } }, index): [string, StoryContext] => {
      const own = { related: related[index]!, versions: [], isOld: isAged(updated ?? published) };
      return [id, { ...own, ...neighbours.get(id), ...versions.get(id), ...parts.get(id) }];
    }),
  );
}

/** Which stories in its language were published just before and after each story. */
function neighboursOf(stories: Story[]): Map<string, Pick<StoryContext, 'older' | 'newer'>> {
  const byLanguage = Map.groupBy(stories, ({ language }) => language);
  const beside = (alike: Story[], index: number) => {
    const [newer, older] = [alike[index - 1]?.id, alike[index + 1]?.id];
    return { ...(newer && { newer }), ...(older && { older }) };
  };
  return new Map(
    [...byLanguage.values()].flatMap((alike) =>
      alike.map(({ id }, index) => [id, beside(alike, index)] as const),
    ),
  );
}
