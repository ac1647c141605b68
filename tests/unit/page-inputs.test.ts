import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageInputs } from '../../src/build/page-inputs.ts';
import { withLookups } from '../../src/edition/lookups.ts';
import type { Edition, Published } from '../../src/edition/model.ts';
import { editionOf, idOf, png, publication, story, type Fields, type Files } from './content.ts';

/** Nine stories, a day each; so far from each other that only neighbours and topics connect them. */
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const topics = ['kosovo', 'kuwait', 'ksf'];
const name = (number: number) => `articles/2021/03/story-${number}/index.md`;
const told = (number: number, fields: Fields = {}, text?: string) =>
  story(
    {
      id: idOf(number),
      headline: `Story ${number}`,
      tags: `[${topics[Math.floor((number - 1) / 3)] ?? 'ksf'}]`,
      published: `2021-03-0${number}`,
      ...(number > 6 && { section: 'culture', authors: '[ada]' }),
      ...fields,
    },
    text,
  );
const files: Files = {
  'articles/2021/03/troops/index.md': undefined,
  'authors/ada.yaml': 'name: Ada\ndescription: She writes.\n',
  'pages/about.md': '---\ntitle: About ANH\ndescription: Who publishes.\n---\n\nWrite to us.\n',
  ...Object.fromEntries(numbers.map((number) => [name(number), told(number)])),
};

interface State {
  files?: Files;
  clock?: string | undefined;
  code?: string;
  digest?: string;
}

async function keysOf({ files: changed, clock, code = 'code', digest = '' }: State) {
  return keysIn(await editionOf({ ...files, ...changed }, clock), code, digest);
}

function keysIn(edition: Edition, code = 'code', digest = ''): Map<string, string> {
  const shown = pageInputs(edition, code, (file) => `${basename(file)} ${digest}`);
  return new Map([...shown].map(([path, { key }]) => [path, key]));
}

/** The paths of which the keys are others; stories by their numbers. */
const otherKeys = (old: Map<string, string>, fresh: Map<string, string>) =>
  [...fresh]
    .filter(([path, key]) => old.get(path) !== key)
    .map(([path]) => path.replace(/^\/2021\/03\/0\d\/story-(\d)\/$/, '$1'));

/** What has to be made again, or is new; stories by their numbers. */
async function stale(after: State, before: State = {}): Promise<string[]> {
  return otherKeys(await keysOf(before), await keysOf(after));
}

const feeds = (list: string) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => list + file);
/** The lists that a story of the first topic is on. */
const lists = ['/military/', '/tags/kosovo/', '/authors/anthony-barnett/', '/2021/03/'];
const feedsOfLists = ['/', '/military/', '/tags/kosovo/', '/authors/anthony-barnett/'].flatMap(
  feeds,
);
const sitemaps = ['/sitemaps/pages.xml', '/sitemaps/2021-03.xml'];

