import { channel } from 'node:diagnostics_channel';

/** How many stories the desk has read so far. */
export interface Reading {
  done: number;
  total: number;
}

/**
 * Where the desk publishes its progress. It is a channel, not a callback, because during a build Astro
 * calls the desk and loads it a second time.
 */
export const reading = channel('newsroom:reading');
