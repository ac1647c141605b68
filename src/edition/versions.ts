import type { Edition, Story, StoryContext } from './model.ts';

/** The stories that are published in several languages: the ids of all versions, by the id of each. */
export function versionsOf(stories: Story[]): Map<string, Pick<StoryContext, 'versions'>> {
  const ofOne = Map.groupBy(
    stories,
    ({ frontmatter }) => frontmatter.translationOf ?? frontmatter.id,
  );
  const found = new Map<string, { versions: string[] }>();
  for (const [original, versions] of ofOne) {
    if (versions.length === 1) continue;
    const place = ({ frontmatter, language }: Story) =>
      frontmatter.id === original ? '' : language;
    const ids = versions.sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(({ id }) => id);
    for (const id of ids) found.set(id, { versions: ids });
  }
  return found;
}

/** A story in each of its languages where there are several, and the one that is no translation, if that is published. */
export function versionsIn(
  { story, contextOf }: Edition,
  of: Story,
): { versions: Story[]; others: Story[]; original: Story | undefined } {
  const versions = contextOf(of).versions.map(story);
  return {
    versions,
    others: versions.filter(({ id }) => id !== of.id),
    original: versions.find(({ frontmatter }) => frontmatter.translationOf === undefined),
  };
}
