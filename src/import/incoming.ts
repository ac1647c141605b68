import type { ImportedStory, Lost } from './imported-story.ts';
import type { OldList } from './old-lists.ts';

/** An item that cannot be read: by what its source calls it, and why. */
export interface Unreadable {
  item: string;
  error: unknown;
}

/**
 * What a reader gives: a story, what the file has that is none, an item that cannot be read, or, behind all
 * stories, the pages of the older site that listed them.
 */
export type Incoming = ImportedStory | { aside: Lost[] } | Unreadable | { lists: OldList[] };

/**
 * Reads one item of a file, so that one that cannot be read does not end the whole file.
 * @param source what it is read from; its problem, where it has one, is why it cannot be read
 * @param item what its source calls it
 */
export function attempt(
  source: { problem?: Error | undefined },
  item: string,
  read: () => ImportedStory,
): ImportedStory | Unreadable {
  try {
    if (source.problem) throw source.problem;
    return read();
  } catch (error) {
    return { item, error };
  }
}
