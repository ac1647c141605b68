import { Worker } from 'node:worker_threads';
import type { Job, JobResult, Work } from './file-worker-thread.ts';

/** Processes files in a worker thread during the build, one job at a time. */
export type FileWorker = {
  [Name in keyof Work]: (...given: Parameters<Work[Name]>) => Promise<ReturnType<Work[Name]>>;
};

/** Starts a file worker. An idle worker does not keep the process alive. */
export function startFileWorker(): FileWorker {
  const thread = new Worker(new URL('file-worker-thread.ts', import.meta.url));
  thread.unref();
  // Results come in the order of the jobs.
  const waiting: PromiseWithResolvers<unknown>[] = [];
  thread.on('message', (outcome: JobResult) => {
    const job = waiting.shift()!;
    if (waiting.length === 0) thread.unref();
    if ('error' in outcome) job.reject(outcome.error);
    else job.resolve(outcome.result);
  });
  thread.on('error', (error) => waiting.splice(0).forEach((job) => job.reject(error)));
  const post = (name: Job['name'], given: unknown[]) => {
    const job = Promise.withResolvers<unknown>();
    // The error is handled when the job is awaited later.
    job.promise.catch(() => {});
    waiting.push(job);
    thread.ref();
    thread.postMessage({ name, given } satisfies Job);
    return job.promise;
  };
  return {
    corrupt: (...given) => post('corrupt', given) as Promise<string[]>,
    filesIn: (...given) => post('filesIn', given) as Promise<string[]>,
    link: (...given) => post('link', given) as Promise<void>,
    linkAll: (...given) => post('linkAll', given) as Promise<void>,
    remove: (...given) => post('remove', given) as Promise<void>,
  };
}
