import { expect, it } from 'vitest';
import type { Listing } from '../../src/edition/model.ts';
import { newestOf } from '../../src/edition/newest.ts';
import { editionOf, idOf, story, storyFile } from './content.ts';

const day = 86_400_000;

/** Forty stories of one day, and ten of a month before. */
const files = Object.fromEntries(
  Array.from({ length: 50 }, (_, number) => [
    `articles/story-${number}.md`,
    story({ id: idOf(number), published: number < 40 ? '2021-03-09' : '2021-02-01' }),
  ]),
);

it('hands on all stories of the last two days, and thirty when there are fewer', async () => {
  const edition = await editionOf({ [storyFile]: undefined, ...files });
  const first = edition.stories[0]!.frontmatter.published.at;
  const many = (now: number, list?: Listing) => newestOf({ ...edition, now }, list).length;
  const [section] = edition.sections;
  expect(many(first + 2 * day - 1)).toBe(40);
  expect(many(first + 2 * day - 1, section)).toBe(40);
  expect(many(first + 2 * day)).toBe(30);
  expect(many(first, { ...section!, stories: section!.stories.slice(0, 8) })).toBe(8);
});
