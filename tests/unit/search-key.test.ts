import { expect, it } from 'vitest';
import { readParsedText } from '../../src/desk/parsed-texts.ts';
import type { Article } from '../../src/edition/model.ts';
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
  return new Proxy(thing, {
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
  const { articles } = await editionOf(files);
  const taken = new Set<string>();
  for (const article of articles) {
    const { blocks } = readParsedText(article.textKey)!.body;
    const recordOf = (one: Article) =>
      JSON.stringify(searchRecord(one, one.retraction ? [] : blocks, 'en'));
    const ways: string[][] = [];
    recordOf(traced(article, ways));
    const [record, key] = [recordOf(article), keyOf('en', [article])];
    for (const way of ways) {
      const name = way.at(-1)!;
      const owner = way
        .slice(0, -1)
        .reduce((bag, part) => bag[part] as Bag, article as unknown as Bag);
      const value = owner[name];
      if (!isOwn(way, value)) continue;
      owner[name] = typeof value === 'number' ? value + 1 : `${String(value)}x`;
      if (recordOf(article) !== record) {
        taken.add(way.join('.'));
        expect(keyOf('en', [article]), way.join('.')).not.toBe(key);
      }
      owner[name] = value;
    }
    expect(keyOf('en', [article])).toBe(key);
  }
  expect([...taken].sort()).toEqual([
    'address',
    'authors.0.name',
    'authors.0.names.sq',
    'corrections.0.kind',
    'corrections.0.text',
    'corrections.1.kind',
    'corrections.1.text',
    'frontmatter.headline',
    'frontmatter.kind',
    'frontmatter.lead.caption',
    'frontmatter.lead.credit',
    'frontmatter.published.at',
    'frontmatter.standfirst',
    'section.name',
    'tags.0.name',
    'tags.0.names.sq',
  ]);
});

it('a key changes with the text, the language and the order of stories', async () => {
  const key = async (text: string, language = 'en') =>
    keyOf('en', (await editionOf({ [storyFile]: story({ language }, text) })).articles);
  const keys = [await key('One.'), await key('Two.'), await key('One.', 'en-GB')];
  expect(new Set(keys).size).toBe(3);
  expect(await key('One.')).toBe(keys[0]);
  const { articles } = await editionOf(files);
  expect(keyOf('en', articles)).not.toBe(keyOf('en', articles.toReversed()));
  expect(keyOf('en', articles)).not.toBe(keyOf('sq', articles));
});

it('a key stays when only other stories change, or the years go by', async () => {
  const key = async (other: string, now: string) => {
    const files = {
      'articles/other.md': story({ id: idOf(1), headline: other, published: '2021-03-10' }),
    };
    const { articles } = await editionOf(files, now);
    expect(articles[1]!.newer).toBe(articles[0]);
    return keyOf('en', articles.slice(1));
  };
  expect(await key('Another', '2021-04-01T00:00:00Z')).toBe(
    await key('New', '2026-04-01T00:00:00Z'),
  );
});
