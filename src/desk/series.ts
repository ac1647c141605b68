import type { StoryCopy } from './stories.ts';
import type { Fault } from './fault.ts';

/**
 * What is wrong with the order of the series: parts that are there twice in a language, and parts
 * beside stories without.
 * @param language of the stories that name none, a BCP 47 tag
 */
export function disorderedParts(stories: StoryCopy[], language: string): Fault[] {
  const inSeries = Map.groupBy(
    stories.filter(({ front }) => front.series !== undefined),
    ({ front }) => `${front.language ?? language} ${front.series}`,
  );
  return [...inSeries.values()].flatMap((members) => {
    const { series } = members[0]!.front;
    const byPart = new Map<number, StoryCopy>();
    for (const story of members.toReversed())
      if (story.front.part !== undefined) byPart.set(story.front.part, story);
    const [first] = byPart.values();
    return members.flatMap((story): Fault[] => {
      const { file, front } = story;
      const other = front.part === undefined ? first : byPart.get(front.part);
      if (!other || other === story) return [];
      return front.part === undefined
        ? [
            {
              file,
              ...story.placeOf('series'),
              problem: `${other.file} says which part of “${series}” it is, and this story does not.`,
              mend: 'Give every story of the series its `part:`; or none, then they stand in the order of publication.',
            },
          ]
        : [
            {
              file,
              ...story.placeOf('part'),
              problem: `${other.file} is part ${front.part} of “${series}”, too.`,
              mend: 'Give one of the two another number.',
            },
          ];
    });
  });
}
