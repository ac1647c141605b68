import { describe, expect, it } from 'vitest';
import type { Associated, Ninjs } from '../../src/outputs/wire/ninjs.ts';
import { wire } from '../../src/outputs/wire/wire.ts';
import { hostileHeadline, longHeadline } from '../fixture.ts';
import { editionOf, bundlesOf, idOf, png, story, storyFile, type Files } from './content.ts';
import { problemsOf } from './ninjs-schema.ts';

/** The wire of a content folder. */
async function wireOf(files: Files): Promise<Ninjs & { associations: Associated[] }> {
  const edition = await editionOf({ 'articles/2021/03/troops/a.png': png, ...files });
  return JSON.parse(wire(edition, bundlesOf(edition))) as never;
}

/** The one story of the wire. */
async function itemOf(fields: Record<string, string>, text?: string, files: Files = {}) {
  const list = await wireOf({ [storyFile]: story(fields, text), ...files });
  expect(problemsOf(list)).toEqual([]);
  return list.associations[0]!;
}

const id = 'urn:uuid:b082b392-279c-4638-81bd-00da3af204db';
const lead = '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: A/AP';
const wording = (role: string, value: string) => [{ role, contentType: 'text/plain', value }];

describe('the schema of the tests', () => {
  it.each([
    [{}, [" must have required property 'uri'"]],
    [{ uri: id, versioncreated: '2021-03-09' }, [' must NOT have unevaluated properties']],
    [{ uri: id, versionCreated: '2021-03-09' }, ['/versionCreated must match format "date-time"']],
    [{ uri: id, bodies: [{ role: 'main' }] }, ["/bodies/0 must have required property 'value'"]],
    [
      { uri: id, associations: [{ uri: id }] },
      ["/associations/0 must have required property 'name'"],
    ],
  ])('refuses %j', (item, problems) => {
    expect(problemsOf(item)).toEqual(problems);
  });
});

describe('the list', () => {
  it('is a composite item of the stories, dated by the last change', async () => {
    const list = await wireOf({
      'articles/a.md': story({ id: idOf(1), headline: 'Two', published: '2021-03-10' }),
      [storyFile]: story({ updated: '2021-09-11 09:00' }),
    });
    expect(problemsOf(list)).toEqual([]);
    const { associations, ...rest } = list;
    expect(rest).toEqual({
      uri: 'https://anh.example/wire.json',
      standard: {
        name: 'ninjs',
        version: '3.2',
        schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.2.json',
      },
      type: 'composite',
      title: 'The newest stories of ANH',
      language: 'en-US',
      versionCreated: '2021-09-11T09:00:00+02:00',
    });
    expect(associations.map(({ name, rel, uri }) => [name, rel, uri])).toEqual([
      ['Two', 'story', `urn:uuid:${idOf(1)}`],
      ['Kosovo sends troops to Kuwait', 'story', id],
    ]);
  });

  it('may be empty', async () => {
    const list = await wireOf({ [storyFile]: undefined });
    expect(problemsOf(list)).toEqual([]);
    expect(list.associations).toEqual([]);
    expect(list.versionCreated).toBeUndefined();
  });
});

