import { findForbidden } from '../desk/characters.ts';
import { FixableError } from '../desk/problem.ts';
import { fitsStoryAddress, fitsTopAddress } from '../desk/schema/address.ts';
import { comparable, readOldAddress } from '../desk/schema/old-address.ts';
import type { ImportedStory, Found } from './imported-story.ts';
import type { KnownIds } from './known-ids.ts';

/** Where the site is, and what other than stories has addresses there. */
export interface Surroundings {
  /** The path of the front page. */
  base: string;
  /** Whether a section or a page uses a name at the top level of the site. */
  isTaken(name: string): boolean;
}

/**
 * The old addresses of a story below the front page, and whether they can redirect to the story.
 * @param path the story's file within the content folder
 * @returns those that can, as they are written into its file, and those that cannot. Neither includes the
 *   story’s own address here.
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
    // Without a day, the story’s new address is unknown.
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

/** The part of an address or path below the front page, normalized as the desk compares it. */
export function addressIn(link: string, base: string): string | undefined {
  if (!/^(?:https?:\/)?\//i.test(link) || !URL.canParse(link, 'https://old.example'))
    return undefined;
  const { pathname, search } = new URL(link, 'https://old.example');
  // If this site is below a path and the old one was not, the old front page counts as this one.
  const below = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  try {
    return readOldAddress(below + search);
  } catch (error) {
    if (error instanceof FixableError) return undefined;
    throw error;
  }
}

/** An address as it is, but percent-encoded if it contains invisible characters. */
export const readable = (address: string) =>
  findForbidden(address) || /[\p{Cf}\p{Z}]/u.test(address.replaceAll(' ', ''))
    ? encodeURI(address)
    : address;
