import { expect, it } from 'vitest';
import { pageSize, paginate } from '../../src/edition/pagination.ts';

/** A list of stories, newest first: n, n - 1, …, 1. */
const list = (length: number) => Array.from({ length }, (_, index) => length - index);

it.each([
  [0, [[undefined, 0]]],
  [1, [[undefined, 1]]],
  [19, [[undefined, 19]]],
  [20, [[undefined, 20]]],
  [39, [[undefined, 39]]],
  [
    40,
    [
      [undefined, 20],
      [1, 20],
    ],
  ],
  [
    59,
    [
      [undefined, 39],
      [1, 20],
    ],
  ],
  [
    60,
    [
      [undefined, 20],
      [2, 20],
      [1, 20],
    ],
  ],
  [
    65,
    [
      [undefined, 25],
      [2, 20],
      [1, 20],
    ],
  ],
])('parts %i stories into pages', (count, pages) => {
  expect(paginate(list(count)).map(({ number, items }) => [number, items.length])).toEqual(pages);
});

it('shows the newest first on every page and numbers from the oldest', () => {
  const [first, second, last] = paginate(list(65));
  expect(first).toEqual({ items: list(65).slice(0, 25) });
  expect(second).toEqual({ number: 2, items: list(40).slice(0, 20) });
  expect(last).toEqual({ number: 1, items: list(20) });
});

it('never loses or repeats a story', () => {
  for (let count = 0; count <= 200; count += 1)
    expect(paginate(list(count)).flatMap(({ items }) => items)).toEqual(list(count));
});

it('shows 20 to 39 on the newest page once there are so many', () => {
  for (let count = 20; count <= 200; count += 1) {
    const newest = paginate(list(count))[0]!.items.length;
    expect(newest).toBeGreaterThanOrEqual(pageSize);
    expect(newest).toBeLessThan(2 * pageSize);
  }
});

it('never changes a numbered page when a story comes on top', () => {
  for (let count = 0; count <= 200; count += 1) {
    const numbered = paginate(list(count)).slice(1);
    expect(paginate(list(count + 1)).slice(1)).toEqual(expect.arrayContaining(numbered));
  }
});
