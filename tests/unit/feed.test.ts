import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { feedLinks } from '../../src/outputs/feed-links.ts';
import { findingsIn } from '../standards/feed-rules.ts';
import { editionOf, idOf, publication, story, storyFile } from './content.ts';
import { feedsIn, itemsOf, opening, textsOf } from './feed-texts.ts';

describe('a feed', () => {
  it('says whose it is and where', async () => {
    const { rss, atom, json } = await feedsIn({});
    expect(rss).toMatchObject({
      title: 'ANH',
      description: 'News from ANH',
      link: 'https://anh.example/',
      language: 'en-US',
      docs: 'http://www.rssboard.org/rss-specification',
      atom: {
        links: [{ href: 'https://anh.example/feed.xml', rel: 'self', type: 'application/rss+xml' }],
      },
    });
    expect(atom).toMatchObject({
      id: 'https://anh.example/atom.xml',
      title: { value: 'ANH' },
      subtitle: { value: 'News from ANH' },
      icon: 'https://anh.example/favicon.svg',
      xml: { lang: 'en-US' },
      links: [
        { href: 'https://anh.example/', rel: 'alternate', type: 'text/html' },
        { href: 'https://anh.example/atom.xml', rel: 'self', type: 'application/atom+xml' },
      ],
    });
    expect(json).toMatchObject({
      title: 'ANH',
      description: 'News from ANH',
      home_page_url: 'https://anh.example/',
      feed_url: 'https://anh.example/feed.json',
      favicon: 'https://anh.example/favicon.svg',
      language: 'en-US',
    });
    expect(JSON.parse((await textsOf({})).json)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
    });
  });

  it('of a list has the name, words and address of its page', async () => {
    const files = { 'sections.yaml': 'military:\n  name: Military\n  description: Of forces.\n' };
    const url = 'https://anh.example/news/';
    const { rss, atom, json } = await feedsIn(files, url, 'sections');
    expect(rss).toMatchObject({
      title: 'Military · ANH',
      description: 'Of forces.',
      link: `${url}military/`,
      atom: { links: [{ href: `${url}military/feed.xml` }] },
    });
    expect(atom).toMatchObject({ id: `${url}military/atom.xml` });
    expect(json).toMatchObject({ feed_url: `${url}military/feed.json` });
    const kosovo = await feedsIn(files, url, 'tags');
    expect(kosovo.rss.description).toBe('Kosovo: stories from ANH.');
    expect(kosovo.rss.items?.[0]?.guid).toEqual(rss.items?.[0]?.guid);
  });

  it('names a hub only where there is one', async () => {
    const hub = 'https://hub.example/?a=1&b=2';
    const named = { 'publication.yaml': publication({ hub }) };
    const { rss, atom, json } = await feedsIn(named);
    expect(rss.atom?.links?.[1]).toEqual({ href: hub, rel: 'hub' });
    expect(atom.links?.[2]).toEqual({ href: hub, rel: 'hub' });
    expect(json.hubs).toEqual([{ type: 'WebSub', url: hub }]);
    for (const text of Object.values(await textsOf({}))) expect(text).not.toContain('hub');
  });

  it('was last built when a story last changed, not when the site was built', async () => {
    const files = {
      'articles/a.md': story({ id: idOf(1), published: '2021-03-10' }),
      [storyFile]: story({ updated: '2021-09-11 09:00' }),
    };
    const { rss, atom, json } = await feedsIn(files);
    expect(rss.lastBuildDate).toBe('Sat, 11 Sep 2021 09:00:00 +0200');
    expect(atom.updated).toBe('2021-09-11T07:00:00.000Z');
    expect(rss.items?.map(({ pubDate, atom }) => [pubDate, atom?.updated])).toEqual([
      ['Wed, 10 Mar 2021 00:00:00 +0100', '2021-03-09T23:00:00.000Z'],
      ['Tue, 09 Mar 2021 00:00:00 +0100', '2021-09-11T07:00:00.000Z'],
    ]);
    const dates = [
      ['2021-03-09T23:00:00.000Z', '2021-03-09T23:00:00.000Z'],
      ['2021-03-08T23:00:00.000Z', '2021-09-11T07:00:00.000Z'],
    ];
    const inMilliseconds = (date: string | undefined) => new Date(date!).toISOString();
    expect(
      atom.entries?.map(({ published, updated }) => [published, inMilliseconds(updated)]),
    ).toEqual(dates);
    expect(json.items?.map((one) => [one.date_published, one.date_modified])).toEqual(dates);
  });

  // The W3C’s validator warns of entries with one date (DuplicateUpdated); a day is all that most tell.
  it('has entries that differ in when they changed, below what a clock tells', async () => {
    const files = {
      'articles/a.md': story({ id: idOf(1) }),
      'articles/b.md': story({ id: idOf(2) }),
    };
    const { rss, atom, json } = await feedsIn(files);
    const dates = atom.entries!.map(({ updated }) => updated!);
    expect(new Set(dates).size).toBe(3);
    for (const date of dates) expect(date).toMatch(/^2021-03-08T23:00:00\.000\d{6}Z$/);
    expect((await feedsIn(files)).atom.entries!.map(({ updated }) => updated)).toEqual(dates);
    const others = [...rss.items!.map(({ atom }) => atom?.updated)];
    expect(new Set([...others, ...json.items!.map((one) => one.date_modified)])).toEqual(
      new Set(['2021-03-08T23:00:00.000Z']),
    );
  });

  it('may be empty', async () => {
    const { rss, atom, json } = await textsOf({ [storyFile]: undefined });
    expect(rss).not.toContain('lastBuildDate');
    expect(parseRssFeed(rss)).toMatchObject({ title: 'ANH' });
    expect(parseAtomFeed(atom)).toMatchObject({ updated: '1990-01-01T00:00:00.000Z' });
    expect(JSON.parse(json)).toMatchObject({ items: [] });
  });
});

