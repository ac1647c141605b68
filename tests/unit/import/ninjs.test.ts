import { describe, expect, it } from 'vitest';
import type { ImportedStory } from '../../../src/import/imported-story.ts';
import type { Incoming } from '../../../src/import/incoming.ts';
import { readNinjs } from '../../../src/import/ninjs.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';

const all = (data: object) => [...readNinjs(JSON.stringify(data))];
const isStory = (one: Incoming): one is ImportedStory => 'sourceId' in one;

/** The story of an item. */
function read(item: object): ImportedStory {
  const [story] = all({ uri: 'urn:1', headline: 'A boat', ...item });
  if (!story || !isStory(story)) throw new Error(JSON.stringify(story));
  return story;
}

const lostOf = (item: object) => read(item).lost;
const bodyOf = (item: object) => toMarkdown(read(item).text).trim();

describe('the filing of ninjs', () => {
  it.each(['subject', 'subjects', 'person', 'people', 'organisation', 'organisations'])(
    'is by what it is about: %s',
    (list) => expect(read({ [list]: [{ name: 'KSF' }, {}] }).tags).toEqual(['KSF']),
  );

  it.each(['event', 'events', 'keywords'])('is by what it is about: %s', (list) => {
    expect(read({ [list]: [{ literal: 'Boat show' }] }).tags).toEqual(['Boat show']);
  });

  it('says of a name what it is', () => {
    const subjects = [
      { name: 'Sea', rel: 'section' },
      { name: 'Ana Reis', rel: 'author' },
      { name: '', rel: 'series' },
      { name: 'Ports', rel: 'series' },
      { name: 'Boats', rel: 'series' },
      { name: 'Kosovo', rel: 'about' },
    ];
    expect(read({ subjects })).toMatchObject({
      sections: ['Sea'],
      authors: ['Ana Reis'],
      series: 'Ports',
      tags: ['Boats', 'Kosovo'],
    });
  });

  it.each([
    [{ type: 'Point', coordinates: [20, 42] }, [42, 20]],
    [{ type: 'Polygon', coordinates: [20, 42] }, undefined],
    [{ type: 'Point', coordinates: '20 42' }, undefined],
    [{ type: 'Point', coordinates: ['20', 42] }, undefined],
    [{ type: 'Point', coordinates: [20, '42'] }, undefined],
    [undefined, undefined],
  ])('has a place by its point, and else a topic: %j', (geoJSON, at) => {
    for (const list of ['place', 'places']) {
      const { places, tags } = read({ [list]: [{ name: 'Lowport', geoJSON }, { geoJSON }] });
      expect({ places, tags }).toEqual({
        places: at ? [{ name: 'Lowport', at }] : [],
        tags: at ? [] : ['Lowport'],
      });
    }
  });

  it('has a genre that is a kind of story, and else a section', () => {
    for (const list of ['genre', 'genres']) {
      const { kind, sections } = read({ [list]: [{ name: 'Analysis' }, { name: 'Sea' }, {}] });
      expect([kind, sections]).toEqual([{ value: 'analysis', how: 'taken' }, ['Sea']]);
    }
  });
});

describe('the source of ninjs', () => {
  it.each([
    [{ infosource: [{ name: 'AP' }], copyrightHolder: 'AP' }, 'AP', []],
    [{ infosources: [{ literal: 'Lusa' }, { name: 'EFE' }] }, 'Lusa', ['EFE']],
    [{ infosource: [{ name: 'Lusa' }], copyrightHolder: 'EFE', provider: 'x' }, 'Lusa', ['EFE']],
    [{ copyrightHolder: 'EFE', provider: 'x' }, 'EFE', []],
    [{ provider: 'EFE' }, 'EFE', []],
    [{}, undefined, []],
  ])('is who is named first: %j', (item, name, others) => {
    const { source, lost, feed } = read(item);
    expect(source.name?.from).toBe(name);
    expect(feed).toBe(name);
    const texts = lost.filter(({ what }) => what === 'another source').map(({ text }) => text);
    expect(texts).toEqual(others);
  });

  it('is called by its full name where it has one', () => {
    expect(read({ provider: 'AP' }).source.name?.value).toBe('The Associated Press (AP)');
  });

  it.each([
    [{ altids: [{ value: 'x:1' }, { value: 'https://a.example/1' }] }, 'https://a.example/1'],
    [
      { altids: [{ url: 'https://a.example/1', link: 'https://a.example/2' }] },
      'https://a.example/1',
    ],
    [
      { link: 'http://a.example/1', altids: { web: { link: 'ftp://a.example/1' } } },
      'http://a.example/1',
    ],
    [{ url: 'https://[' }, undefined],
    [{ url: '/1' }, undefined],
  ])('is at an address of the web: %j', (item, url) => {
    expect(read(item).source.url?.value).toBe(url);
  });

  it.each([
    [{ byline: 'By Ana Reis', by: 'x' }, 'Ana Reis', 'By Ana Reis'],
    [{ by: 'Ana Reis' }, 'Ana Reis', 'Ana Reis'],
    [{ bylines: [{ value: 'Por Ana' }] }, 'Ana', 'Por Ana'],
    [{ by: ' ' }, undefined, undefined],
  ])('is who signs: %j', (item, value, from) => {
    const { byline } = read(item).source;
    expect([byline?.value, byline?.from]).toEqual([value, from]);
  });
});