describe('a story', () => {
  it('names the series that it is a part of', async () => {
    const series = { 'series.yaml': 'army:\n  name: A new army\n' };
    const item = await itemOf({ series: 'army' }, 'One.', series);
    expect(item.subjects?.at(-1)).toEqual({
      name: 'A new army',
      uri: 'https://anh.example/series/army/',
      rel: 'series',
    });
  });

  it('has every field, and is an item by itself', async () => {
    const item = await itemOf(
      {
        tags: '[kuwait, kosovo]',
        kind: 'analysis',
        dateline: 'PRISTINA, Kosovo',
        published: '2021-03-09 14:30',
        places: '[{ name: Pristina, at: [42.6629, 21.1655] }]',
        expires: '2031-01-01',
      },
      'One [two](/about/).',
      { 'pages/about.md': '---\ntitle: About\ndescription: About.\n---\n\nWrite.\n' },
    );
    const { name, rel, ...alone } = item;
    expect(problemsOf(alone)).toEqual([]);
    expect([name, rel]).toEqual(['Kosovo sends troops to Kuwait', 'story']);
    expect(alone).toEqual({
      uri: id,
      standard: expect.objectContaining({ version: '3.2' }) as unknown,
      type: 'text',
      language: 'en-US',
      pubStatus: 'usable',
      firstCreated: '2021-03-09T14:30:00+01:00',
      versionCreated: '2021-03-09T14:30:00+01:00',
      contentCreated: '2021-03-09T14:30:00+01:00',
      expires: '2031-01-01T00:00:00+01:00',
      headlines: wording('main', 'Kosovo sends troops to Kuwait'),
      descriptions: wording('summary', 'A platoon leaves Pristina.'),
      bodies: [
        {
          role: 'main',
          contentType: 'text/html',
          wordCount: 2,
          value:
            '<p><span class="dateline">PRISTINA, Kosovo</span> — One <a href="https://anh.example/about/">two</a>.</p>',
        },
      ],
      by: 'Anthony Barnett',
      located: 'PRISTINA, Kosovo',
      people: [
        {
          name: 'Anthony Barnett',
          uri: 'https://anh.example/authors/anthony-barnett/',
          rel: 'author',
        },
      ],
      infoSources: [{ name: 'ANH', role: 'publisher', uri: 'https://anh.example/' }],
      copyrightHolder: 'ANH',
      subjects: [
        { name: 'Military', uri: 'https://anh.example/military/', rel: 'section' },
        { name: 'Kuwait', uri: 'https://anh.example/tags/kuwait/', rel: 'about' },
        { name: 'Kosovo', uri: 'https://anh.example/tags/kosovo/', rel: 'about' },
      ],
      genres: [{ name: 'analysis', uri: 'http://cv.iptc.org/newscodes/genre/Analysis' }],
      places: [{ name: 'Pristina', geoJSON: { type: 'Point', coordinates: [21.1655, 42.6629] } }],
      altIds: [{ role: 'canonical', value: 'https://anh.example/2021/03/09/troops/' }],
    });
  });

  it.each([
    ['2021-03-09', '2021-03-09T00:00:00+01:00'],
    ['2021-07-09', '2021-07-09T00:00:00+02:00'],
    ['2021-03-09 00:00', '2021-03-08T23:00:00Z'],
    ['2021-03-09T00:00+01:00', '2021-03-08T23:00:00Z'],
    ['2021-03-09T23:00:07Z', '2021-03-10T00:00:07+01:00'],
  ])('has a day and a time in forms that can be told apart: %s', async (published, told) => {
    expect((await itemOf({ published })).firstCreated).toBe(told);
  });

  it('names whose reporting it rests on, and claims nothing of it', async () => {
    const source = '{ name: The AP, byline: L. Semini, place: Tirana, url: https://ap.example/a }';
    const { infoSources, copyrightHolder, associations } = await itemOf({ source });
    expect(infoSources?.map(({ name, role }) => [name, role])).toEqual([
      ['The AP', 'source'],
      ['ANH', 'publisher'],
    ]);
    expect(copyrightHolder).toBeUndefined();
    expect(associations).toEqual([
      {
        name: 'Source',
        rel: 'source',
        uri: 'https://ap.example/a',
        type: 'text',
        infoSources: [{ name: 'The AP', role: 'source' }],
        by: 'L. Semini',
        located: 'Tirana',
      },
    ]);
  });

  it('tells its changes to editors in a note and to programs one by one', async () => {
    const { edNote, versionCreated, associations } = await itemOf({
      updated: '2021-03-10 09:00',
      corrections:
        '\n  - { date: 2021-03-11, kind: correction, text: It is 34. }\n  - { date: 2021-03-12 08:00, kind: clarification, text: Only some. }',
    });
    expect(edNote).toBe(
      'Correction, March 11, 2021: It is 34.\n' +
        'Update, March 10, 2021 at 9:00 AM Central European Time: More is known.\n' +
        'Clarification, March 12, 2021 at 8:00 AM Central European Time: Only some.',
    );
    expect(versionCreated).toBe('2021-03-12T08:00:00+01:00');
    const told = associations?.map((change) => [
      change.rel,
      change.uri,
      change.contentCreated,
      change.bodies?.[0]?.value,
    ]);
    expect(told).toEqual([
      ['update', `${id}#update`, '2021-03-10T09:00:00+01:00', 'More is known.'],
      ['correction', `${id}#correction-1`, '2021-03-11T00:00:00+01:00', 'It is 34.'],
      ['clarification', `${id}#correction-2`, '2021-03-12T08:00:00+01:00', 'Only some.'],
    ]);
  });

  it('is canceled when it was taken back, with neither text nor pictures', async () => {
    const item = await itemOf(
      {
        lead,
        corrections: '\n  - { date: 2021-03-11, kind: retraction, text: It did not happen. }',
      },
      'Zyx.',
    );
    expect(item).toMatchObject({
      pubStatus: 'canceled',
      headlines: wording('main', 'Retracted: Kosovo sends troops to Kuwait'),
      edNote: 'Retraction, March 11, 2021: It did not happen.',
    });
    expect(item.bodies).toBeUndefined();
    expect(item.associations?.map(({ rel }) => rel)).toEqual(['retraction']);
    expect(JSON.stringify(item)).not.toMatch(/Zyx|a\.jpg/);
  });
});

