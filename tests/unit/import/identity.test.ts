import { describe, expect, it } from 'vitest';
import { readVocabulary } from '../../../src/desk/vocabulary.ts';
import { DraftsFolder } from '../../../src/import/drafts-folder.ts';
import { file, termNamed } from '../../../src/import/filing.ts';
import { addressIn, formerAddresses, readable } from '../../../src/import/former-address.ts';
import { idFor, slugFor, slugOfSource } from '../../../src/import/identity.ts';
import { emptyStory, type ImportedStory } from '../../../src/import/imported-story.ts';
import type { ImportOptions } from '../../../src/import/options.ts';
import { NewTags } from '../../../src/import/new-tags.ts';
import { sayLeading } from '../../../src/import/old-lists.ts';
import { identified, placeOf } from '../../../src/import/placing.ts';
import { settleLanguage } from '../../../src/import/settle-language.ts';
import { contentFolder, idOf, publication, type Files } from '../content.ts';

/** An empty newsroom, and a story that is brought to it. */
function newsroom(files: Files = {}) {
  const content = contentFolder(files);
  const vocabulary = readVocabulary(content);
  const order = { content, vocabulary, wishes: {} } as unknown as ImportOptions;
  return { content, vocabulary, order, drafts: new DraftsFolder(content, vocabulary) };
}
const story = (parts: Partial<ImportedStory>): ImportedStory => ({ ...emptyStory('m'), ...parts });
const found = (value: string) => ({ value, how: 'taken' as const });

