import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import type { Query } from '../../src/search/browser/search-bundle.ts';
import { editionOf, idOf, story, storyFile } from './content.ts';
import { laid } from './search.ts';

/** Numbers from 0 to 1, always the same. */
let state = 7;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

// Files come when they come.
globalThis.fetch = async (address) => {
  const [path] = String(address).split('?');
  await setTimeout(random() * 3);
  return new Response(readFileSync(fileURLToPath(path!)));
};
const { find } = await import('../../src/search/browser/search-bundle.ts');

/** Words of which none begins with another, that all languages leave as they are. */
const syllables = 'bo do fo go ko lo mo no po ro so to vo zo'.split(' ');
const words = syllables.flatMap((first) =>
  syllables.flatMap((second) => [`${first}${second}ko`, `${second}x${first}`]),
);

/** As in any text, few words are nearly everywhere and most nearly nowhere. */
const word = () => words[Math.floor(words.length ** random()) - 1]!;
const text = (length: number) => Array.from({ length }, word).join(' ');

const rareWords = words.slice(200);

const headlines = Array.from(
  { length: 240 },
  (_, number) => `${text(4)} ${rareWords[number % rareWords.length]}`,
);
const addressOf = (number: number) =>
  new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10);
const files = headlines.map((headline, number) => [
  `articles/story-${number}.md`,
  story(
    {
      id: idOf(number),
      headline,
      published: addressOf(number),
      section: number % 3 ? 'military' : 'culture',
      tags: `[${['kosovo', 'kuwait', 'ksf'].slice(number % 3).join(', ')}]`,
      kind: number % 50 ? undefined : 'opinion',
    },
    `${text(300)} ${number % 7 ? '' : 'Prishtinë'} ${number % 11 ? '' : 'Prishtine'}`,
  ),
]);

/** The addresses of the search in one shard and in several, each of more than one part. */
const searches = { one: '', several: '' };
beforeAll(async () => {
  const edition = await editionOf({ [storyFile]: undefined, ...Object.fromEntries(files) });
  const lay = async (full: number, small: number) =>
    `${pathToFileURL((await laid(edition, full, small)).folder)}/en/`;
  Object.assign(searches, { one: await lay(1_000, 1_000), several: await lay(100, 30) });
});

const shardsIn = (search: string) => readdirSync(new URL('index', search));

it('the search is in one shard and in several, the larger ones of several parts', () => {
  expect(shardsIn(searches.one)).toEqual(['0']);
  expect(shardsIn(searches.several)).toEqual(['0', '100', '200', '230']);
  expect(readdirSync(new URL('index/100', searches.several)).length).toBeGreaterThan(1);
});

/** All that is found in both searches. */
async function ask(words: string, filters: Query['filters'] = {}, newest = false) {
  const found = [];
  for (const search of Object.values(searches)) {
    const { total, counts, hits } = await find(search, { words, filters, newest });
    const all = await hits(0, total);
    const shown = all.map(({ url, excerpt, content }) => ({ url, excerpt, content }));
    found.push({ total, counts, shown });
  }
  return found as [(typeof found)[0], (typeof found)[0]];
}

const some = (count: number) => Array.from({ length: count }, word);

it.each([
  ['one word', () => some(1)],
  ['two words', () => some(2)],
  ['three words', () => some(3)],
  ['a rare word', () => [rareWords[Math.floor(random() * rareWords.length)]!]],
  ['a word that no story has', () => ['qqqq', ...some(1)]],
  ['words in a row', () => [`"${some(2).join(' ')}"`]],
  ['a word with and without its marks', () => ['prishtinë']],
  ['a whole headline', () => [headlines[Math.floor(random() * 240)]!]],
])('several shards find of %s what one finds', async (_, query) => {
  let total = 0;
  for (let run = 0; run < 6; run += 1) {
    const filters = run % 2 ? { topic: 'Kuwait', section: 'Military' } : {};
    const asked = query().join(' ');
    const [one, several] = await ask(asked, filters);
    expect(several, asked).toEqual(one);
    const [newestOfOne, newest] = await ask(asked, filters, true);
    expect(newest, asked).toEqual(newestOfOne);
    const days = newest.shown.map(({ url }) => url);
    expect(days).toEqual(days.toSorted().reverse());
    total += several.total;
  }
  expect(total).toBeGreaterThan(0);
});

it('no shard is left out that has a word', async () => {
  const totals = [];
  for (const search of Object.values(searches)) {
    const found = [];
    for (const words of rareWords)
      found.push((await find(search, { words, filters: {}, newest: false })).total);
    totals.push(found);
  }
  expect(totals[1]).toEqual(totals[0]);
  expect(Math.min(...totals[0]!)).toBeGreaterThan(0);
});

it('the story with the words in its headline comes first, in whatever shard it is', async () => {
  for (const number of [3, 97, 105, 198, 201, 229, 235, 239]) {
    const [one, several] = await ask(headlines[number]!);
    expect(several.shown[0]!.url).toContain(addressOf(number).replaceAll('-', '/'));
    expect(several).toEqual(one);
  }
});
