import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/edition/model.ts';
import { relate, sharedTopics } from '../../src/edition/related.ts';
import { editionOf, idOf, story, storyFile, type Fields } from './content.ts';

const day = 86_400_000;
const topics = Array.from({ length: 200 }, (_, index) => `topic-${index}`);
const sections = ['one', 'two'];
const languages = ['en', 'sq'];
const series = ['first', 'second'];

/** A story as far as it matters here. */
interface Sketch {
  /** Numbers of its topics. */
  tags: number[];
  section?: number;
  series?: number | undefined;
  language?: number;
  /** Days since the last story. */
  pause?: number;
  fate?: 'published' | 'retracted' | 'draft';
}

/** An edition’s stories, newest first, of sketches in the order of publication. */
function storiesOf(sketches: Sketch[]): Story[] {
  let at = 0;
  return sketches
    .map(({ tags, section = 0, series: number, language = 0, pause = 1, fate }, index) => ({
      id: String(index),
      frontmatter: { published: { at: (at += pause * day) } },
      language: languages[language],
      section: sections[section],
      tags: tags.map((tag) => topics[tag]),
      ...(number !== undefined && { series: series[number] }),
      ...(fate === 'retracted' && { retraction: {} }),
      ...(fate === 'draft' && { withheld: 'draft' }),
    }))
    .reverse() as unknown as Story[];
}

/** For each story in the order of publication, which of the others it shows, by their numbers. */
function shown(sketches: Sketch[]): number[][] {
  return relate(storiesOf(sketches))
    .map((related) => related.map(Number))
    .reverse();
}

const sketch = fc.record({
  tags: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  section: fc.integer({ min: 0, max: 1 }),
  language: fc.integer({ min: 0, max: 1 }),
  series: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
  pause: fc.integer({ min: 0, max: 400 }),
  fate: fc.constantFrom<NonNullable<Sketch['fate']>[]>(
    'published',
    'published',
    'retracted',
    'draft',
  ),
});
const sketches = fc.array(sketch, { minLength: 1, maxLength: 60, size: 'max' });

describe('what is related, whatever is published,', () => {
  it('is at most four others, each once, that share a topic and may be shown', () => {
    let found = 0;
    fc.assert(
      fc.property(sketches, (all) => {
        const stories = storiesOf(all);
        const byId = new Map(stories.map((one) => [one.id, one]));
        relate(stories).forEach((related, index) => {
          const story = stories[index]!;
          expect(related.length).toBeLessThanOrEqual(4);
          expect(new Set(related).size).toBe(related.length);
          for (const other of related.map((id) => byId.get(id)!)) {
            expect(other).not.toBe(story);
            expect(story.tags.some((topic) => other.tags.includes(topic))).toBe(true);
            expect(other.language).toBe(story.language);
            expect(other.retraction ?? other.withheld).toBeUndefined();
            if (story.series) expect(other.series).not.toBe(story.series);
            found += 1;
          }
        });
      }),
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('changes with a new story only for those that it shows itself', () => {
    let unmoved = 0;
    fc.assert(
      fc.property(sketches, sketch, (all, newest) => {
        const before = shown(all);
        const after = shown([...all, newest]);
        const own = after.at(-1)!;
        before.forEach((list, number) => {
          if (own.includes(number)) return;
          expect(after[number]).toEqual(list);
          unmoved += 1;
        });
      }),
    );
    expect(unmoved).toBeGreaterThan(1000);
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        expect(shown(all)).toEqual(shown(structuredClone(all)));
      }),
    );
  });
});

describe('nearest is', () => {
  it('what shares a rare topic, before what shares one of many', () => {
    const many = Array.from({ length: 30 }, () => ({ tags: [0] }));
    const rare = { tags: [1] };
    expect(shown([rare, ...many, { tags: [0, 1] }]).at(-1)![0]).toBe(0);
    expect(shown([rare, ...many, { tags: [0] }]).at(-1)).toEqual([30, 29, 28, 27]);
  });

  it('what shares more topics', () => {
    expect(shown([{ tags: [0, 1] }, { tags: [0] }, { tags: [1] }, { tags: [0, 1] }])[3]![0]).toBe(
      0,
    );
  });

  it('what is of the same section, and of the same time', () => {
    const [home, abroad] = [0, 1].map((section) => ({ tags: [0], section }));
    expect(shown([home!, abroad!, home!])[2]).toEqual([0, 1]);
    expect(shown([home!, { ...home!, pause: 300 }, home!])[2]).toEqual([1, 0]);
    // A year makes up for the section.
    expect(shown([home!, { ...abroad!, pause: 900 }, home!])[2]).toEqual([1, 0]);
  });

  it('of two that are as near, the newer', () => {
    const same = { tags: [0], pause: 0 };
    expect(shown([same, same, same])).toEqual([
      [2, 1],
      [2, 0],
      [1, 0],
    ]);
  });

  it('what came later as well as what came before', () => {
    const [first, , last] = shown([{ tags: [0, 1] }, { tags: [2] }, { tags: [0, 1] }]);
    expect([first, last]).toEqual([[2], [0]]);
  });

  it('not what came when there were four that are nearer', () => {
    const near = { tags: [0, 1] };
    const lists = shown([near, near, near, near, near, { tags: [0, 2, 3], pause: 2000 }]);
    expect(lists[5]).toContain(4);
    expect(lists[4]).toEqual([3, 2, 1, 0]);
  });
});

