import { channel } from 'node:diagnostics_channel';

/** How many of the stories the desk has read. */
export interface Reading {
  done: number;
  total: number;
}

/**
 * Where the desk says how far it is, for whoever wants to show it. A channel and no callback: during
 * a build it is Astro that calls the desk, and loads it a second time.
 */
export const reading = channel('newsroom:reading');
