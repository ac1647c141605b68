import type { StoryCopy } from '../desk/story-copy.ts';
import type { Problem } from '../desk/problem.ts';
import type { Lock } from '../desk/lock.ts';
import type { Redirect } from '../desk/redirects.ts';
import { fitsAddress } from './old-addresses.ts';

/**
 * The published addresses that would no longer lead to their story: it moved without `formerly`,
 * went back to draft, lost its mark, or is missing from the content.
 * @param stories all stories of the content, whether they are published now or not; drafts last
 * @param redirects what redirects.yaml says of other addresses
 */
export function brokenAddresses(
  stories: StoryCopy[],
  lock: Lock,
  redirects: Pick<Redirect, 'from'>[] = [],
): Problem[] {
  const byId = new Map(stories.map((story) => [story.frontmatter.id, story]));
  // At the same address a draft stands back.
  const byPath = new Map(stories.toReversed().map((story) => [story.path, story]));
  const leadsOn = (path: string) => redirects.some(({ from }) => fitsAddress(from, path));
  return lock.addresses.flatMap(({ path, id, line }): Problem[] => {
    if (leadsOn(path)) return [];
    const story = byId.get(id);
    const successor = byPath.get(path);
    if (!story && successor)
      return [
        {
          file: successor.file,
          ...successor.placeOf('id'),
          summary: `The story at ${path} no longer has its original \`id\`.`,
          fix: `Write \`id: ${id}\` again; feed readers recognize the story by it.`,
        },
      ];
    if (!story)
      return [
        {
          file: lock.file,
          line,
          column: 1,
          summary: `The story published at ${path} is missing from the content.`,
          fix: 'Bring its file back and give it `expires:`, or a retraction among its `corrections:`; or redirect its address in redirects.yaml. Delete this line only if no reader ever had the address, as with an example.',
        },
      ];
    if (story.frontmatter.draft)
      return [
        {
          file: story.file,
          ...story.placeOf('draft'),
          summary: `The story was published at ${path}; as a draft it would disappear.`,
          fix: 'Remove `draft`; to take the story down, give it `expires:`.',
        },
      ];
    if (story.path !== path && !story.frontmatter.formerly?.includes(path))
      return [
        {
          file: story.file,
          ...story.placeOf('published'),
          summary: `The story was published at ${path} and would be at ${story.path} now.`,
          fix: `Add the line \`formerly: [${path}]\`, so that the old address redirects to the new one.`,
        },
      ];
    return [];
  });
}
