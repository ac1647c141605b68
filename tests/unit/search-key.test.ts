import { expect, it } from 'vitest';
import { readParsedText } from '../../src/desk/parsed-texts.ts';
import type { Edition } from '../../src/edition/model.ts';
import { keyOf } from '../../src/search/key.ts';
import { searchRecord } from '../../src/search/record.ts';
import { everyBlock } from '../every-block.ts';
import { editionOf, idOf, png, story, storyFile } from './content.ts';

const corrections = `\n  - { date: 2021-03-10, kind: correction, text: A number. }\n  - { date: 2021-03-11, kind: retraction, text: It did not happen. }`;
const lead = '{ image: ./c.png, alt: Soldiers, caption: They stand., credit: Somebody/ONE }';
const files = {
  'authors/anthony-barnett.yaml':
    'name: Anthony Barnett\nnames: { sq: Antoni }\ndescription: He covers the forces.\n',
  'tags.yaml': 'kosovo: { name: Kosovo, names: { sq: Kosova } }\n',
  [storyFile]: story({ lead, kind: 'analysis', dateline: 'PRISTINA' }, everyBlock('png')),
  'articles/2021/03/troops/a.png': png,
  'articles/2021/03/troops/b.png': png,
  'articles/2021/03/troops/c.png': png,
  'articles/albanian.md': story({ id: idOf(1), language: 'sq', kind: 'opinion' }),
  'articles/retracted.md': story({ id: idOf(2), corrections }),
  'articles/mapped.md': story({
    id: idOf(3),
    places: '[{ name: Pristina, at: [42.66, 21.16] }]',
    map: '{ alt: A map, caption: Where. }',
  }),
};

type Bag = Record<string, unknown>;

/** Every value that is read of something, as the way to it. */
function traced<Thing extends object>(thing: Thing, found: string[][], way: string[] = []): Thing {
  // What is frozen may not look otherwise, so a thawed copy is looked at.
  return new Proxy(Array.isArray(thing) ? ([...thing] as typeof thing) : { ...thing }, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof name !== 'string' || typeof value === 'function') return value;
      if (value && typeof value === 'object') return traced(value, found, [...way, name]);
      found.push([...way, name]);
      return value;
    },
  });
}

/** What can be changed and still be of its kind; a language has no words under another tag. */
const isOwn = (way: string[], value: unknown) =>
  !way.includes('language') && way.at(-1) !== 'length' && /string|number/.test(typeof value);

it('a key changes with everything that a record takes of a story', async () => {
  const { stories, filed, languageOf } = await editionOf(files);
  const taken = new Set<string>();
  for (const story of stories) {
    const { blocks } = readParsedText(story.text.textKey)!.body;
    const known = { story, lists: filed(story) };
    const recordOf = ({ story, lists }: typeof known) => {
      const edition = { languageOf, filed: () => lists };
      return JSON.stringify(searchRecord(story, story.retraction ? [] : blocks, 'en', edition));
    };
    const keyOfOne = ({ story, lists }: typeof known) =>
      keyOf('en', [story], { filed: () => lists });
    const ways: string[][] = [];
    recordOf(traced(known, ways));
    const [record, key] = [recordOf(known), keyOfOne(known)];
    for (const way of ways) {
      const changed = structuredClone(known);
      const name = way.at(-1)!;
      const owner = way
        .slice(0, -1)
        .reduce((bag, part) => bag[part] as Bag, changed as unknown as Bag);
      const value = owner[name];
      if (!isOwn(way, value)) continue;
      owner[name] = typeof value === 'number' ? value + 1 : `${String(value)}x`;
      if (recordOf(changed) === record) continue;
      taken.add(way.join('.'));
      expect(keyOfOne(changed), way.join('.')).not.toBe(key);
    }
    expect(keyOfOne(structuredClone(known))).toBe(key);
  }
  expect([...taken].sort()).toEqual([
    'lists.authors.0.name',
    'lists.authors.0.names.sq',
    'lists.section.name',
    'lists.tags.0.name',
    'lists.tags.0.names.sq',
    'story.address',
    'story.corrections.0.kind',
    'story.corrections.0.text',
    'story.corrections.1.kind',
    'story.corrections.1.text',
    'story.frontmatter.headline',
    'story.frontmatter.kind',
    'story.frontmatter.lead.caption',
    'story.frontmatter.lead.credit',
    'story.frontmatter.published.at',
    'story.frontmatter.standfirst',
  ]);
});

const keyOfAll = (edition: Edition, language = 'en', stories = edition.stories) =>
  keyOf(language, stories, edition);

it('a key changes with the text, the language and the order of stories', async () => {
  const key = async (text: string, language = 'en') =>
    keyOfAll(await editionOf({ [storyFile]: story({ language }, text) }));
  const keys = [await key('One.'), await key('Two.'), await key('One.', 'en-GB')];
  expect(new Set(keys).size).toBe(3);
  expect(await key('One.')).toBe(keys[0]);
  const edition = await editionOf(files);
  expect(keyOfAll(edition)).not.toBe(keyOfAll(edition, 'en', edition.stories.toReversed()));
  expect(keyOfAll(edition)).not.toBe(keyOfAll(edition, 'sq'));
});

it('a key stays when only other stories change, or the years go by', async () => {
  const key = async (other: string, now: string) => {
    const files = {
      'articles/other.md': story({ id: idOf(1), headline: other, published: '2021-03-10' }),
    };
    const edition = await editionOf(files, now);
    const [first, second] = edition.stories;
    expect(edition.contextOf(second!).newer).toBe(first!.id);
    return keyOfAll(edition, 'en', [second!]);
  };
  expect(await key('Another', '2021-04-01T00:00:00Z')).toBe(
    await key('New', '2026-04-01T00:00:00Z'),
  );
});
