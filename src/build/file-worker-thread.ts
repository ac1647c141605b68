import { rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { linkAll, linkFiles } from '../files/link.ts';
import { filesIn } from '../files/walk.ts';
import { corrupt } from './output-cache.ts';

/** The functions of the file worker; see file-worker.ts. */
const work = {
  corrupt,
  filesIn,
  link: linkFiles,
  linkAll,
  remove: (folder: string) => rmSync(folder, { recursive: true, force: true }),
};

/** The type of these functions. */
export type Work = typeof work;

/** A job, with its result or the reason why it failed. */
export interface Job {
  name: keyof Work;
  given: unknown[];
}
export type JobResult = { result: unknown } | { error: unknown };

parentPort!.on('message', ({ name, given }: Job) => {
  let outcome: JobResult;
  try {
    outcome = { result: (work[name] as (...given: unknown[]) => unknown)(...given) };
  } catch (error) {
    outcome = { error };
  }
  parentPort!.postMessage(outcome);
});
