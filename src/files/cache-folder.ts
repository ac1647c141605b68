import { inProject } from './project.ts';

/**
 * An absolute path in the cache, which may be deleted at any time: `CACHE`, or `.cache` in the project.
 * @param names of folders and a file below it
 */
export const inCache = (...names: string[]): string =>
  inProject(process.env.CACHE ?? '.cache', ...names);
