import type { StoryCopy } from './story-copy.ts';
import type { Problem } from './problem.ts';

/**
 * Problems in the order of series: a part number that occurs twice in a language, and series in which only
 * some stories have one.
 * @param stories drafts last
 * @param drafts the files of drafts; they must not cause problems in other files
 * @param language the default language of stories, a BCP 47 tag
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
  'Give every story of the series a `part:`, or none; without it, they are in the order of publication.';

/** Reports a draft with a part number beside a story without one that is published or scheduled. */
const strayPart = (draft: StoryCopy, other: StoryCopy): Problem => ({
  file: draft.file,
  ...draft.placeOf('part'),
  summary: `This story has a part number in “${draft.frontmatter.series}”, but ${other.file} has none.`,
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
            summary: `${other.file} has a part number in “${frontmatter.series}”, but this story has none.`,
            fix: allOrNone,
          },
        ]
      : [
          {
            file,
            ...story.placeOf('part'),
            summary: `${other.file} is also part ${frontmatter.part} of “${frontmatter.series}”.`,
            fix: 'Give one of the two another number.',
          },
        ];
  });
}