describe('what has to be made again', () => {
  it('is nothing when nothing changed', async () => {
    expect(await stale({})).toEqual([]);
  });

  it('is the story, its feeds and its sitemap when its text changes', async () => {
    const changed = { files: { [name(2)]: told(2, {}, 'Other words.') } };
    expect(await stale(changed)).toEqual(['2', ...feedsOfLists, '/sitemaps/2021-03.xml']);
  });

  it('is also what names it when its headline changes', async () => {
    const changed = { files: { [name(1)]: told(1, { headline: 'Another headline' }) } };
    const again = await stale(changed);
    // Its neighbour, and the third on its topic, which recommends it.
    expect(again.filter((path) => !path.includes('/'))).toEqual(['3', '2', '1']);
    expect(again).toEqual(expect.arrayContaining([...lists, ...feedsOfLists]));
    expect(again).not.toContain('/culture/');
  });

  it('is the last story before it and what it is listed on when there is a new one', async () => {
    const again = await stale({}, { files: { [name(9)]: undefined } });
    expect(again.filter((path) => !path.includes('/'))).toEqual(['9', '8', '7']);
    expect(again).toEqual(expect.arrayContaining(['/culture/', '/tags/ksf/', ...sitemaps]));
    expect(again.filter((path) => /^\/(military|tags\/k[ou])/.test(path))).toEqual([]);
  });

  it('is the stories beside it when one is removed', async () => {
    const again = await stale({ files: { [name(5)]: undefined } });
    expect(again.filter((path) => !path.includes('/'))).toEqual(['6', '4']);
  });

  it.each([
    [
      'a topic',
      {
        'tags.yaml':
          'kosovo:\n  name: Republic of Kosovo\nkuwait:\n  name: Kuwait\nksf:\n  name: Security Force\n',
      },
      ['4', '3', '2', '1'],
      '/tags/kosovo/',
    ],
    [
      'an author',
      { 'authors/ada.yaml': 'name: Ada B\ndescription: She writes.\n' },
      ['9', '8', '7', '6'],
      '/authors/ada/',
    ],
    [
      'an author’s description',
      { 'authors/ada.yaml': 'name: Ada\ndescription: Writes.\n' },
      ['9', '8', '7', '6'],
      '/authors/ada/',
    ],
  ])('is all that is called by it when %s changes', async (_, changed, stories, list) => {
    const again = await stale({ files: changed });
    // The next one names a story that has it.
    expect(again.filter((path) => !path.includes('/'))).toEqual(stories);
    expect(again).toContain(list);
  });

  it.each<[string, State, State?]>([
    ['the publication’s name', { files: { 'publication.yaml': publication({ name: 'BNH' }) } }],
    [
      'a section’s name',
      { files: { 'sections.yaml': 'military:\n  name: Army\nculture:\n  name: Arts & Letters\n' } },
    ],
    [
      'a page’s title',
      {
        files: {
          'pages/about.md': '---\ntitle: Us\ndescription: Who publishes.\n---\n\nWrite to us.\n',
        },
      },
    ],
    ['the code', { code: 'other' }],
    ['the years with stories', { files: { [name(1)]: told(1, { published: '2020-03-01' }) } }],
    ['the languages', { files: { [name(1)]: told(1, { language: 'ar' }) } }],
  ])('is everything when %s changes', async (_, after) => {
    const all = [...(await keysOf(after)).keys()];
    expect(await stale(after)).toHaveLength(all.length);
  });

  it.each<[string, Fields, string?]>([
    ['a picture', {}, '![A field](a.png "What it shows. (Ada/ANH)")'],
    ['a recording', {}, ':::audio[Talk]{file="a.mp3" credit="Ada/ANH"}\nWords.\n:::'],
    [
      'the picture above the text',
      { lead: '{ image: a.png, alt: A field, caption: What it shows., credit: Ada/ANH }' },
    ],
  ])('is a story when %s has other bytes under the same name', async (_, fields, text) => {
    const shows: Files = {
      [name(2)]: told(2, fields, text),
      'articles/2021/03/story-2/a.png': png,
      'articles/2021/03/story-2/a.mp3': Buffer.from('ID3 and more'),
    };
    const again = await stale({ files: shows, digest: 'new' }, { files: shows });
    expect(again.filter((path) => !path.includes('/'))).toEqual(['2']);
  });

  it.each<[string, Fields, string]>([
    ['an embargo', { published: '2021-03-08 12:00' }, '8'],
    [
      'a correction',
      { corrections: '[{ date: 2021-03-10, kind: correction, text: It was so. }]' },
      '8',
    ],
    ['an update', { updated: '2021-03-10', updateNote: 'More.' }, '8'],
    ['its end', { expires: '2021-03-10' }, '8'],
  ])('is a story when the time of %s has come', async (_, fields, number) => {
    const changed = { [name(8)]: told(8, fields) };
    const at = {
      files: changed,
      clock: fields['published'] ? '2021-03-08T13:00:00Z' : '2021-03-11T00:00:00Z',
    };
    const before = {
      files: changed,
      clock: fields['published'] ? '2021-03-08T10:00:00Z' : '2021-03-09T12:00:00Z',
    };
    const again = await stale(at, before);
    expect(again).toContain(number);
    expect(again).not.toContain('1');
  });

  it('is a story that comes of age', async () => {
    const again = await stale({ clock: '2022-03-05T00:00:00Z' }, { clock: '2022-03-04T00:00:00Z' });
    expect(again.filter((path) => !path.includes('/'))).toContain('4');
  });

  it('is a list when what is said of it changes', async () => {
    const tags = (said: string) => ({
      'tags.yaml': `kosovo:\n  name: Kosovo\n  description: ${said}\nkuwait:\n  name: Kuwait\nksf:\n  name: KSF\n`,
    });
    const again = await stale({ files: tags('New.') }, { files: tags('Old.') });
    expect(again).toEqual(expect.arrayContaining(['/tags/kosovo/', ...feeds('/tags/kosovo/')]));
  });

  it('is every version of a story when one comes', async () => {
    const two = { [name(2)]: told(2, { language: 'sq' }), [name(9)]: told(9, { language: 'sq' }) };
    const versions = { ...two, [name(2)]: told(2, { language: 'sq', translationOf: idOf(7) }) };
    expect(await stale({ files: versions }, { files: two })).toEqual(
      expect.arrayContaining(['7', '2']),
    );
  });

  it('is everything when the first series comes, and the other parts when another part does', async () => {
    const series = { 'series.yaml': 'lake:\n  name: Lake\n' };
    const part = (number: number) => ({ [name(number)]: told(number, { series: 'lake' }) });
    const first = { ...series, ...part(1) };
    const all = [...(await keysOf({ files: first })).keys()];
    expect(await stale({ files: first }, { files: series })).toHaveLength(all.length);
    const again = await stale({ files: { ...first, ...part(5) } }, { files: first });
    expect(again).toEqual(expect.arrayContaining(['5', '1', '/series/lake/']));
    expect(again).not.toContain('9');
  });

  it('is a later page of a series when its parts are counted otherwise', async () => {
    const partsWith = (first: Fields): Files => ({
      'series.yaml': 'lake:\n  name: Lake\n',
      [name(9)]: told(9, { language: 'sq' }),
      ...Object.fromEntries(
        Array.from({ length: 21 }, (_, at) => [
          `articles/part-${at + 1}.md`,
          told(at + 101, {
            series: 'lake',
            published: `2021-02-${String(at + 1).padStart(2, '0')}`,
            ...(at === 0 && first),
          }),
        ]),
      ),
    });
    // Then the second part is the first one in English, on a page with twenty.
    const again = await stale({ files: partsWith({ language: 'sq' }) }, { files: partsWith({}) });
    expect(again).toContain('/series/lake/page/2/');
  });
});

