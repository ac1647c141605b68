import { reading, type Reading } from '../desk/reading.ts';

/** Where a progress line is shown, and how long the command has been running, in seconds. */
interface Surroundings {
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  elapsed: () => number;
}

/** The last line of a terminal, which shows the progress of a long command. */
export interface Progress {
  /** Reports the progress of a part of the work; shown once the command has taken over two seconds. */
  tell(part: string, done: number, total?: number): void;
  /** Announces at once a part that will take long; stays in the terminal. */
  announce(part: string): void;
  /** Removes the line before other output. */
  clear(): void;
}

/**
 * In seconds: shorter commands need no progress line, and nobody reads more than ten updates a second.
 */
const [patience, pause] = [2, 0.1];

/** Moves to the start of the line and clears it. */
const lineStart = '\r\u001b[K';

/** Creates the progress line; without a terminal, it does nothing. */
export function makeProgress(
  { stream, elapsed }: Surroundings = { stream: process.stderr, elapsed: process.uptime },
): Progress {
  const begun = new Map<string, { at: number; done: number }>();
  let shownAt: number | undefined;
  const progress: Progress = {
    tell(part, done, total) {
      const now = elapsed();
      const start = begun.get(part) ?? { at: now, done };
      begun.set(part, start);
      if (done === total) progress.clear();
      else if (now >= patience && now >= (shownAt ?? 0) + pause) {
        const rate = now > start.at ? (done - start.done) / (now - start.at) : 0;
        const count = total === undefined ? number(done) : `${number(done)} of ${number(total)}`;
        const left = total === undefined ? 0 : (total - done) / rate;
        shownAt = now;
        stream.write(
          `${lineStart}${part}: ${count}${rate >= 1 ? `, ${number(rate)} a second` : ''}${
            rate >= 1 && left >= 1 ? `, ${number(left)} s left` : ''
          }`,
        );
      }
    },
    announce(part) {
      progress.clear();
      stream.write(`${part} …\n`);
    },
    clear() {
      if (shownAt !== undefined) stream.write(lineStart);
      shownAt = undefined;
    },
  };
  return stream.isTTY ? progress : noProgress;
}

/** Shows nothing. */
export const noProgress: Progress = { tell() {}, announce() {}, clear() {} };

const number = (value: number) => Math.round(value).toLocaleString('en');

/** The progress line of this command; it also shows the progress of the desk. */
export function watchDesk(): Progress {
  const progress = makeProgress();
  reading.subscribe((message) => {
    const { done, total } = message as Reading;
    progress.tell('Reading stories', done, total);
  });
  return progress;
}
