import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/import/feed.ts';
import type { ImportedStory } from '../../../src/import/imported-story.ts';
import type { Incoming } from '../../../src/import/incoming.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

async function all(xml: string): Promise<Incoming[]> {
  const read = [];
  for await (const one of readFeed(written(contentFolder(), 'feed.xml', xml))) read.push(one);
  return read;
}

const isStory = (one: Incoming): one is ImportedStory => 'sourceId' in one;

const spaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"';
const rss = (channel: string, item: string) =>
  `<rss ${spaces}><channel>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${spaces}>${feed}<entry>${entry}</entry></feed>`;
const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The only story of a feed. */
async function read(xml: string) {
  const [one] = await all(xml);
  if (!one || !isStory(one)) throw new Error(JSON.stringify(one));
  return { ...one, body: toMarkdown(one.text).trim() };
}
const item = (rest: string) => read(rss('', `<guid>g</guid>${rest}`));
const entry = (rest: string) => read(atom(`<id>g</id>${rest}`));

describe('a feed is called', () => {
  const self = '<atom:link rel="self" href="https://a.example/feed"/>';
  it.each([
    ['by its id', atom('<id>g</id>', '<id>urn:f</id><link rel="self" href="x"/>'), 'urn:f'],
    [
      'by its own address',
      rss(`<link>https://a.example/</link>${self}`, ''),
      'https://a.example/feed',
    ],
    ['by that of its site', rss('<link>https://a.example/</link>', ''), 'https://a.example/'],
    ['by the first of two', rss('<link>x</link><link>y</link>', ''), 'x'],
    ['by that of its page', atom('', '<link rel="alternate" href="x"/>'), 'x'],
    ['by no other', atom('', '<link rel="hub" href="x"/><link/>'), undefined],
  ])('%s', async (_, xml, name) => expect((await read(xml)).feed).toBe(name));
});

it.each([
  ['<guid>g</guid><id>i</id><title>T</title>', 'g'],
  ['<id>i</id><title>T</title>', 'i'],
  ['<title>T</title>', 'T'],
  ['', ''],
])('names an entry that cannot be read: %s', async (names, name) => {
  const deep = `<description>${escaped('<b>'.repeat(600))}</description>`;
  expect(await all(rss('', `${names}${deep}`))).toMatchObject([{ item: name }]);
});

describe('the words of an entry', () => {
  const full = `<content:encoded>${escaped('<p>It &amp; they.</p>')}</content:encoded>`;
  const noted = 'The feed does not have its full text, so its summary is used as the text.';

  it('are its content, and its summary the standfirst', async () => {
    const { body, standfirst, notes } = await item(`${full}<description>One.</description>`);
    expect([body, standfirst?.value, notes]).toEqual(['It & they.', 'One.', []]);
    expect(await item(full)).not.toHaveProperty('standfirst');
  });

  it('are its summary where it has no more', async () => {
    const { body, standfirst, notes } = await item('<description>One.</description>');
    expect([body, standfirst, notes]).toEqual(['One.', undefined, [noted]]);
  });

  it.each([
    ['<content type="html">&lt;b&gt;One&lt;/b&gt; &amp;amp; two</content>', '**One** & two'],
    ['<content type="text">&lt;b&gt;One &amp;amp; two</content>', '\\<b>One \\&amp; two'],
    [
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b><br/>three &amp; <img src="a.jpg" alt="A &quot;b&quot;"/></div></content>',
      'One **two**\\\nthree &\n\n![A "b"](a.jpg)',
    ],
    ['<content>One <b>two</b></content>', 'One **two**'],
  ])('are read as what they are: %s', async (content, body) => {
    expect((await entry(content)).body).toBe(body);
  });

  it('are a headline, without codes of HTML', async () => {
    expect((await item('<title>Tom &amp;amp; Ann</title>')).headline?.value).toBe('Tom & Ann');
    expect(await item('<title> </title>')).not.toHaveProperty('headline');
  });
});

