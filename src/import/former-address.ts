import { findForbidden } from '../desk/characters.ts';
import { FixableError } from '../desk/problem.ts';
import { fitsStoryAddress, fitsTopAddress } from '../desk/schema/address.ts';
import { comparable, readOldAddress } from '../desk/schema/old-address.ts';
import type { ImportedStory, Found } from './imported-story.ts';
import type { KnownIds } from './known-ids.ts';

/** Where the site is, and what has addresses there beside stories. */
export interface Surroundings {
  /** The path of the front page. */
  base: string;
  /** Whether a section or a page has a name at the top of the site. */
  isTaken(name: string): boolean;
}

/**
 * The addresses below the front page at which readers found a story until now, and which can lead from
 * there to the story.
 * @param path where the story lies, within the content folder
 * @returns those, as they are written into its file, and those that cannot lead on; what is the story’s own
 *   address here is among neither
 */
export function formerAddresses(
  { link, otherLinks = [], published }: ImportedStory,
  path: string,
  id: string,
  ids: KnownIds,
  { base, isTaken }: Surroundings,
): { former: Found[]; left: string[] } {
  const own = ids.addressOf(published?.value, path);
  const former = new Map<string, Found>();
  const left: string[] = [];
  for (const from of [...(link === undefined ? [] : [link]), ...otherLinks]) {
    const address = addressIn(from, base);
    if (own !== undefined && address !== undefined && comparable(address) === comparable(own)) {
      if (from === link) left.push(from);
      continue;
    }
    // Without a day there is no telling whether the story moves at all.
    const isUnclear = own === undefined && address !== undefined && fitsStoryAddress(address);
    if (address === undefined || isUnclear || isTop(address) || ids.isOfAnother(address, id)) {
      left.push(from);
      continue;
    }
    const value = readable(address);
    const key = comparable(address);
    if (!former.has(key)) former.set(key, { value, how: 'taken', ...(value !== from && { from }) });
  }
  return { former: [...former.values()], left };

  function isTop(address: string): boolean {
    const name = /^\/([^/?]+)\/?$/.exec(address)?.[1]?.toLowerCase();
    return (
      name !== undefined && (isTaken(name) || (!/[^a-z0-9-]/.test(name) && !fitsTopAddress(name)))
    );
  }
}

/** The address below the front page in a whole address or a path, as the desk compares it. */
export function addressIn(link: string, base: string): string | undefined {
  if (!/^(?:https?:\/)?\//i.test(link) || !URL.canParse(link, 'https://old.example'))
    return undefined;
  const { pathname, search } = new URL(link, 'https://old.example');
  // Where this site is below a path and the old one was not, its front page is taken for this one’s.
  const below = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  try {
    return readOldAddress(below + search);
  } catch (error) {
    if (error instanceof FixableError) return undefined;
    throw error;
  }
}

/** Letters as they are, unless there is something in it that nobody would see. */
export const readable = (address: string) =>
  findForbidden(address) || /[\p{Cf}\p{Z}]/u.test(address.replaceAll(' ', ''))
    ? encodeURI(address)
    : address;