describe('a field that is added', () => {
  /** What has to be made again when the fifth story’s values, or a topic’s, have one field more. */
  const again = async (change: (published: Edition) => Partial<Published>) => {
    const edition = await editionOf(files);
    return otherKeys(keysIn(edition), keysIn(withLookups({ ...edition, ...change(edition) })));
  };
  const added = { added: 'a value' };
  const fifth = ({ slug }: { slug: string }) => slug === 'story-5';
  const pages = (paths: string[]) => paths.filter((path) => !path.includes('/'));

  it('to stories is in the keys of the story’s page and of all that name it', async () => {
    const paths = await again(({ stories }) => ({
      stories: stories.map((one) => (fifth(one) ? { ...one, ...added } : one)),
    }));
    // Its neighbors are those of its topic, too.
    expect(pages(paths)).toEqual(['6', '5', '4']);
    expect(paths).toEqual(expect.arrayContaining(['/military/', '/tags/kuwait/', '/2021/03/']));
    expect(paths).not.toContain('/tags/ksf/');
  });

  it('to texts is in the keys of the story’s page and of the feeds and sitemaps that have it', async () => {
    const paths = await again(({ stories }) => ({
      stories: stories.map((one) =>
        fifth(one) ? { ...one, text: { ...one.text, ...added } } : one,
      ),
    }));
    expect(pages(paths)).toEqual(['5']);
    expect(paths).toEqual(expect.arrayContaining([...feeds('/tags/kuwait/'), sitemaps[1]]));
    expect(paths).not.toContain('/tags/kuwait/');
  });

  it('to contexts is in the key of the story’s page', async () => {
    const paths = await again(({ stories, contexts }) => {
      const { id } = stories.find(fifth)!;
      return { contexts: new Map([...contexts, [id, { ...contexts.get(id)!, ...added }]]) };
    });
    expect(pages(paths)).toEqual(['5']);
  });

  it('to contexts stands for what is said of a story that it names', async () => {
    const naming = async (headline: string) => {
      const edition = await editionOf({ ...files, [name(1)]: told(1, { headline }) });
      const [first, last] = [edition.stories.at(-1)!, edition.stories[0]!];
      const rival = { ...edition.contextOf(last), rival: { of: [first.id] } };
      const contexts = new Map([...edition.contexts, [last.id, rival]]);
      return keysIn(withLookups({ ...edition, contexts })).get(last.address);
    };
    expect(await naming('One')).not.toBe(await naming('Another'));
  });

  it('to lists is in the keys of their pages, their feeds and all stories on them', async () => {
    const paths = await again(({ tags }) => ({
      tags: tags.map((tag) => (tag.key === 'kuwait' ? { ...tag, ...added } : tag)),
    }));
    expect(pages(paths)).toEqual(expect.arrayContaining(['6', '5', '4']));
    expect(pages(paths)).not.toContain('1');
    expect(paths).toEqual(expect.arrayContaining(['/tags/kuwait/', ...feeds('/tags/kuwait/')]));
    expect(paths).not.toContain('/tags/kosovo/');
  });
});

it('names the stories and the files of each page', async () => {
  const edition = await editionOf(files);
  const shown = pageInputs(edition, '', () => '');
  const story = edition.stories[0]!;
  expect(shown.get(story.address)).toMatchObject({
    files: ['2021/03/09/story-9/index.html', '2021/03/09/story-9/index.md'],
    stories: [story],
  });
  expect(shown.get('/tags/ksf/')?.files).toEqual(['tags/ksf/index.html']);
  expect(shown.get('/tags/ksf/feed.xml')).toMatchObject({
    files: ['tags/ksf/feed.xml'],
    stories: edition.stories.slice(0, 3),
  });
});