describe('the times of an entry', () => {
  const [nine, ten] = ['2021-03-09T09:00:00Z', '2021-03-09T10:00:00Z'];
  it.each([
    [`<pubDate>Tue, 09 Mar 2021 09:00:00 GMT</pubDate>`, nine, undefined],
    [`<published>${nine}</published><updated>${ten}</updated>`, nine, ten],
    [`<published>${ten}</published><updated>${nine}</updated>`, ten, undefined],
    [`<updated>${ten}</updated>`, ten, undefined],
    [`<date>${nine}</date><modified>${ten}</modified>`, nine, ten],
    [`<pubDate>soon</pubDate><date>${nine}</date>`, nine, undefined],
    ['<pubDate>soon</pubDate>', undefined, undefined],
  ])('are when it came out and was saved: %s', async (times, published, changed) => {
    const story = await item(times);
    expect([story.published?.value, story.changed]).toEqual([published, changed]);
  });
});

describe('what an entry says besides', () => {
  it('is who signs, where it is filed and whose it is', async () => {
    const story = await item(
      '<author><name>Ana &amp;amp; Co</name><email>a@a.example</email></author><creator>Ben</creator><author>Cy</author><category>Sea</category><category term="s" label="Ports"/><category term="boats"/><category/><source url="x">The &amp;amp; Post</source>',
    );
    expect(story).toMatchObject({
      authors: ['Ana & Co', 'Cy', 'Ben'],
      tags: ['Sea', 'Ports', 'boats'],
      source: { name: { value: 'The & Post' } },
    });
    const { source } = await entry('<source><title>The Post</title><id>x</id></source>');
    expect(source.name?.value).toBe('The Post');
    expect((await item('')).source).toEqual({});
  });

  it.each([
    ['<link href="https://a.example/1"/><link rel="self" href="x"/>', 'https://a.example/1'],
    ['<link rel="self" href="x"/><link rel="alternate" href="y"/>', 'y'],
    ['<link>https://a.example/1</link>', 'https://a.example/1'],
    ['', undefined],
  ])('is its address: %s', async (links, link) => expect((await entry(links)).link).toBe(link));

  it('is reported, but for what machines use', async () => {
    const links = ['self', 'edit', 'edit-media', 'replies', 'service', 'hub', 'canonical'];
    const { lost } = await entry(
      `${links.map((rel) => `<link rel="${rel}" href="${rel}"/>`).join('')}<link rel="related" href="https://a.example/r" title="x"/><rights>R</rights>`,
    );
    expect(lost).toEqual([
      { what: 'related', text: 'https://a.example/r' },
      { what: 'rights', text: 'R' },
    ]);
  });
});

describe('what an entry sends along', () => {
  const a = 'https://a.example/a.jpg';
  it.each([
    [`<enclosure url="${a}" type="image/jpeg"/>`],
    [`<enclosure url="${a}"/>`],
    [`<media:content url="${a}"/>`],
    [`<media:thumbnail url="${a}"/>`],
    [`<media:group><media:content url="${a}"/></media:group>`],
    [`<media:group><media:thumbnail url="${a}"/></media:group>`],
    [`<link rel="enclosure" type="image/png" href="${a}"/>`],
  ])('is its lead where it is a picture: %s', async (media) => {
    expect((await item(media)).lead).toEqual({ address: a, alt: '', caption: '' });
  });

  it.each([
    [`<enclosure url="${a}" type="audio/mpeg"/>`, 'enclosure'],
    [`<link rel="enclosure" href="${a}"/>`, 'enclosure'],
    [`<link rel="related" type="image/png" href="${a}"/>`, 'related'],
  ])('is lost where it is not one: %s', async (media, what) => {
    const { lead, lost } = await item(media);
    expect([lead, lost]).toEqual([undefined, [{ what, text: a }]]);
  });

  it('has a caption with its credit; a second picture is reported', async () => {
    const words =
      '<media:description>Quay &amp;amp; port</media:description><media:title>x</media:title>';
    const credit = '<media:credit>Ana</media:credit>';
    const media = (url: string, inner: string) =>
      `<media:content url="${url}">${inner}</media:content>`;
    const captioned = async (inner: string) => (await item(media(a, inner))).lead?.caption;
    expect(await captioned(words + credit)).toBe('Quay & port (Ana)');
    expect(await captioned(words)).toBe('Quay & port');
    expect(await captioned(`<media:title>Port</media:title>`)).toBe('Port');
    expect(await captioned(credit)).toBe('(Ana)');
    const b = 'https://a.example/b.jpg';
    const { lost } = await item(media(a, '') + media(b, words) + media(a, '') + media('', 'x'));
    expect(lost).toEqual([{ what: 'enclosure', text: `${b} Quay & port` }]);
  });

  it('is nothing new where the text shows it in another size', async () => {
    const text = `<description>${escaped('<p>It.</p><img src="https://a.example/a-300x200.jpg">')}</description>`;
    const { lead, lost } = await item(`${text}<enclosure url="${a}"/>`);
    expect([lead, lost]).toEqual([undefined, []]);
  });
});

