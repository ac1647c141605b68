import fc from 'fast-check';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Story, Edition } from '../../src/edition/model.ts';
import { fromShelf } from '../../src/search/store.ts';
import { shardsOf } from '../../src/search/shards.ts';
import { editionOf, idOf, story, storyFile, type Files } from './content.ts';
import { filesIn, laid } from './search.ts';

const indexCache = () => join(process.env.CACHE!, 'search');

describe('the shards of a language', () => {
  /** Stories, newest first, each with a name of its own. */
  const published = (moments: number[]) =>
    moments
      .map((at, number) => ({ id: `${at}-${number}`, frontmatter: { published: { at } } }) as Story)
      .sort(
        (a, b) => b.frontmatter.published.at - a.frontmatter.published.at || (a.id < b.id ? -1 : 1),
      );
  const daily = (count: number) => published(Array.from({ length: count }, (_, day) => day));
  const sizes = (stories: Story[]) => shardsOf(stories).map(({ stories }) => stories.length);

  it('are full ones, then smaller ones', () => {
    expect(sizes(daily(10_000))).toEqual([5_000, 5_000]);
    expect(sizes(daily(12_300))).toEqual([5_000, 5_000, 1_000, 1_000, 300]);
    expect(sizes(daily(999))).toEqual([999]);
    expect(sizes(daily(0))).toEqual([]);
  });

  it('end between two days, so that one more of a day changes the last one only', () => {
    const tenDaily = (count: number) =>
      published(Array.from({ length: count }, (_, number) => Math.floor((number + 1) / 10)));
    expect(sizes(tenDaily(10_000))).toEqual([4_999, 5_000, 1]);
    expect(sizes(tenDaily(10_001))).toEqual([4_999, 5_000, 2]);
    // Of a day that is longer than a shard nobody can tell which stories come last.
    expect(sizes(published(Array.from({ length: 12_300 }, () => 1)))).toEqual(sizes(daily(12_300)));
  });

  const parted = (stories: Story[]) => shardsOf(stories, { full: 10, small: 3 });
  const known = (stories: Story[]) =>
    new Set(parted(stories).map(({ stories }) => stories.map(({ id }) => id).join()));

  it('have every story once, from the oldest on', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (moments) => {
        const stories = published(moments);
        const shards = parted(stories);
        expect(shards.flatMap(({ stories }) => stories)).toEqual(stories.toReversed());
        let before = 0;
        for (const shard of shards) {
          expect(shard.before).toBe(before);
          expect(shard.stories.length).toBeGreaterThan(0);
          expect(shard.stories.length).toBeLessThanOrEqual(10);
          before += shard.stories.length;
        }
      }),
    );
  });

  it('stay as they are when a story is published, but for one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (moments) => {
        const old = known(published(moments));
        const changed = [...known(published([...moments, 31]))].filter((one) => !old.has(one));
        expect(changed).toHaveLength(1);
      }),
    );
  });
});

/** An edition of stories, one a day; the first is the oldest. */
function editionWith(texts: string[], files: Files = {}): Promise<Edition> {
  const stories = texts.map((text, number) => [
    `articles/story-${number}.md`,
    story({ id: idOf(number), published: `2021-03-${String(number + 1).padStart(2, '0')}` }, text),
  ]);
  return editionOf({ [storyFile]: undefined, ...Object.fromEntries(stories), ...files });
}

/** Of a full shard of six, one of two and one of one. */
const texts = [...'One.,Two.,Three.,Four.,Five.,Six.,Seven.,Eight.,A zebra.'.split(',')];

/** Forgets all shards. */
const forget = () => rmSync(indexCache(), { recursive: true, force: true });

