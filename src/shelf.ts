import type { Edition } from './edition/edition.ts';

/**
 * Where the edition lies. The command, Astro's content collection and Astro's pages are three module
 * graphs in one process, each with its own copy of every module; this is what they share, so that
 * the content is read once and all see the same edition.
 */
export const shelf: { edition?: Promise<Edition> } = ((
  globalThis as { newsroomShelf?: object }
).newsroomShelf ??= {});