it('says why, in the order of the story', async () => {
  const edition = await editionOf({
    [storyFile]: story({ id: idOf(1), tags: '[ksf, kuwait, kosovo]' }),
    'articles/other.md': story({ id: idOf(2), tags: '[kosovo, ksf]', published: '2021-03-10' }),
  });
  const [other, first] = edition.stories;
  const shared = sharedTopics(edition.filed(first!).tags, other!);
  expect(shared.map(({ name }) => name)).toEqual(['Security Force', 'Kosovo']);
});

it('looks only so far back in a topic, but as far as need be in a rarer one', () => {
  const many = Array.from({ length: 32 }, () => ({ tags: [0], section: 1, pause: 3000 }));
  // Of the same section, it would be nearer than any of the many, were it looked at.
  const [own, other] = [{ tags: [0], pause: 3000 }, { tags: [0, 1] }];
  expect(shown([own, ...many, own]).at(-1)).not.toContain(0);
  expect(shown([own, ...many.slice(1), own]).at(-1)![0]).toBe(0);
  expect(shown([other, ...many, other]).at(-1)![0]).toBe(0);
});

it('takes no longer for a story of a long archive', () => {
  const perStory = (count: number) => {
    const stories = storiesOf(
      Array.from({ length: count }, (_, at) => ({ tags: [0, 1 + (at % 7), 8 + (at % 191)] })),
    );
    const before = process.cpuUsage();
    relate(stories);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / count;
  };
  perStory(5000);
  // If each looked at all others, it would be twenty times as much.
  expect(perStory(60_000)).toBeLessThan(6 * perStory(3000));
});

describe('in an edition', () => {
  const files = (stories: Record<string, Fields>) => ({
    [storyFile]: undefined,
    ...Object.fromEntries(
      Object.entries(stories).map(([slug, fields], index) => [
        `articles/${slug}.md`,
        story({ id: idOf(index), ...fields }),
      ]),
    ),
  });
  const lists = async (stories: Record<string, Fields>, preview = false) => {
    const edition = await editionOf(files(stories), '2021-06-01T00:00:00Z', preview);
    return Object.fromEntries(
      edition.stories.map((one) => [one.slug, edition.contextOf(one).related]),
    );
  };

  it('a story knows its related ones, but none that is not there or not to be read', async () => {
    const stories = {
      one: { published: '2021-03-01' },
      other: { published: '2021-03-02', tags: '[kuwait]' },
      draft: { published: '2021-03-03', draft: 'true' },
      later: { published: '2021-07-01' },
      gone: { published: '2021-03-04', expires: '2021-04-01' },
      retracted: {
        published: '2021-03-05',
        corrections: '[{ date: 2021-03-06, kind: retraction, text: No. }]',
      },
      two: { published: '2021-03-07', tags: '[kosovo, kuwait]' },
    };
    expect(await lists(stories)).toEqual({
      one: ['two'],
      other: ['two'],
      retracted: ['one'],
      two: ['other', 'one'],
    });
    const preview = await lists(stories, true);
    expect(preview).toMatchObject({ one: ['two'], other: ['two'], two: ['other', 'one'] });
    // An editor sees how a draft will look.
    expect(preview['draft']).toEqual(['one']);
  });

  it('parts of one series are not among them', async () => {
    const part = { series: 'army' };
    const all = {
      ...files({
        a: { published: '2021-03-01', ...part },
        b: { published: '2021-03-02', ...part },
        c: { published: '2021-03-03' },
      }),
      'series.yaml': 'army:\n  name: A new army\n',
    };
    const { stories, contextOf } = await editionOf(all);
    expect(stories.map((one) => contextOf(one).related)).toEqual([['b', 'a'], ['c'], ['c']]);
  });
});
