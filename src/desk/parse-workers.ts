import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Vocabulary } from './schema/vocabulary.ts';

/** What a parse worker is given. */
export interface Share {
  /** The folder of the stories, and their files within it. */
  folder: string;
  names: string[];
  vocabulary: Vocabulary;
}

/** With fewer stories, threads take longer to start than they save. */
const worthwhile = 300;

/** How many stories a parse worker sets before it says so. */
export const pace = 50;

/**
 * Sets the texts of many stories into the parsed-text cache, on as many threads as there are processors: to parse
 * them is half the work of a build from nothing. Problems are left to be found by who reads the stories then.
 * @param names the stories’ files within their folder; of a few nothing is set
 * @param tell is told how many have been set
 */
export async function parseAhead(
  { names, ...all }: Share,
  tell: (done: number) => void,
): Promise<void> {
  const count = names.length < worthwhile ? 0 : availableParallelism();
  let done = 0;
  const parseShare = (share: Share) =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(new URL('parse-worker-thread.ts', import.meta.url), {
        workerData: share,
      });
      thread.on('message', () => tell((done += pace)));
      thread.on('error', reject);
      thread.on('exit', () => resolve());
    });
  const shares = Array.from({ length: count }, (_, at) =>
    names.filter((_, index) => index % count === at),
  );
  await Promise.all(shares.map((names) => parseShare({ ...all, names })));
}