describe('the id of a story', () => {
  it('counts with its feed, unless it names one thing everywhere', () => {
    expect(idFor('7', 'a')).not.toBe(idFor('7', 'b'));
    expect(idFor('7', '')).toBe(idFor('7'));
    for (const uri of ['urn:7', 'https://a.example/7', 'tag:a,2021:7'])
      expect(idFor(uri, 'a')).toBe(idFor(uri));
    for (const none of ['urn: 7', '7:a', ':7']) expect(idFor(none, 'a')).not.toBe(idFor(none));
    for (const uuid of [idOf(1), `urn:uuid:${idOf(1)}`]) expect(idFor(uuid, 'a')).toBe(idOf(1));
    expect(idFor(`x${idOf(1)}`)).not.toContain(idOf(1));
  });

  it('is given one where it has none, and its file is its feed', () => {
    const { order, drafts } = newsroom();
    const known = (parts: Partial<ImportedStory>) =>
      identified(story(parts), '/in/a.xml', order, drafts);
    expect(known({})).toMatchObject({ sourceId: 'm', feed: 'a.xml' });
    expect(known({ feed: 'f' })).toMatchObject({ sourceId: 'm', feed: 'f' });
    const { sourceId, feed } = known({ sourceId: '' });
    expect([sourceId.length, feed]).toEqual([64, undefined]);
    expect(known({ sourceId: '', tags: ['x'] }).sourceId).not.toBe(sourceId);
  });

  it('comes home where its source is this newsroom', () => {
    const { order, drafts } = newsroom();
    const from = (name: string) =>
      identified(
        story({ source: { name: found(name), url: found('https://anh.example/1') } }),
        'a',
        order,
        drafts,
      );
    expect(from('ANH')).toMatchObject({
      ...{ source: {}, link: 'https://anh.example/1' },
      notes: ['Its source, ANH, is this newsroom.'],
    });
    const other = from('AP');
    expect([other.source.name?.value, other.link, other.notes]).toEqual(['AP', undefined, []]);
  });

  it('says where its story lies', () => {
    const { order, drafts } = newsroom();
    const place = (parts: Partial<ImportedStory>, into?: string) =>
      placeOf(story(parts), { ...order, ...(into && { into }) }, drafts).place;
    const headline = found('A boat');
    expect(place({ headline })).toBe('articles/undated/a-boat/index.md');
    expect(place({ headline, published: found('2021-03-09T10:00:00Z') })).toBe(
      'articles/2021/03/a-boat/index.md',
    );
    expect(place({ headline, slug: 'The-Boat_x' }, 'wire')).toBe(
      'articles/wire/the-boat-x/index.md',
    );
    expect(place({ headline: found('Übung'), language: found('de') })).toContain('/uebung/');
    expect(place({})).toMatch(/^articles\/undated\/story-[0-9a-f]{8}\//);
  });

  it('has a name like that of its address', () => {
    expect(
      ['a-boat', 'A%20boat', 'a_b/c', '%ff', ''].map((slug) => slugOfSource(slug, 'en')),
    ).toEqual([...['a-boat', 'a-boat', 'a-b-c', '', '']]);
    expect(slugFor('A boat', 'en', 'm')).toBe('a-boat');
  });
});

describe('addresses of before', () => {
  it.each([
    ['https://a.example/b/', '/', '/b/'],
    ['/b/?p=1', '/', '/b/?p=1'],
    ['//a.example/b', '/', '/b'],
    ['b', '/', undefined],
    ['mailto:a@a.example', '/', undefined],
    ['https://[', '/', undefined],
    ['https://a.example/news/b/', '/news/', '/b/'],
    ['https://a.example/newsroom/', '/news/', '/newsroom/'],
  ])('are read below the front page: %s at %s', (link, base, address) => {
    const found = addressIn(link, base);
    expect(found?.replace(/\/$/, '')).toBe(address?.replace(/\/$/, ''));
  });

  it('are readable, but for what nobody would see', () => {
    expect(['/café/', '/a b/', '/a\u00A0b/', '/a\u200Cb/'].map(readable)).toEqual([
      ...['/café/', '/a b/', '/a%C2%A0b/', '/a%E2%80%8Cb/'],
    ]);
  });

  const former = (parts: Partial<ImportedStory>, path = 'articles/boat/index.md') => {
    const { drafts } = newsroom();
    const { ids, surroundings } = drafts;
    const kept = formerAddresses(story(parts), path, idOf(9), ids, surroundings);
    return { values: kept.former.map(({ value }) => value.replace(/\/$/, '')), left: kept.left };
  };
  const published = found('2021-03-09');

  it.each<[Partial<ImportedStory>, string[], string[]]>([
    [{}, [], []],
    [{ link: '/old/', otherLinks: ['/old', '/older/', 'x'] }, ['/old', '/older'], ['x']],
    [{ link: '/2021/03/09/boat/', published }, [], ['/2021/03/09/boat/']],
    [{ otherLinks: ['/2021/03/09/boat/'], published }, [], []],
    [{ link: '/2021/03/08/boat/' }, [], ['/2021/03/08/boat/']],
    [{ link: '/2021/03/08/boat/', published }, ['/2021/03/08/boat'], []],
    [{ link: '/old/' }, ['/old'], []],
    [{ link: '/military/', published }, [], ['/military/']],
    [{ link: '/Old_1/', published }, ['/Old_1'], []],
    [{ link: '/2021/', published }, [], ['/2021/']],
    [{ link: '/?p=1', published }, ['/?p=1'], []],
  ])('lead to the story, or are left: %j', (parts, values, left) => {
    expect(former(parts)).toEqual({ values, left });
  });
});

describe('names of a source', () => {
  const { vocabulary } = newsroom({
    'tags.yaml': 'kosovo:\n  name: Kosovo\nmilitary-x:\n  name: Culture\n',
  });

  it('are terms of one list or the other', () => {
    expect(termNamed('Kosovo', 'tag', vocabulary)).toEqual({ list: 'tags', key: 'kosovo' });
    expect(termNamed('Kosovo', 'section', vocabulary)).toEqual({ list: 'tags', key: 'kosovo' });
    expect(termNamed('military', 'tag', vocabulary)).toEqual({ list: 'sections', key: 'military' });
    expect(termNamed('Anthony Barnett', 'author', vocabulary)?.key).toBe('anthony-barnett');
    expect(termNamed('Kosovo', 'author', vocabulary)).toBeUndefined();
  });

  it('are filed once, by the section that is wished or found', () => {
    const filed = (parts: Partial<ImportedStory>, wishes = {}) =>
      file(story(parts), vocabulary, wishes);
    expect(filed({ sections: ['Military', 'Sea'], tags: ['military'] })).toMatchObject({
      ...{ section: 'military', unknownTags: [], unknownSections: ['Sea'] },
    });
    expect(filed({ sections: ['Sea', 'Sea'] })).toMatchObject({ unknownSections: ['Sea'] });
    expect(filed({ sections: ['Sea'] })).not.toHaveProperty('section');
    expect(filed({ tags: ['x'], series: 'none' })).toMatchObject({ unknownTags: ['x'] });
    expect(filed({ series: 'none' })).not.toHaveProperty('series');
    expect(
      filed({ authors: ['Anthony Barnett'], about: 'anthony barnett writes' }).authors,
    ).toEqual(['anthony-barnett']);
  });

  it('are new tags under keys of their own', () => {
    const { content, vocabulary: own } = newsroom();
    const tags = new NewTags(content, own.tags);
    expect(tags.write()).toBe(0);
    expect(tags.add('Kosovo', 'en')).toBe('kosovo-2');
    expect(tags.add('Übung', 'de')).toBe('uebung');
    expect(tags.add('🎉', 'en')).toMatch(/^tag-[0-9a-f]{8}$/);
    expect(tags.add('x'.repeat(500), 'en')).toBeUndefined();
    expect([
      tags.lead('uebung', '/a/'),
      tags.lead('uebung', '/b/'),
      tags.lead('kosovo', '/c/'),
    ]).toEqual([true, true, false]);
    expect(own.tags.get('uebung')).toEqual({ name: 'Übung', formerly: ['/a/', '/b/'] });
    expect([tags.write(), tags.write()]).toEqual([3, 0]);
    expect(readVocabulary(content).tags.has('uebung')).toBe(true);
  });

  it('of lists are said with their file', () => {
    const term = { key: 'k', formerly: ['/a/', '/b/'], isWritten: false };
    expect(sayLeading({ file: 'tags.yaml', ...term })).toBe('tags.yaml, k: formerly: [/a/, /b/]');
    expect(sayLeading({ file: 'authors/k.yaml', ...term })).toBe(
      'authors/k.yaml: formerly: [/a/, /b/]',
    );
  });
});

describe('the language of a story', () => {
  const settled = (value: string, own: string, how: 'taken' | 'guessed' = 'taken') => {
    const imported = story({ language: { value, how } });
    settleLanguage(imported, own, () => false);
    return [imported.language?.value, ...imported.lost.map(({ text }) => text)];
  };
  it.each([
    ['en', 'en', 'taken', [undefined]],
    ['en', 'en-US', 'taken', [undefined]],
    ['en-GB', 'en-US', 'taken', ['en-GB']],
    ['en-GB', 'en-US', 'guessed', [undefined]],
    ['en_us', 'en-US', 'taken', [undefined]],
    ['sr', 'sr-Cyrl', 'taken', [undefined]],
    ['sr-Cyrl', 'sr', 'taken', [undefined]],
    ['sr-Latn', 'sr', 'guessed', ['sr-Latn']],
    ['eng', 'en', 'taken', [undefined]],
    ['e', 'en', 'taken', [undefined, 'e']],
    ['pt', 'en', 'guessed', ['pt']],
    ['no language', 'en', 'taken', [undefined, 'no language']],
  ] as const)('%s in a newsroom of %s, %s', (value, own, how, left) => {
    expect(settled(value, own, how)).toEqual(left);
  });

  it('may be that of a translation whose original is here', () => {
    const original = (from?: string) =>
      story({ translationOf: { ...found('o'), ...(from && { from }) } });
    const [here, gone, bare] = [original('urn:o'), original('urn:o'), original()];
    settleLanguage(here, 'en', (id) => id === 'o');
    for (const one of [gone, bare]) settleLanguage(one, 'en', () => false);
    expect([here.translationOf?.value, here.lost]).toEqual(['o', []]);
    expect([gone, bare].map(({ translationOf, lost }) => [translationOf, lost[0]?.text])).toEqual([
      [undefined, 'urn:o'],
      [undefined, ''],
    ]);
  });

  it('is that of the newsroom, whose address tells the front page', () => {
    const { drafts } = newsroom({
      'publication.yaml': publication({ url: 'https://a.example/news/' }),
    });
    expect(drafts.surroundings.base).toBe('/news/');
  });
});
