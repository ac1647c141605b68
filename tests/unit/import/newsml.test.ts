import { describe, expect, it } from 'vitest';
import type { ImportedStory } from '../../../src/import/imported-story.ts';
import type { Incoming } from '../../../src/import/incoming.ts';
import { readNewsMl } from '../../../src/import/newsml.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

/** All that is read of a file of NewsML-G2. */
async function all(items: string): Promise<Incoming[]> {
  const xml = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items}</itemSet></newsMessage>`;
  const read = [];
  for await (const one of readNewsMl(written(contentFolder(), 'n.xml', xml))) read.push(one);
  return read;
}

const isStory = (one: Incoming): one is ImportedStory => 'sourceId' in one;

interface Parts {
  item?: string;
  about?: string;
  meta?: string;
  content?: string;
  attributes?: string;
}
const story = ({ item = '', about = '', meta = '', content, attributes = '' }: Parts = {}) =>
  `<newsItem guid="urn:1"${attributes}>${item}<itemMeta>${about}</itemMeta><contentMeta>${meta}</contentMeta><contentSet>${content ?? '<inlineData>It sails.</inlineData>'}</contentSet></newsItem>`;

/** The only story of a file, and what it has besides. */
async function read(items: string) {
  const [one, ...others] = await all(items);
  if (!one || !isStory(one)) throw new Error(JSON.stringify(one));
  return { ...one, body: toMarkdown(one.text).trim(), others };
}

describe('an item of NewsML-G2', () => {
  it('has a number of its version, or none', async () => {
    expect((await read(story({ attributes: ' version="3"' }))).version).toBe(3);
    for (const attributes of ['', ' version="x"'])
      expect(await read(story({ attributes }))).not.toHaveProperty('version');
  });

  it.each([
    ['<firstCreated>2021-03-09</firstCreated>', undefined],
    ['<versionCreated>2021-03-09</versionCreated>', undefined],
    [
      '<firstCreated>2021-03-08</firstCreated><versionCreated>2021-03-09</versionCreated>',
      '2021-03-09',
    ],
  ])('was changed when a later version was made: %s', async (about, changed) => {
    expect((await read(story({ about }))).changed).toBe(changed);
  });

  it('has one headline and one standfirst; other descriptions are reported', async () => {
    const meta =
      '<headline>A boat</headline><description>One.</description><description>Two.</description>';
    expect(await read(story({ meta }))).toMatchObject({
      headline: { value: 'A boat' },
      standfirst: { value: 'One.' },
      lost: [{ what: 'description', text: 'Two.' }],
    });
  });

  it('has who signs, and where it opens without the dash', async () => {
    const meta = '<by>By Ana Reis</by><dateline>LOWPORT, Kosovo — </dateline>';
    const { source, dateline } = await read(story({ meta }));
    expect(source.byline).toEqual({ value: 'Ana Reis', how: 'taken', from: 'By Ana Reis' });
    expect(dateline?.value).toBe('LOWPORT, Kosovo');
    expect((await read(story())).source).toEqual({});
  });

  it('is filed by names, and by what else has words', async () => {
    const meta =
      '<subject qcode="medtop:1"><name>Sea</name><name>Mer</name><broader qcode="medtop:2"/><related>medtop:3</related><same>Sea</same></subject><keyword>boat</keyword><genre><name>Analysis</name></genre><keyword/><subject/><subject uri="http://a.example/s/1"/>';
    expect(await read(story({ meta }))).toMatchObject({
      tags: ['Sea', 'boat'],
      sections: ['Analysis'],
      lost: [
        { what: 'subject Sea', text: 'Mer' },
        { what: 'subject', text: 'http://a.example/s/1' },
      ],
    });
  });

  const provider = '<provider><name>EFE</name></provider>';
  const rights =
    '<rightsInfo><copyrightHolder literal="AP"/><usageTerms>None</usageTerms></rightsInfo>';
  it.each<[Parts, string | undefined, string[]]>([
    [{ meta: '<infoSource literal="Lusa"/>', about: provider, item: rights }, 'Lusa', ['provider']],
    [{ about: provider, item: rights }, 'EFE', []],
    [{ item: rights }, 'AP', []],
    [{ about: '<provider/>' }, undefined, []],
    [
      {
        meta: '<infoSource><name>EFE</name></infoSource>',
        about: provider,
        item: '<rightsInfo><copyrightHolder><name>AP</name></copyrightHolder></rightsInfo>',
      },
      'EFE',
      ['copyright holder'],
    ],
  ])('comes from whom it names first: %j', async (parts, name, others) => {
    const { source, lost, feed } = await read(story(parts));
    expect([source.name?.from, feed]).toEqual([name, name]);
    const told = lost.map(({ what }) => what).filter((what) => what !== 'usageTerms');
    expect(told).toEqual(others);
    expect(lost.some(({ text }) => text === 'None')).toBe(/usageTerms/.test(parts.item ?? ''));
  });

  it('says what its sender notes, and to what it links', async () => {
    const about =
      '<edNote>Adds quote</edNote><link residref="urn:2"/><link rel="x"><title>More</title></link><generator>G</generator><more>M</more>';
    expect(await read(story({ about }))).toMatchObject({
      notes: ['Note from its sender: Adds quote'],
      lost: [
        { what: 'link', text: 'urn:2' },
        { what: 'link', text: 'More' },
        { what: 'more', text: 'M' },
      ],
    });
  });

  const body = '<html><head><title>T</title></head><body><p>It sails.</p></body></html>';
  it.each([
    [`<inlineXML>${body}</inlineXML>`, 'It sails.', ['head']],
    ['<inlineXML><p>It sails.</p></inlineXML>', 'It sails.', []],
    ['<inlineData>One\n\ntwo</inlineData>', 'One\n\ntwo', []],
    [
      '<inlineData contenttype="text/html">One &lt;b&gt;two&lt;/b&gt;</inlineData>',
      'One **two**',
      [],
    ],
    ['<inlineData> &lt;p&gt;One&lt;/p&gt;</inlineData>', 'One', []],
    ['<inlineData>a &lt;b</inlineData>', 'a \\<b', []],
    [
      `<inlineXML>${body}</inlineXML><inlineData>Two</inlineData>`,
      'It sails.',
      ['inlineData', 'head'],
    ],
    ['', '', []],
  ])('has its text in the first of its contents: %s', async (content, text, told) => {
    const { body: found, lost } = await read(story({ content }));
    expect(found).toBe(text);
    expect(lost.map(({ what }) => what)).toEqual(told);
  });

  it('may be released by the item or by the document in it', async () => {
    const nitf = (status: string) =>
      `<inlineXML><nitf><head><docdata management-status="${status}"/></head><body><body.content><p>It.</p></body.content></body></nitf></inlineXML>`;
    const held = async (status: string, content: string) =>
      (await read(story({ about: `<pubStatus qcode="${status}"/>`, content }))).held;
    expect(await held('stat:usable', nitf('usable'))).toBeUndefined();
    expect(await held('stat:usable', nitf('canceled'))).toMatch(/canceled/);
    expect(await held('stat:withheld', nitf('usable'))).toMatch(/withholds/);
  });
});

describe('a picture of NewsML-G2', () => {
  interface Picture {
    guid?: string;
    about?: string;
    meta?: string;
    remote?: string;
    item?: string;
  }
  const picture = ({ guid = 'urn:p', about = '', meta = '', remote, item = '' }: Picture = {}) =>
    `<newsItem guid="${guid}">${item}<itemMeta><itemClass qcode="ninat:picture"/>${about}</itemMeta><contentMeta>${meta}</contentMeta><contentSet>${remote ?? '<remoteContent href="a.jpg"/>'}</contentSet></newsItem>`;
  const quay = '<description>Quay.</description>';

  it('is known by its class, or by what its file is', async () => {
    const plain = (kind: string, content: string) =>
      `<newsItem guid="urn:p">${kind}<contentSet>${content}</contentSet></newsItem>`;
    const of = (name: string) => `<itemMeta><itemClass ${name}/></itemMeta>`;
    const file = '<remoteContent href="a.jpg" contenttype="image/jpeg"/>';
    for (const item of [
      plain(of('qcode="ninat:graphic"'), file),
      plain(of('uri="http://cv.iptc.org/newscodes/ninature/picture"'), file),
      plain('', file),
    ])
      expect((await read(`${story()}${item}`)).body).toBe('It sails.\n\n![](a.jpg)');
    const text = plain('', `<inlineData>One.</inlineData>${file}`);
    expect((await all(`${story()}${text}`)).filter(isStory)).toHaveLength(2);
    const film = plain('', file.replace('image/jpeg', 'video/mp4'));
    expect((await all(`${story()}${film}`)).filter(isStory)).toHaveLength(2);
  });

  it.each([
    [
      `${quay}<headline>At night</headline>`,
      'Quay.',
      [{ what: 'picture’s headline', text: 'At night' }],
    ],
    ['<headline>At night</headline>', 'At night', []],
    [`${quay}<by>Ana</by><creditline>AP</creditline>`, 'Quay. (Ana/AP)', []],
    [`${quay}<by>Ana</by>`, 'Quay. (Ana)', []],
    [`${quay}<more>M</more>`, 'Quay.', [{ what: 'picture’s more', text: 'M' }]],
  ])('has a caption with its credit: %s', async (meta, caption, lost) => {
    const found = await read(`${story()}${picture({ meta })}`);
    expect(found.body).toBe(`It sails.\n\n![](a.jpg "${caption}")`);
    expect(found.lost).toEqual(lost);
  });

  it('is the widest of its copies; the others and its rights are reported', async () => {
    const remote =
      '<remoteContent href="s.jpg" width="wide"/><remoteContent href="l.jpg" width="900"/><remoteContent href="m.jpg" width="300"/>';
    const item = '<rightsInfo><usageTerms>None</usageTerms></rightsInfo>';
    const { body, lost } = await read(`${story()}${picture({ remote, item })}`);
    expect(body).toBe('It sails.\n\n![](l.jpg)');
    expect(lost).toEqual([
      { what: 'picture’s usageTerms', text: 'None' },
      { what: 'picture in another size', text: 'm.jpg' },
      { what: 'picture in another size', text: 's.jpg' },
    ]);
  });

  it.each([
    [
      '<embargoed>2026-12-01T05:00:00Z</embargoed>',
      'picture under an embargo until 2026-12-01T05:00:00Z',
    ],
    ['<embargoed/>', 'picture under an embargo until further notice'],
    ['<pubStatus qcode="stat:canceled"/>', 'picture that its sender marks “canceled”'],
    [
      '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>',
      'picture that its sender marks “withheld”',
    ],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/usable"/>', undefined],
    ['<pubStatus/>', undefined],
  ])('is shown when it may be: %s', async (about, what) => {
    const { body, lost } = await read(`${story()}${picture({ about, meta: quay })}`);
    expect(body).toBe(what ? 'It sails.' : 'It sails.\n\n![](a.jpg "Quay.")');
    expect(lost).toEqual(what ? [{ what, text: 'Quay. a.jpg' }] : []);
  });

  it('is shown once, where the text has it; another caption is reported', async () => {
    const content =
      '<inlineXML><html><body><p>It.</p><img src="a.jpg" alt="A boat"/></body></html></inlineXML>';
    const shown = await read(`${story({ content })}${picture({ meta: quay })}`);
    expect(shown.body).toBe('It.\n\n![A boat](a.jpg)');
    expect(shown.lost).toEqual([{ what: 'another caption', text: 'Quay.' }]);
    expect((await read(`${story({ content })}${picture()}`)).lost).toEqual([]);
    const other = await read(`${story({ content })}${picture({ remote: '', meta: quay })}`);
    expect(other.body).toBe('It.\n\n![A boat](a.jpg)\n\n![](<> "Quay.")');
  });

  it('may have the guid of another, or none', async () => {
    const two = picture({ remote: '<remoteContent href="b.jpg"/>' });
    const shown = 'It sails.\n\n![](a.jpg)\n\n![](b.jpg)';
    expect((await read(`${story()}${picture()}${two}`)).body).toBe(shown);
    const none = `${picture()}${two}`.replaceAll('guid="urn:p"', '');
    expect((await read(`${story()}${none}`)).body).toBe(shown);
  });

  it('is reported where no story has it', async () => {
    expect(await all(picture({ meta: quay }))).toEqual([
      { aside: [{ what: 'picture without a story', text: 'Quay. a.jpg' }] },
    ]);
    const third = '<packageItem guid="urn:3"><title>All</title></packageItem>';
    const { others } = await read(`${story()}${third}`);
    expect(others).toEqual([{ aside: [{ what: 'packageItem', text: 'urn:3 All' }] }]);
  });
});
