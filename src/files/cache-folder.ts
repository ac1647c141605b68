import { inProject } from './project.ts';

/**
 * An absolute path in the cache, a folder that may be deleted at any time: `CACHE`, or `.cache` in the
 * project.
 * @param names folders and a file relative to the cache
 */
export const inCache = (...names: string[]): string =>
  inProject(process.env.CACHE ?? '.cache', ...names);