describe('a build', () => {
  it('indexes only the shard that has changed', async () => {
    forget();
    const indexed = async (texts: string[]) => (await laid(await editionWith(texts))).indexed;
    expect(await indexed(texts)).toBe(9);
    expect(await indexed(texts)).toBe(0);
    expect(await indexed([...texts, 'Ten.'])).toBe(2);
    expect(await indexed([...texts, 'Ten.', 'Eleven.'])).toBe(1);
    expect(await indexed([...texts, 'Ten.', 'Eleven.', 'Twelve.'])).toBe(6);
    expect(await indexed(['One, changed.', ...texts.slice(1), 'Ten.', 'Eleven.', 'Twelve.'])).toBe(
      6,
    );
    expect(await indexed(texts.slice(1))).toBe(8);
  });

  it('makes the same bytes of a warm cache as of none', async () => {
    forget();
    await laid(await editionWith(texts));
    const more = await editionWith([...texts, 'A new one.', 'And one more.']);
    const warm = await laid(more);
    expect(warm.indexed).toBe(2 + 1);
    forget();
    const cold = await laid(more);
    expect(cold.indexed).toBe(11);
    expect(filesIn(warm.folder)).toEqual(filesIn(cold.folder));
  });

  it('leaves the files of other shards as they were', async () => {
    const before = filesIn((await laid(await editionWith(texts))).folder);
    const after = filesIn((await laid(await editionWith([...texts, 'A new one.']))).folder);
    const kept = Object.keys(before).filter((path) => /(?:fragment|index)\/[06]\//.test(path));
    expect(kept).toHaveLength(8 + 2);
    for (const path of kept) expect(after[path], path).toBe(before[path]);
    expect(Object.keys(after)).not.toEqual(Object.keys(before));
  });

  it('has the words of the new text and none of the old', async () => {
    const first = wordsIn((await laid(await editionWith(texts))).folder);
    const changed = [...texts.slice(0, -1), 'A giraffe.'];
    const second = wordsIn((await laid(await editionWith(changed))).folder);
    expect(first).toContain('zebra');
    expect(second).toContain('giraffe');
    expect(second).not.toContain('zebra');
  });

  it('keeps what it has used and nothing else', async () => {
    await laid(await editionWith(texts));
    const used = readdirSync(indexCache());
    expect(used).toHaveLength(3);
    writeFileSync(join(indexCache(), `${used[0]}.1`), 'half of one, of a build that was killed');
    await laid(await editionWith([...texts, 'Ten.']));
    expect(readdirSync(indexCache())).toHaveLength(3);
    expect(readdirSync(indexCache()).filter((name) => used.includes(name))).toHaveLength(2);
  });

  it.each([
    ['a text', 'fragment'],
    ['a part of the index', 'index'],
    ['the program', 'program'],
    ['the contents', ''],
  ])('notices that %s is damaged, and makes it again', async (_, kind) => {
    const edition = await editionWith(texts);
    const whole = filesIn((await laid(edition)).folder);
    const oldest = join(
      indexCache(),
      readdirSync(indexCache()).find((name) => sizeOf(name) === 6)!,
      kind,
    );
    const file = join(
      oldest,
      readdirSync(oldest).find((name) => /\.(?:pf_|pagefind|json)/.test(name))!,
    );
    for (const damage of [() => rmSync(file), () => writeFileSync(file, 'x')]) {
      damage();
      const { folder, indexed } = await laid(edition);
      expect(indexed).toBe(6);
      expect(filesIn(folder)).toEqual(whole);
    }
  });

  it('lays nothing where no story is published', async () => {
    const { folder, indexed } = await laid(await editionOf({ [storyFile]: undefined }));
    expect([existsSync(folder), indexed]).toEqual([false, 0]);
  });
});

/** How many stories a shard has that is kept. */
const sizeOf = (name: string) => readdirSync(join(fromShelf(name)!, 'fragment')).length;

/** All words of a search. */
function wordsIn(folder: string): string {
  return Object.entries(filesIn(folder))
    .filter(([name]) => name.endsWith('.pf_fragment'))
    .map(([, bytes]) => gunzipSync(Buffer.from(bytes, 'latin1')).toString())
    .join(' ');
}
