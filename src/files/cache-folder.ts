import { join } from 'node:path';

/**
 * A path in the cache, which may be deleted at any time: `CACHE`, or `.cache` in the folder of the command.
 * @param names of folders and a file below it
 */
export const inCache = (...names: string[]): string =>
  join(process.env.CACHE ?? '.cache', ...names);