describe('the times of ninjs', () => {
  const [nine, ten, noon] = ['09', '10', '12'].map((hour) => `2026-11-30T${hour}:00:00Z`) as [
    string,
    string,
    string,
  ];

  it.each([
    [{ firstPublished: nine, firstCreated: ten, versionCreated: noon }, nine, noon],
    [{ firstcreated: nine, versioncreated: nine }, nine, undefined],
    [{ versioncreated: ten }, ten, undefined],
    [{ firstcreated: ten, versioncreated: nine }, ten, undefined],
    [{ firstcreated: ten, contentModified: noon }, ten, noon],
    [{ contentModified: noon }, undefined, undefined],
  ])('are those of publication and of the last version: %j', (item, published, changed) => {
    const story = read(item);
    expect([story.published?.value, story.changed]).toEqual([published, changed]);
  });

  it.each([
    ['2026-11-30T00:00:00+01:00', { value: '2026-11-30', how: 'guessed' }],
    ['2026-11-30T00:00:00.000+01:00', { value: '2026-11-30' }],
    ['2026-11-30T00:00:00Z', { value: '2026-11-30T00:00:00Z', how: 'taken' }],
    ['2026-11-30T00:01:00+01:00', { value: '2026-11-29T23:01:00Z' }],
    ['soon', undefined],
  ])('are a day where they are its start: %s', (firstCreated, published) => {
    if (published) expect(read({ firstCreated }).published).toMatchObject(published);
    else expect(read({ firstCreated }).published).toBeUndefined();
  });

  it('are taken one by one where changes are', () => {
    const change = { rel: 'update', versionCreated: noon, bodies: [{ value: 'More is known.' }] };
    const wrong = { rel: 'correction', contentCreated: ten, bodies: [{ value: 'It was five.' }] };
    const item = { firstcreated: nine, versioncreated: noon };
    expect(read({ ...item, associations: [change] })).toMatchObject({
      updated: { value: noon },
      updateNote: { value: 'More is known.' },
    });
    const { corrections, updated, changed } = read({ ...item, associations: [wrong] });
    expect([corrections, updated, changed]).toEqual([
      [{ date: ten, kind: 'correction', text: 'It was five.' }],
      undefined,
      undefined,
    ]);
  });

  it.each([
    [{ bodies: [{ value: 'It was five.' }] }, 'It was five.'],
    [{ versionCreated: noon }, 'correction'],
  ])('of a change are reported where they or its words are missing: %j', (entry, text) => {
    const { corrections, lost } = read({ associations: [{ rel: 'correction', ...entry }] });
    expect(corrections).toEqual([]);
    expect(lost).toContainEqual({ what: 'correction without time or words', text });
  });

  it.each([
    [{ embargoed: false }, false],
    [{ embargoed: null }, false],
    [{ embargoedUntil: true }, true],
    [{ embargoed: '' }, true],
  ])('may be an embargo: %j', (item, isHeld) => {
    expect(read(item).held !== undefined).toBe(isHeld);
  });
});

describe('the text of ninjs', () => {
  it.each([
    [{ body_html: '<p>One</p>', body_xhtml: '<p>x</p>', body_text: 'One' }, 'One'],
    [{ body_xhtml: '<p>One</p>' }, 'One'],
    [
      {
        bodies: [
          { contentType: 'text/plain', value: 'a' },
          { contentType: 'text/html', value: '<b>a</b>' },
        ],
      },
      '**a**',
    ],
    [{ bodies: [{ role: 'main', value: '<p>One</p>' }] }, 'One'],
    [{ bodies: [{ contentType: 'text/plain', value: 'One\n\ntwo' }] }, 'One\n\ntwo'],
    [{ body_text: '' }, ''],
  ])('is HTML where there is some: %j', (item, body) => expect(bodyOf(item)).toBe(body));

  it('is reported where another has other words', () => {
    const item = { body_html: '<p>One <b>boat</b></p>' };
    expect(lostOf({ ...item, body_text: 'boat. One' })).toEqual([]);
    expect(lostOf({ ...item, body_text: 'Two  boats' })).toEqual([
      { what: 'another body, text/plain', text: 'Two boats' },
    ]);
    expect(lostOf({ body_html: '<p>Caf&eacute;</p>', body_text: 'Café' })).toEqual([]);
    expect(lostOf({ ...item, bodies: [{ value: '<i>Two</i>' }] })).toEqual([
      { what: 'another body, text', text: 'Two' },
    ]);
  });

  it.each([
    ['<p>LOWPORT — It sails.</p>', 'It sails.'],
    ['<p><b></b>LOWPORT -- It sails.</p>', 'It sails.'],
    ['<p><span>LOWPORT</span> – It sails.</p>', 'It sails.'],
    ['<p>LOWPORT is a town.</p>', 'LOWPORT is a town.'],
    ['<p>In LOWPORT — it sails.</p>', 'In LOWPORT — it sails.'],
    ['<p><b>LOWPORT</b> — It sails.</p>', '**LOWPORT** — It sails.'],
    ['<h2>A</h2><p>LOWPORT — It sails.</p>', '## A\n\nIt sails.'],
    ['', ''],
  ])('has its dateline once: %s', (body_html, body) => {
    expect(bodyOf({ located: 'LOWPORT', body_html })).toBe(body);
  });

  it('says its language, before its words do', () => {
    const body_html = '<p lang="sq">Anija lundron.</p>';
    expect(read({ body_html }).language).toMatchObject({ value: 'sq', how: 'guessed' });
    expect(read({ body_html, language: 'sr' }).language).toEqual({ value: 'sr', how: 'taken' });
  });
});

