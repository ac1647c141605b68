import type { StoryCopy } from './story-copy.ts';
import type { Problem } from './problem.ts';

/**
 * Problems of stories in several languages. Each version must name the same, existing original, and have a
 * language of its own.
 * @param stories drafts last
 * @param drafts the files of drafts; they must not cause problems in other files
 * @param language the default language of stories, a BCP 47 tag
 */
export function problemsOfVersions(
  stories: StoryCopy[],
  drafts: ReadonlySet<string>,
  language: string,
): Problem[] {
  if (stories.every(({ frontmatter }) => frontmatter.translationOf === undefined)) return [];
  const byId = new Map(stories.map((story) => [story.frontmatter.id, story]));
  const languageOf = ({ frontmatter }: StoryCopy) => frontmatter.language ?? language;
  // The order in which files are read must not decide which of two is refused.
  const versions = new Map(
    stories.map((story) => [`${story.frontmatter.id} ${languageOf(story)}`, story]),
  );
  return stories.flatMap((story): Problem[] => {
    const { id, translationOf } = story.frontmatter;
    if (translationOf === undefined) return [];
    const problem = (summary: string, fix: string, field: 'translationOf' | 'language') => [
      { file: story.file, ...story.placeOf(field), summary, fix },
    ];
    if (translationOf === id)
      return problem(
        '`translationOf` names this story itself.',
        'Write the `id` of the original, or remove `translationOf`.',
        'translationOf',
      );
    const original = byId.get(translationOf);
    if (!original)
      return problem(
        `There is no story with the id ${translationOf}.`,
        'Copy the `id` from the original’s file.',
        'translationOf',
      );
    /** Whether the other is a draft and this one is not. */
    const givesWay = (other: StoryCopy) => drafts.has(other.file) && !drafts.has(story.file);
    if (original.frontmatter.translationOf !== undefined && !givesWay(original))
      return problem(
        `${original.file} is itself a translation.`,
        `Name the original: \`translationOf: ${original.frontmatter.translationOf}\`.`,
        'translationOf',
      );
    const key = `${translationOf} ${languageOf(story)}`;
    const other = versions.get(key);
    versions.set(key, story);
    return other && !givesWay(other)
      ? problem(
          `${other.file} is a version of the same story in the same language, ${languageOf(story)}.`,
          'Correct `language`, or remove one of the two.',
          story.frontmatter.language === undefined ? 'translationOf' : 'language',
        )
      : [];
  });
}
