import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pRetry from 'p-retry';
import { filesIn } from '../files/walk.ts';

/** The names of feeds, at the front page and in each list. */
const names = ['feed.xml', 'atom.xml', 'feed.json'];

/**
 * The timeout of a hub’s response, and the longest delay before a retry that a hub may request, in ms.
 */
const [patience, longestWait] = [20_000, 60_000];

/** A feed of a built site. */
export interface BuiltFeed {
  /** Relative to the front page, `tags/kosovo/atom.xml`. */
  path: string;
  /** A digest of its bytes. */
  digest: string;
}

/** The result of notifying a hub: accepted, rejected, or the hub was unreachable. */
export type Answer = { how: 'told' } | { how: 'refused' | 'unreachable'; why: string };

/** Every feed in the folder of a built site, sorted by path. */
export function feedsIn(folder: string): BuiltFeed[] {
  return filesIn(folder)
    .filter((path) => names.includes(basename(path)))
    .map((path) => ({
      path,
      digest: createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    }));
}

/**
 * Notifies a hub that a feed has changed. WebSub (W3C, 2018) leaves the format to the hub; hubs accept
 * that of PubSubHubbub 0.3, section 7.1. Not all hubs accept several feeds per request, so each feed has
 * its own request.
 * @param hub the hub’s address
 * @param topic the feed’s address
 * @param pause before the first retry, in ms; doubled for each further retry
 */
export async function publish(hub: string, topic: string, pause = 1000): Promise<Answer> {
  try {
    await pRetry(() => post(hub, topic), {
      retries: 3,
      minTimeout: pause,
      shouldRetry: ({ error }) => !(error instanceof Refused) || error.wait <= longestWait,
      onFailedAttempt: async ({ error, retriesLeft, retryDelay }) => {
        const wait = error instanceof Refused ? error.wait : 0;
        if (retriesLeft > 0 && wait > retryDelay && wait <= longestWait)
          await setTimeout(wait - retryDelay);
      },
    });
    return { how: 'told' };
  } catch (error) {
    if (error instanceof Refused)
      return { how: error.isForGood ? 'refused' : 'unreachable', why: error.message };
    return { how: 'unreachable', why: reasonOf(error as Error) };
  }
}

/** A response that rejects the notification. */
class Refused extends Error {
  readonly isForGood: boolean;
  /** The delay that the hub requests, in ms; infinite if a retry would not help. */
  readonly wait: number;

  constructor(answer: Response, words: string) {
    const says = words === '' ? '' : `: “${words}”`;
    super(`the hub answered ${`${answer.status} ${answer.statusText}`.trim()}${says}`);
    this.isForGood = answer.status < 500 && answer.status !== 429;
    this.wait = this.isForGood ? Number.POSITIVE_INFINITY : waitOf(answer.headers);
  }
}

async function post(hub: string, topic: string): Promise<void> {
  const answer = await fetch(hub, {
    method: 'POST',
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }),
    // A redirect may turn a POST into a GET, which would not notify the hub.
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  const words = await answer.text();
  if (!answer.ok)
    throw new Refused(
      answer,
      words
        .replace(/[\s\p{C}]+/gu, ' ')
        .trim()
        .slice(0, 200),
    );
}

/** Retry-After (RFC 9110, 10.2.3) in ms: seconds, or a date compared with the hub’s own clock. */
function waitOf(headers: Headers): number {
  const after = headers.get('retry-after') ?? '0';
  if (/^\d+$/.test(after)) return Number(after) * 1000;
  return Math.max(0, Date.parse(after) - Date.parse(headers.get('date') ?? '')) || 0;
}

function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError') return `the hub did not answer in ${patience / 1000} seconds`;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return `the hub cannot be reached (${code ?? error.message})`;
}
