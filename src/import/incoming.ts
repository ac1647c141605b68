import type { ImportedStory, Lost } from './imported-story.ts';
import type { OldList } from './old-lists.ts';

/** An item that cannot be read: its name in the source, and why. */
export interface Unreadable {
  item: string;
  error: unknown;
}

/**
 * What a reader yields: a story, content that is not a story, an item that cannot be read, or, after all
 * stories, the pages of the old site that listed them.
 */
export type Incoming = ImportedStory | { aside: Lost[] } | Unreadable | { lists: OldList[] };

/**
 * Reads one item of a file. An item that cannot be read does not stop the rest of the file.
 * @param source what it is read from; if it has a problem, that is why it cannot be read
 * @param item its name in the source
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
