import type { Edition } from './edition/edition.ts';

/** What the parts of one build share. */
interface Shelf {
  edition?: Promise<Edition>;
  /** Where the site is being built; none while an editor writes. */
  folder?: string;
  /** Pages rendered so far. */
  pages: number;
  /** The recordings that they play: where each is published, and the file that it is. */
  recordings: Map<string, string>;
}

/**
 * The command, Astro's content collection and Astro's pages are three module graphs in one process,
 * each with its own copy of every module; this is what they share, so that the content is read once
 * and all see the same edition.
 */
export const shelf: Shelf = ((globalThis as { newsroomShelf?: Shelf }).newsroomShelf ??= {
  pages: 0,
  recordings: new Map(),
});
