import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pRetry from 'p-retry';
import { filesIn } from '../files/walk.ts';

/** Names that feeds have, at the front page and below each list. */
const names = ['feed.xml', 'atom.xml', 'feed.json'];

/** How long a hub may take for an answer, and may ask to wait before the next try, in ms. */
const [patience, longestWait] = [20_000, 60_000];

/** A feed of a built site. */
export interface BuiltFeed {
  /** Below the front page, `tags/kosovo/atom.xml`. */
  path: string;
  /** Of its bytes. */
  digest: string;
}

/** What a hub made of a notice: it took it, did not want this one, or could not be had. */
export type Answer = { how: 'told' } | { how: 'refused' | 'unreachable'; why: string };

/** Every feed in the folder of a built site, by path. */
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
 * Tells a hub that a feed has changed. WebSub (W3C, 2018) leaves the form to the hub; hubs take that of
 * PubSubHubbub 0.3, section 7.1. Not all know several feeds in one request, so that each has its own.
 * @param hub the hub’s address
 * @param topic the feed’s address
 * @param pause before the second try, in ms; twice as long before each further one
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

/** An answer that is no consent. */
class Refused extends Error {
  readonly isForGood: boolean;
  /** How long the hub asks to wait, in ms; endless when another try would change nothing. */
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
    // A notice that follows a redirect may become a question, which tells the hub nothing.
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

/** Retry-After (RFC 9110, 10.2.3) in ms: seconds, or a date that is held against the hub’s own clock. */
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
