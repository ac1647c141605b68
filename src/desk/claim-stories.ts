import { uuidFrom } from './uuid.ts';
import type { IndexEntry } from './story-index.ts';
import type { Places } from './yaml.ts';
import { relative } from 'node:path';
import type { Claim } from './claims.ts';
import { takeOut } from './old-addresses.ts';
import type { StoryCopy } from './story-copy.ts';

/** A story with its frontmatter as written, for the checks that need places. */
export interface ReadStory extends IndexEntry {
  story: StoryCopy;
  yaml: Places;
}

/**
 * Claims for each story what must be unique: its id, address and name. If two claim the same, the later
 * one gives way.
 * @param reads drafts last
 * @param folder the folder of the stories
 * @param isDated whether the newsroom’s time zone is known, and with it the day of publication
 * @returns the stories in the same order, with a substitute for what another story has
 */
export function claimStories(
  reads: ReadStory[],
  folder: string,
  claim: Claim,
  isDated: boolean,
): StoryCopy[] {
  const claimAll = ({ story, yaml, isProvisional }: ReadStory): StoryCopy => {
    const { id, file, frontmatter, path } = story;
    const other = () => uuidFrom(relative(folder, file));
    const fix = () => `Each story needs its own id. Write \`id: ${other()}\`.`;
    const isOwn = !isProvisional || frontmatter.id !== other();
    const placeOf = (path: PropertyKey[]) => () => yaml.placeOf(path);
    const isFree = {
      id: claim('id', frontmatter.id, file, placeOf(['id']), fix, isOwn),
      address:
        !isDated || claim('address', path, file, placeOf(['published']), undefined, !isProvisional),
      name: claim('name', id, file),
    };
    if (!isProvisional)
      frontmatter.formerly?.forEach((former, index) =>
        claim('address', former, file, placeOf(['formerly', index]), takeOut),
      );
    if (isFree.id && isFree.address && isFree.name) return story;
    return {
      ...story,
      id: isFree.name ? id : `${id}-2`,
      path: isFree.address ? path : path.replace(/\/$/, '-2/'),
      frontmatter: isFree.id ? frontmatter : { ...frontmatter, id: other() },
    };
  };
  const claimed = new Map<ReadStory, StoryCopy>();
  // Provisional stories come last: a substitute address must not take one from a real story.
  for (const isProvisional of [false, true])
    for (const read of reads)
      if (read.isProvisional === isProvisional) claimed.set(read, claimAll(read));
  return reads.map((read) => claimed.get(read)!);
}
