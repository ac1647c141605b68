import { Worker } from 'node:worker_threads';
import type { Order, Outcome, Work } from './porter-thread.ts';

/** Handles files on a thread of its own while the build does other things: one order after the other. */
export type Porter = {
  [Name in keyof Work]: (...given: Parameters<Work[Name]>) => Promise<ReturnType<Work[Name]>>;
};

/** A porter. The process ends without waiting for one that has nothing to do. */
export function hirePorter(): Porter {
  const thread = new Worker(new URL('porter-thread.ts', import.meta.url));
  thread.unref();
  // Outcomes come in the order of the orders.
  const waiting: PromiseWithResolvers<unknown>[] = [];
  thread.on('message', (outcome: Outcome) => {
    const order = waiting.shift()!;
    if (waiting.length === 0) thread.unref();
    if ('error' in outcome) order.reject(outcome.error);
    else order.resolve(outcome.result);
  });
  thread.on('error', (error) => waiting.splice(0).forEach((order) => order.reject(error)));
  const give = (name: Order['name'], given: unknown[]) => {
    const order = Promise.withResolvers<unknown>();
    // It is awaited later, when all else is done.
    order.promise.catch(() => {});
    waiting.push(order);
    thread.ref();
    thread.postMessage({ name, given } satisfies Order);
    return order.promise;
  };
  return {
    damaged: (...given) => give('damaged', given) as Promise<string[]>,
    filesIn: (...given) => give('filesIn', given) as Promise<string[]>,
    link: (...given) => give('link', given) as Promise<void>,
    linkAll: (...given) => give('linkAll', given) as Promise<void>,
    remove: (...given) => give('remove', given) as Promise<void>,
  };
}