describe('pictures', () => {
  it('are items with a file, their words and their rights', async () => {
    const rights =
      '\n  a.png: { holder: The AP, licence: CC BY 4.0, licenceUrl: https://cc.example/, expires: 2031-01-01 }';
    const { associations } = await itemOf({ lead, rights });
    expect(associations).toEqual([
      {
        name: 'lead',
        rel: 'lead',
        uri: `${id}#a`,
        type: 'picture',
        descriptions: [...wording('caption', 'In Pristina.'), ...wording('alt', 'Soldiers stand')],
        by: 'A/AP',
        infoSources: [{ name: 'A/AP', role: 'credit' }],
        copyrightHolder: 'The AP',
        usageTerms: 'CC BY 4.0',
        rightsInfo: { linkedRights: 'https://cc.example/' },
        expires: '2031-01-01T00:00:00+01:00',
        renditions: [
          {
            name: 'main',
            href: 'https://anh.example/_astro/a.jpg',
            contentType: 'image/jpeg',
            width: 1200,
            height: 900,
            sizeInBytes: 54321,
          },
        ],
      },
    ]);
  });

  it('stand in the text with their captions, and again as items', async () => {
    const { bodies, associations } = await itemOf(
      {},
      'One.\n\n![Two](a.png "Three (3). (Drawing: ANH)")\n\n:::pull-quote{speaker="Four"}\nFive.\n:::',
    );
    expect(bodies?.[0]?.value).toBe(
      '<p>One.</p><figure><img src="https://anh.example/_astro/a.jpg" alt="Two">' +
        '<figcaption>Three (3). (Drawing: ANH)</figcaption></figure>' +
        '<figure class="pull-quote"><blockquote><p>Five.</p></blockquote><figcaption>Four</figcaption></figure>',
    );
    expect(associations?.map(({ name, rel, type }) => [name, rel, type])).toEqual([
      ['picture 1', 'illustration', 'graphic'],
    ]);
  });

  it('that may not be republished leave only their words', async () => {
    const text = 'One.\n\n![Two](b.png "Three. (ANH)")';
    const files = { 'articles/2021/03/troops/b.png': png };
    const rights = '\n  a.png: { syndicate: false }\n  b.png: { syndicate: false }';
    const item = await itemOf({ lead, rights }, text, files);
    expect(item.bodies?.[0]?.value).toBe(
      '<p>One.</p><figure><figcaption>Three. (ANH)</figcaption></figure>',
    );
    expect(item.associations).toMatchObject([
      { rel: 'lead', by: 'A/AP', usageTerms: 'This image may not be republished.' },
      { name: 'picture 1', descriptions: [{ value: 'Three.' }, { value: 'Two' }] },
    ]);
    expect(JSON.stringify(item)).not.toMatch(/renditions|\.(?:jpg|png)/);
  });

  it('that have to be covered leave their words and the warning', async () => {
    const pictures = '\n  a.png: { warning: Shows a body, focus: 40% 30% }';
    const item = await itemOf({ lead, pictures });
    expect(item.associations).toMatchObject([
      {
        rel: 'lead',
        edNote: 'Content warning: Shows a body',
        descriptions: [{ value: 'In Pristina.' }, { value: 'Soldiers stand' }],
      },
    ]);
    expect(JSON.stringify(item)).not.toMatch(/renditions|\.(?:jpg|png)/);
  });

  it('say in px of their file where the focus is', async () => {
    const { associations } = await itemOf({ lead, pictures: '\n  a.png: { focus: 40% 30% }' });
    expect(associations?.[0]?.renditions).toMatchObject([
      { width: 1200, height: 900, poi: { x: 480, y: 270 } },
    ]);
  });
});

it.each([hostileHeadline, longHeadline, '\u05E9\u05DC\u05D5\u05DD & مرحبا 🎉 ]]>'])(
  'keeps every character of %j',
  async (words) => {
    const quoted = JSON.stringify(words);
    const item = await itemOf({ headline: quoted, standfirst: quoted, dateline: '"A & <B>"' });
    expect(item.name).toBe(words);
    expect(item.headlines).toEqual(wording('main', words));
    expect(item.descriptions).toEqual(wording('summary', words));
    expect(item.bodies?.[0]?.value).toContain('A &amp; &lt;B>');
  },
);
