import type { Story, StoryContext } from './model.ts';

/**
 * The stories of a series as they are to be read: by their parts, which the desk has seen to, or in the
 * order of publication.
 * @param stories newest first
 */
export function inReadingOrder(stories: Story[]): Story[] {
  return stories.toReversed().sort((a, b) => (a.frontmatter.part ?? 0) - (b.frontmatter.part ?? 0));
}

/**
 * The place of every story of a series among those in its language, by the stories’ ids.
 * @param stories newest first
 */
export function partsOf(stories: Story[]): Map<string, Pick<StoryContext, 'part'>> {
  const inSeries = stories.filter(({ series }) => series !== undefined);
  const alike = Map.groupBy(inSeries, ({ series, language }) => `${series} ${language}`);
  return new Map([...alike.values()].flatMap((all) => placed(inReadingOrder(all))));
}

function placed(parts: Story[]): [string, Pick<StoryContext, 'part'>][] {
  const numberOf = (index: number) => parts[index]!.frontmatter.part ?? index + 1;
  return parts.map(({ id }, index) => {
    const [previous, next] = [parts[index - 1]?.id, parts[index + 1]?.id];
    const beside = { ...(previous && { previous }), ...(next && { next }) };
    const part = { number: numberOf(index), last: numberOf(parts.length - 1), ...beside };
    return [id, { part }];
  });
}