describe('what ninjs says besides', () => {
  it.each([
    [
      { uri: '', guid: 'g', title: 'T', headline: '' },
      { sourceId: 'g', headline: { value: 'T' } },
    ],
    [{ headline: '', headlines: [{ value: 'H' }], title: 'T' }, { headline: { value: 'H' } }],
    [{ version: '7' }, { version: 7 }],
    [{ version: 0 }, { version: 0 }],
    [{ description_text: 'One.', description_html: '<p>x</p>' }, { standfirst: { value: 'One.' } }],
    [
      { description_html: '<p>Tom &amp; Ann’s  <b>boat</b>.</p>' },
      { standfirst: { value: 'Tom & Ann’s boat.' } },
    ],
    [{ descriptions: [{ role: 'summary', value: 'One.' }] }, { standfirst: { value: 'One.' } }],
    [{ ednote: 'Adds quote' }, { notes: ['Note from its sender: Adds quote'] }],
    [{ edNote: '' }, { notes: [] }],
  ])('is taken: %j', (item, expected) => expect(read(item)).toMatchObject(expected));

  it('has no number of a version where it says none', () => {
    for (const version of ['', 'two', undefined])
      expect(read({ version })).not.toHaveProperty('version');
  });

  it('is reported, but for what says how it is written', () => {
    const passed = { standard: {}, type: 'text', contentCreated: 'x', name: 'y', rel: 'z' };
    expect(lostOf({ ...passed, charcount: 7 })).toEqual([{ what: 'charcount', text: '7' }]);
  });
});

it.each([
  [{ uri: 'urn:1', guid: 'g' }, 'urn:1'],
  [{ uri: 'urn:1' }, 'urn:1'],
  [{ guid: 'g' }, 'g'],
  [{}, 'A boat'],
])('names an item of ninjs that cannot be read: %j', (item, name) => {
  const body_html = '<b>'.repeat(600);
  expect(all({ headline: 'A boat', body_html, ...item })).toMatchObject([{ item: name }]);
});

describe('a list of ninjs', () => {
  const list = (...associations: object[]) => ({ uri: 'urn:l', type: 'composite', associations });
  const story = { type: 'text', headline: 'A boat', body_text: 'It sails.' };

  it('has stories, originals before translations', () => {
    const translation = {
      ...{ ...story, uri: 'urn:2' },
      associations: [{ rel: 'translatedFrom', uri: 'urn:1', language: 'en', type: 'text' }],
    };
    const stories = all(list(translation, { ...story, uri: 'urn:1' })).filter(isStory);
    expect(stories.map(({ sourceId }) => sourceId)).toEqual(['urn:1', 'urn:2']);
    expect(stories.map(({ translationOf }) => translationOf?.from)).toEqual([undefined, 'urn:1']);
    expect(stories[1]?.lost).toEqual([]);
  });

  it('is none where it has words of its own, or anything but stories', () => {
    for (const words of [{ headline: 'All' }, { bodies: [{ value: 'It.' }] }, { body_text: 'It.' }])
      expect(
        all({ ...list(story), ...words })
          .filter(isStory)
          .map(({ sourceId }) => sourceId),
      ).toEqual(['urn:l']);
    const [one] = all(list(story, { type: 'picture', uri: 'urn:p' })).filter(isStory);
    expect(one?.sourceId).toBe('urn:l');
    expect(all({ ...list(story), type: 'text' }).filter(isStory)[0]?.sourceId).toBe('urn:l');
  });

  it('tells of what else it says', () => {
    const passed = { title: 'T', standard: {}, versionCreated: 'x', language: 'en' };
    expect(all({ ...list(story), ...passed })).toHaveLength(1);
    expect(all({ ...list(story), ...passed, usageterms: 'None' })[1]).toEqual({
      aside: [{ what: 'usageterms', text: 'None' }],
    });
  });
});
