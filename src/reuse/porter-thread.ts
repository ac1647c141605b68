import { rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { linkAll, linkFiles } from '../files/link.ts';
import { filesIn } from '../files/walk.ts';
import { damaged } from './mirror.ts';

/** What a porter can do; see porter.ts. */
const work = {
  damaged,
  filesIn,
  link: linkFiles,
  linkAll,
  remove: (folder: string) => rmSync(folder, { recursive: true, force: true }),
};

/** The work of a porter. */
export type Work = typeof work;

/** An order, and what is told when it was carried out or could not be. */
export interface Order {
  name: keyof Work;
  given: unknown[];
}
export type Outcome = { result: unknown } | { error: unknown };

parentPort!.on('message', ({ name, given }: Order) => {
  let outcome: Outcome;
  try {
    outcome = { result: (work[name] as (...given: unknown[]) => unknown)(...given) };
  } catch (error) {
    outcome = { error };
  }
  parentPort!.postMessage(outcome);
});
