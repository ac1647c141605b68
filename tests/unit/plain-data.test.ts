import { expect, it } from 'vitest';
import { everyBlock } from '../every-block.ts';
import { editionOf, idOf, png, story, storyFile } from './content.ts';

const part = { series: 'army' };
const edition = await editionOf({
  'series.yaml': 'army:\n  name: A new army\n',
  [storyFile]: story({ id: idOf(1), ...part }, everyBlock('png')),
  'articles/2021/03/troops/a.png': png,
  'articles/2021/03/troops/b.png': png,
  'articles/next.md': story({ id: idOf(2), ...part, published: '2021-03-10' }),
  'articles/arabic.md': story({ id: idOf(3), language: 'ar', translationOf: idOf(1) }),
  'articles/mapped.md': story({
    id: idOf(4),
    places: '[{ name: Pristina, at: [42.66, 21.16] }]',
    map: '{ alt: A map, caption: Where. }',
    corrections: '[{ date: 2021-03-10, kind: correction, text: A number. }]',
  }),
});
const { stories, sections, tags, authors, series, years, contexts } = edition;
const lists = [...sections, ...tags, ...authors, ...series, ...years.flatMap((one) => one.months)];
const values = { stories, contexts: [...contexts.values()], lists };

/** The ways to all values within one that can still be changed. */
function changeable(value: unknown, way: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([key, held]) => changeable(held, `${way}.${key}`));
  return Object.isFrozen(value) ? within : [way, ...within];
}

it.each(Object.entries(values))('%s are plain data, which JSON has whole', (_, all) => {
  expect(all.length).toBeGreaterThan(3);
  for (const one of all) expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});

it.each(Object.entries(values))('%s are frozen, with all that they hold', (name, all) => {
  expect(all.flatMap((one) => changeable(one, name))).toEqual([]);
});

it('a context names stories by ids that the edition knows, and every relation is among them', () => {
  const relations = ['older', 'newer', 'related', 'versions', 'previous', 'next'];
  const named = values.contexts.flatMap(({ part, ...context }) =>
    Object.entries({ ...context, ...part }).filter(([relation]) => relations.includes(relation)),
  );
  expect(new Set(named.map(([relation]) => relation))).toEqual(new Set(relations));
  const ids = stories.map(({ id }) => id);
  for (const [relation, id] of named)
    expect(ids, relation).toEqual(expect.arrayContaining([id].flat()));
});