describe('what Blogger says of a post', () => {
  const post = (rest: string) => item(`<title>T</title><description>One.</description>${rest}`);

  it.each([
    ['LIVE', []],
    ['', []],
    ['odd', ['It was “ODD” in Blogger.']],
  ])('is noted where it was not public: %s', async (status, notes) => {
    const story = await post(`<blogger:status>${status}</blogger:status>`);
    expect(story.notes.filter((note) => /Blogger/.test(note))).toEqual(notes);
    expect(story.held).toBeUndefined();
  });

  it('is its file, unless its address is known', async () => {
    const file = '<blogger:filename>/2019/05/old-boat.html</blogger:filename>';
    const link = '<link>https://port.example/2019/05/new-boat.html?m=1</link>';
    expect(await post(file)).toMatchObject({ link: '/2019/05/old-boat.html', slug: 'old-boat' });
    expect(await post(file + link)).toMatchObject({
      link: 'https://port.example/2019/05/new-boat.html?m=1',
      slug: 'new-boat',
    });
    for (const rest of [link, '<link>x</link>', ''])
      expect(await post(rest)).not.toHaveProperty('slug');
    expect((await post('<link>x</link>')).link).toBe('x');
    expect(await post('')).not.toHaveProperty('link');
  });

  const place = (name: string, latitude = '41.15', longitude = '-8.61') =>
    `<blogger:location><blogger:name>${name}</blogger:name><blogger:latitude>${latitude}</blogger:latitude><blogger:longitude>${longitude}</blogger:longitude></blogger:location>`;
  it.each([
    [place('Porto'), [{ name: 'Porto', at: [41.15, -8.61] }], []],
    [place('x'.repeat(100)), [{ name: 'x'.repeat(100) }], []],
    [place('x'.repeat(101)), [], [{ what: 'place', text: 'x'.repeat(101) }]],
    [place('Porto', 'north'), [], [{ what: 'place', text: 'Porto' }]],
    [place('Porto', '1', 'west'), [], [{ what: 'place', text: 'Porto' }]],
    [place(''), [], []],
  ])('is its place: %s', async (location, places, lost) => {
    const story = await post(location);
    expect(story.places).toMatchObject(places);
    expect(story.places).toHaveLength(places.length);
    expect(story.lost).toEqual(lost);
  });

  it('are comments, by whom and on what', async () => {
    const note = (rest: string) => `<item><blogger:type>COMMENT</blogger:type>${rest}</item>`;
    const on = (id: string) => `<blogger:parent>${id}</blogger:parent>`;
    const feed = rss('', '<guid>g</guid><id>1</id><title>A boat</title>').replace(
      '</channel>',
      `${note(`${on('1')}<author><name>Ana</name></author><content>Yes</content>`)}${note(`${on('2')}<title>No</title>`)}${note('<atom:inReplyTo>1</atom:inReplyTo><content>So</content>')}</channel>`,
    );
    expect((await all(feed)).at(-1)).toEqual({
      aside: [
        { what: 'comment by Ana on “A boat”', text: 'Yes' },
        { what: 'comment by nobody on “2”', text: 'No' },
        { what: 'comment by nobody on “A boat”', text: 'So' },
      ],
    });
  });

  it.each([
    ['SETTINGS', '', []],
    ['TEMPLATE', '', []],
    ['PAGE', '', [{ what: 'Blogger page', text: 'T' }]],
    ['PAGE', 'deleted', [{ what: 'Blogger page, in the trash', text: 'T' }]],
    ['POST', 'SOFT_TRASHED', [{ what: 'Blogger post, in the trash', text: 'T' }]],
  ])('is no story: %s %s', async (type, status, lost) => {
    const read = await all(
      rss(
        '',
        `<title>T</title><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status>`,
      ),
    );
    expect(read).toEqual(lost.length > 0 ? [{ aside: lost }] : []);
  });

  it('is that it is in the trash since a day', async () => {
    const trashed = '<title>T</title><blogger:trashed>2020-01-01T00:00:00Z</blogger:trashed>';
    expect(await all(rss('', trashed))).toMatchObject([
      { aside: [{ what: 'Blogger post, in the trash' }] },
    ]);
  });
});
