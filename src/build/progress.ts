import { reading, type Reading } from '../desk/reading.ts';

/** Where a progress line is shown, and how long the command has been at work, in seconds. */
interface Surroundings {
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  elapsed: () => number;
}

/** The last line of a terminal, which says how far a long command is. */
export interface Progress {
  /** Says how far a part of the work is; shows it when the command has taken over two seconds. */
  tell(part: string, done: number, total?: number): void;
  /** Says at once what will take long; stays in the terminal. */
  announce(part: string): void;
  /** Takes the line away, before something else is printed. */
  clear(): void;
}

/** In seconds: what is over sooner needs no progress, and nobody reads faster than ten a second. */
const [patience, pause] = [2, 0.1];

/** Where a line begins, with nothing on it. */
const lineStart = '\r\u001b[K';

/** Makes the progress line; one that does nothing where there is no terminal. */
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

/** The progress line of this command; it shows how far the desk is by itself. */
export function watchDesk(): Progress {
  const progress = makeProgress();
  reading.subscribe((message) => {
    const { done, total } = message as Reading;
    progress.tell('Reading stories', done, total);
  });
  return progress;
}
