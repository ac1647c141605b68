import type { Story, StoryContext } from './model.ts';

/**
 * Which stories in its language were published just before and after each story, by the stories’ ids.
 * @param stories newest first
 */
export function neighboursOf(
  stories: Pick<Story, 'id' | 'language'>[],
): Map<string, Pick<StoryContext, 'older' | 'newer'>> {
  const all = [...Map.groupBy(stories, ({ language }) => language).values()];
  return new Map(
    all.flatMap((alike) =>
      alike.map(({ id }, index) => {
        const [newer, older] = [alike[index - 1]?.id, alike[index + 1]?.id];
        return [id, { ...(newer && { newer }), ...(older && { older }) }] as const;
      }),
    ),
  );
}
