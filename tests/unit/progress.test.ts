import { expect, it } from 'vitest';
import { makeProgress, type Progress } from '../../src/build/progress.ts';
import { reading } from '../../src/desk/reading.ts';
import { idOf, read, story } from './content.ts';

/** What is written to a terminal; each step is told at a second of the command's work. */
function shown(steps: [second: number, step: (progress: Progress) => void][], isTTY = true) {
  let now = 0;
  const lines: string[] = [];
  const stream = { isTTY, write: (text: string) => lines.push(text) > 0 };
  const progress = makeProgress({ stream, elapsed: () => now });
  for (const [second, step] of steps) {
    now = second;
    step(progress);
  }
  return lines;
}

const tell = (done: number, total?: number) => (progress: Progress) =>
  progress.tell('Reading stories', done, total);
const start = '\r\u001b[K';

it('shows nothing in the first two seconds', () => {
  expect(
    shown([
      [0.5, tell(1, 3)],
      [1.9, tell(2, 3)],
      [1.9, tell(3, 3)],
    ]),
  ).toEqual([]);
});

it('then shows how many are done, of how many, the rate and the time that is left', () => {
  expect(
    shown([
      [0.5, tell(500, 10_000)],
      [2.5, tell(4000, 10_000)],
    ]),
  ).toEqual([`${start}Reading stories: 4,000 of 10,000, 1,750 a second, 3 s left`]);
  expect(
    shown([
      [1, tell(0)],
      [3, tell(1000)],
    ]),
  ).toEqual([`${start}Reading stories: 1,000, 500 a second`]);
});

it('shows no rate of what has just begun', () => {
  expect(shown([[2, tell(7, 9)]])).toEqual([`${start}Reading stories: 7 of 9`]);
});

it('shows ten lines a second and no more', () => {
  expect(
    shown([
      [3, tell(1, 9)],
      [3.05, tell(2, 9)],
      [3.11, tell(3, 9)],
    ]),
  ).toHaveLength(2);
});

it('takes the line away when all is done, and only one that it has shown', () => {
  expect(
    shown([
      [3, tell(1, 2)],
      [3, tell(2, 2)],
    ]).at(-1),
  ).toBe(start);
  expect(shown([[3, (progress) => progress.clear()]])).toEqual([]);
});

it('announces at once what will take long', () => {
  expect(shown([[0, (progress) => progress.announce('Types')]])).toEqual(['Types …\n']);
});

it('is silent where there is no terminal', () => {
  const all: Parameters<typeof shown>[0] = [
    [3, tell(1, 2)],
    [3, (progress) => progress.announce('Types')],
    [3, (progress) => progress.clear()],
  ];
  expect(shown(all, false)).toEqual([]);
});

it('the desk tells every story that it reads', async () => {
  const told: unknown[] = [];
  const listen = (message: unknown) => told.push(message);
  reading.subscribe(listen);
  await read({ 'articles/another.md': story({ id: idOf(1) }) });
  reading.unsubscribe(listen);
  expect(told).toEqual([
    { done: 1, total: 2 },
    { done: 2, total: 2 },
  ]);
});