describe('a story', () => {
  it('has headline, standfirst, address, permanent mark, authors and categories', async () => {
    const files = { 'authors/second.yaml': 'name: Second Author\ndescription: X\n' };
    const fields = { authors: '[anthony-barnett, second]', tags: '[kuwait, kosovo]' };
    const { rss, atom, json } = await itemsOf(fields, 'One.', files);
    const id = 'urn:uuid:b082b392-279c-4638-81bd-00da3af204db';
    const url = 'https://anh.example/2021/03/09/troops/';
    const date = '2021-03-08T23:00:00.000Z';
    const [barnett, second] = [
      'https://anh.example/authors/anthony-barnett/',
      'https://anh.example/authors/second/',
    ];
    expect(rss).toEqual({
      title: 'Kosovo sends troops to Kuwait',
      description: 'A platoon leaves Pristina.',
      link: url,
      guid: { value: id, isPermaLink: false },
      pubDate: 'Tue, 09 Mar 2021 00:00:00 +0100',
      atom: { updated: date },
      dc: { creators: ['Anthony Barnett and Second Author'] },
      categories: [{ name: 'Military' }, { name: 'Kuwait' }, { name: 'Kosovo' }],
      // Most readers show nothing else of an entry, so it has the standfirst too.
      content: { encoded: `${opening}<p>One.</p>` },
    });
    expect(atom).toEqual({
      id,
      title: { value: 'Kosovo sends troops to Kuwait' },
      summary: { value: 'A platoon leaves Pristina.' },
      links: [{ href: url, rel: 'alternate', type: 'text/html' }],
      published: date,
      updated: '2021-03-08T23:00:00.000505371Z',
      authors: [
        { name: 'Anthony Barnett', uri: barnett },
        { name: 'Second Author', uri: second },
      ],
      categories: [
        { term: 'military', label: 'Military' },
        { term: 'kuwait', label: 'Kuwait' },
        { term: 'kosovo', label: 'Kosovo' },
      ],
      content: { value: `${opening}<p>One.</p>`, type: 'html' },
    });
    expect(json).toEqual({
      id,
      url,
      title: 'Kosovo sends troops to Kuwait',
      summary: 'A platoon leaves Pristina.',
      content_html: `${opening}<p>One.</p>`,
      date_published: date,
      date_modified: date,
      authors: [
        { name: 'Anthony Barnett', url: barnett },
        { name: 'Second Author', url: second },
      ],
      tags: ['Military', 'Kuwait', 'Kosovo'],
    });
  });

  it('keeps its mark when its address changes', async () => {
    const before = await itemsOf({});
    const after = await itemsOf({ published: '2021-03-10' }, undefined, {}, 'https://b.example/c/');
    expect(after.rss.link).toBe('https://b.example/c/2021/03/10/troops/');
    expect(after.rss.guid).toEqual(before.rss.guid);
    expect([after.atom.id, after.json.id]).toEqual([before.atom.id, before.json.id]);
  });

  it('has its description before its content, as readers that take the first one need it', async () => {
    const item = (await textsOf({})).rss.split('<item>')[1]!;
    expect(item.indexOf('<description>')).toBeGreaterThan(0);
    expect(item.indexOf('<content:encoded>')).toBeGreaterThan(item.indexOf('<description>'));
  });

  it('is where its dateline says, if that place is known', async () => {
    const places =
      '[{ name: Kuwait City, at: [29.37, 47.98] }, { name: Pristina, at: [42, 21.1655] }]';
    const there = await itemsOf({ dateline: 'PRISTINA, Kosovo', places });
    const point = { lat: 42, lng: 21.1655 };
    expect(there.rss.georss).toEqual({ point });
    expect(there.atom.georss).toEqual({ point });
    const elsewhere = await itemsOf({ dateline: 'TIRANE', places });
    expect([elsewhere.rss.georss, elsewhere.atom.georss]).toEqual([undefined, undefined]);
  });

  const odd = 'A & B < C > D 5" ]]> &amp; &#60;b&#62; <b>G</b> مرحبا 🎉';
  const long = 'Long headline '.repeat(15).slice(0, 199).concat('.');

  it.each([odd, long, '007', '1e3', '+5', 'true', '0x1F', '.5', '[]]>', '<b>', '&amp;'])(
    'keeps every character of %s as headline, standfirst, author, topic, caption and credit',
    async (words) => {
      const quoted = JSON.stringify(words);
      const lead = `\n  image: a.png\n  alt: ${JSON.stringify(`Alt: ${words}`)}\n  caption: ${quoted}\n  credit: ${JSON.stringify(words.slice(0, 90))}`;
      const files = {
        'authors/anthony-barnett.yaml': `name: ${JSON.stringify(words.slice(0, 90))}\ndescription: X\n`,
        'tags.yaml': `kosovo:\n  name: ${JSON.stringify(words.slice(0, 90))}\n`,
      };
      const fields = { headline: quoted, standfirst: quoted, lead };
      const { rss, atom, json } = await itemsOf(fields, 'One ]]\\> & \\<b>.', files);
      const short = words.slice(0, 90).trim();
      const media = [{ description: { value: words }, credits: [{ value: short }] }];
      expect(rss).toMatchObject({
        title: words,
        // The specification has it as HTML.
        description: words
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('"', '&quot;'),
        dc: { creators: [short] },
        categories: [{ name: 'Military' }, { name: short }],
        media: { contents: media },
      });
      expect(atom).toMatchObject({
        title: { value: words },
        summary: { value: words },
        authors: [{ name: short }],
        categories: [{}, { label: short }],
        media: { contents: media },
      });
      expect(json).toMatchObject({
        title: words,
        summary: words,
        authors: [{ name: short }],
        tags: ['Military', short],
        attachments: [{ title: words }],
      });
      expect(rss.content?.encoded).toContain('<p>One ]]> &amp; &lt;b>.</p>');
      expect(atom.content?.value).toBe(rss.content?.encoded);
      expect(json.content_html).toBe(rss.content?.encoded);
    },
  );

  // Readers show what stands between the tags, breaks and all.
  it('has no white space about a name or a title', async () => {
    const { atom } = await textsOf({
      [storyFile]: story({ headline: 'A & B' }),
      'authors/anthony-barnett.yaml': 'name: A & Sons\ndescription: X\n',
    });
    expect(atom).toContain('<name>A &#x26; Sons</name>');
    expect(atom).toContain('<title>A &#x26; B</title>');
    expect(atom).toContain('<content type="html"><![CDATA[<p>');
  });

  // The W3C’s validator warns of what looks like HTML (CharacterData, ContainsHTML).
  it('has & and < in plain text as the RSS profile asks for', async () => {
    const words = 'A &lt; B <b> C';
    const lead = `\n  image: a.png\n  alt: Alt\n  caption: ${words}\n  credit: AP`;
    const texts = await textsOf({
      [storyFile]: story({ headline: words, standfirst: words, lead }),
      'authors/anthony-barnett.yaml': `name: ${words}\ndescription: X\n`,
      'tags.yaml': `kosovo:\n  name: ${words}\n`,
      'publication.yaml': publication({ name: words, description: words }),
    });
    expect(texts.rss).toContain('<title>A &#x26;lt; B &#x3C;b&gt; C</title>');
    const now = Date.UTC(2021, 3);
    expect(findingsIn(texts.rss, 'https://anh.example/feed.xml', now)).toEqual([]);
    expect(findingsIn(texts.atom, 'https://anh.example/atom.xml', now)).toEqual([]);
  });
});

it('is found from a page: its own feeds first, then the site’s', async () => {
  const edition = await editionOf();
  const told = (list?: (typeof edition.tags)[number]) =>
    feedLinks(edition, list).map(({ type, title, href }) => [href, title, type]);
  const site = ['/feed.xml', 'ANH (RSS)', 'application/rss+xml'];
  expect(told()).toEqual([
    site,
    ['/atom.xml', 'ANH (Atom)', 'application/atom+xml'],
    ['/feed.json', 'ANH (JSON)', 'application/feed+json'],
  ]);
  expect(told(edition.tags[0])).toEqual([
    ['/tags/kosovo/feed.xml', 'Kosovo · ANH (RSS)', 'application/rss+xml'],
    ['/tags/kosovo/atom.xml', 'Kosovo · ANH (Atom)', 'application/atom+xml'],
    ['/tags/kosovo/feed.json', 'Kosovo · ANH (JSON)', 'application/feed+json'],
    site,
  ]);
});
