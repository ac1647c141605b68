import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Vocabulary } from './schema/vocabulary.ts';

/** The work of one parse worker. */
export interface Share {
  /** The folder of the stories, and their files within it. */
  folder: string;
  names: string[];
  vocabulary: Vocabulary;
}

/** With fewer stories, threads take longer to start than they save. */
const worthwhile = 300;

/** How many stories a parse worker parses between two messages. */
export const pace = 50;

/**
 * Parses the texts of many stories into the parsed-text cache, with one thread per processor: parsing is
 * half the work of a build without a cache. Problems are not reported here: readStories() finds them again.
 * @param names the stories’ files within their folder; if they are few, none is parsed
 * @param onProgress receives the number of stories parsed so far
 */
export async function parseAhead(
  { names, ...all }: Share,
  onProgress: (done: number) => void,
): Promise<void> {
  const count = names.length < worthwhile ? 0 : availableParallelism();
  let done = 0;
  const parseShare = (share: Share) =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(new URL('parse-worker-thread.ts', import.meta.url), {
        workerData: share,
      });
      thread.on('message', () => onProgress((done += pace)));
      thread.on('error', reject);
      thread.on('exit', () => resolve());
    });
  const shares = Array.from({ length: count }, (_, at) =>
    names.filter((_, index) => index % count === at),
  );
  await Promise.all(shares.map((names) => parseShare({ ...all, names })));
}
