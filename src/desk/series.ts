import type { StoryCopy } from './story-copy.ts';
import type { Problem } from './problem.ts';

/**
 * What is wrong with the order of the series: parts that are there twice in a language, and parts
 * beside stories without.
 * @param stories drafts last
 * @param drafts the files of drafts: nothing else is refused for what is in them
 * @param language of the stories that name none, a BCP 47 tag
 */
export function disorderedParts(
  stories: StoryCopy[],
  drafts: ReadonlySet<string>,
  language: string,
): Problem[] {
  const inSeries = Map.groupBy(
    stories.filter(({ frontmatter }) => frontmatter.series !== undefined),
    ({ frontmatter }) => `${frontmatter.language ?? language} ${frontmatter.series}`,
  );
  return [...inSeries.values()].flatMap((members) => {
    const finished = members.filter(({ file }) => !drafts.has(file));
    if (finished.length === members.length) return problemsWithin(members);
    const ofDrafts = problemsWithin(members).filter(({ file }) => drafts.has(file));
    const unnumbered = finished.find(({ frontmatter }) => frontmatter.part === undefined);
    const numbered = members.filter(
      ({ file, frontmatter }) => drafts.has(file) && frontmatter.part,
    );
    const strays = unnumbered ? numbered.map((story) => strayPart(story, unnumbered)) : [];
    return [...problemsWithin(finished), ...ofDrafts, ...strays];
  });
}

const allOrNone =
  'Give every story of the series its `part:`; or none, then they stand in the order of publication.';

/** A draft has a part, and a story that is published, or will be by itself, has none. */
const strayPart = (draft: StoryCopy, other: StoryCopy): Problem => ({
  file: draft.file,
  ...draft.placeOf('part'),
  summary: `This story says which part of “${draft.frontmatter.series}” it is, and ${other.file} does not.`,
  fix: allOrNone,
});

function problemsWithin(members: StoryCopy[]): Problem[] {
  const byPart = new Map<number, StoryCopy>();
  for (const story of members.toReversed())
    if (story.frontmatter.part !== undefined) byPart.set(story.frontmatter.part, story);
  const [first] = byPart.values();
  return members.flatMap((story): Problem[] => {
    const { file, frontmatter } = story;
    const other = frontmatter.part === undefined ? first : byPart.get(frontmatter.part);
    if (!other || other === story) return [];
    return frontmatter.part === undefined
      ? [
          {
            file,
            ...story.placeOf('series'),
            summary: `${other.file} says which part of “${frontmatter.series}” it is, and this story does not.`,
            fix: allOrNone,
          },
        ]
      : [
          {
            file,
            ...story.placeOf('part'),
            summary: `${other.file} is part ${frontmatter.part} of “${frontmatter.series}”, too.`,
            fix: 'Give one of the two another number.',
          },
        ];
  });
}
