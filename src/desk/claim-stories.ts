import type { IndexEntry } from './story-index.ts';
import type { Places } from './yaml.ts';
import { relative } from 'node:path';
import type { Claim } from './claims.ts';
import { takeOut } from './old-addresses.ts';
import { uuidFor } from './provisional-story.ts';
import type { StoryCopy } from './story-copy.ts';

/** A story together with its frontmatter as written, for the checks that need places. */
export interface ReadStory extends IndexEntry {
  story: StoryCopy;
  yaml: Places;
}

/**
 * Claims for each story what only one may have: mark, address and place. Of two that want the same it is the
 * later that has to give way.
 * @param reads drafts last
 * @param folder of the stories
 * @param isDated whether the newsroom’s zone is known, and so on which day a story is published there
 * @returns the stories in the same order, with something else instead of what another has
 */
export function claimStories(
  reads: ReadStory[],
  folder: string,
  claim: Claim,
  isDated: boolean,
): StoryCopy[] {
  const claimAll = ({ story, yaml, isProvisional }: ReadStory): StoryCopy => {
    const { id, file, frontmatter, path } = story;
    const other = () => uuidFor(relative(folder, file));
    const fix = () => `Every story has a mark of its own. Write \`id: ${other()}\`.`;
    const isOwn = !isProvisional || frontmatter.id !== other();
    const placeOf = (path: PropertyKey[]) => () => yaml.placeOf(path);
    const isFree = {
      mark: claim('mark', frontmatter.id, file, placeOf(['id']), fix, isOwn),
      address:
        !isDated || claim('address', path, file, placeOf(['published']), undefined, !isProvisional),
      place: claim('place', id, file),
    };
    if (!isProvisional)
      frontmatter.formerly?.forEach((former, index) =>
        claim('address', former, file, placeOf(['formerly', index]), takeOut),
      );
    if (isFree.mark && isFree.address && isFree.place) return story;
    return {
      ...story,
      id: isFree.place ? id : `${id}-2`,
      path: isFree.address ? path : path.replace(/\/$/, '-2/'),
      frontmatter: isFree.mark ? frontmatter : { ...frontmatter, id: other() },
    };
  };
  const claimed = new Map<ReadStory, StoryCopy>();
  // An address that only stands for one that is missing may be anybody’s.
  for (const isProvisional of [false, true])
    for (const read of reads)
      if (read.isProvisional === isProvisional) claimed.set(read, claimAll(read));
  return reads.map((read) => claimed.get(read)!);
}
