import { describe, expect, it } from 'vitest';
import type { ImportedStory } from '../../../src/import/imported-story.ts';
import { readNitf } from '../../../src/import/nitf-file.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';
import { otherLinksOf } from '../../../src/import/wordpress-links.ts';
import { readXml } from '../../../src/import/xml.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

/** The story of a NITF document. */
async function read(parts: Record<string, string>) {
  const { data = '', status = '', head = '', start = '', end = '', text = '<p>It.</p>' } = parts;
  const docdata = `<docdata management-status="${status}">${data}</docdata>`;
  const body = `<body.head>${start}</body.head><body.content>${text}</body.content><body.end>${end}</body.end>`;
  const xml = `<nitf><head>${head}${docdata}</head><body>${body}</body></nitf>`;
  for await (const one of readNitf(written(contentFolder(), 'n.xml', xml)))
    if ('sourceId' in one) return { ...one, body: toMarkdown(one.text).trim() };
  throw new Error('no story');
}
const told = ({ lost }: ImportedStory) => lost.map(({ what, text }) => `${what}: ${text}`);

describe('the head of a NITF document', () => {
  it('has marks, topics and notes in attributes', async () => {
    const story = await read({
      data: '<doc-id id-string="d1"/><key-list><keyword key="a"/><keyword key=""/><keyword key="a"/><keyword key="b"/></key-list><ed-msg info="Adds quote"/><ed-msg/><fixture fix-id="f"/>',
      head: '<tobject tobject.type="news"/>',
    });
    expect([story.sourceId, story.notes]).toEqual(['d1', ['Note from its sender: Adds quote']]);
    expect([...new Set(story.tags)]).toEqual(['a', 'b']);
    expect(told(story)).toEqual(['tobject: news', 'fixture: f']);
  });

  const issued = '<date.issue norm="20210309"/>';
  it.each([
    [{ data: issued }, '2021-03-09', undefined, []],
    [
      { data: '<date.issue norm="soon"/><date.release norm="20210309"/>' },
      ...['2021-03-09', undefined, ['date.issue: soon']],
    ],
    [
      { data: '<date.release norm="soon"/>', head: '<pubdata date.publication="20210309"/>' },
      ...['2021-03-09', undefined, []],
    ],
    [
      { data: `${issued}<date.release norm="20210310"/>` },
      ...['2021-03-10', /date\.release/, ['created: 2021-03-09']],
    ],
    [{ status: 'embargoed' }, undefined, /without a time/, []],
    [{ status: 'withheld' }, undefined, /withholds/, []],
    [{ status: 'Usable' }, undefined, undefined, []],
  ] as [Record<string, string>, string | undefined, RegExp | undefined, string[]][])(
    'has times: %j',
    async (parts, published, held, lost) => {
      const story = await read(parts);
      expect([story.published?.value, told(story)]).toEqual([published, lost]);
      if (held) expect(story.held).toMatch(held);
      else expect(story.held).toBeUndefined();
    },
  );

  it('has one headline and one standfirst, and tells of others', async () => {
    const start = '<hedline><hl1>A</hl1><hl2>B</hl2><hl2>C</hl2></hedline>';
    const one = await read({ start, head: '<title>T</title>' });
    expect([one.headline?.value, one.standfirst?.value]).toEqual(['A', 'B']);
    expect(told(one)).toEqual(['hl2: C', 'title: T']);
    const two = await read({
      start: `${start}<abstract>D</abstract><abstract>E</abstract><abstract>D</abstract>`,
    });
    expect([two.standfirst?.value, told(two)]).toEqual([
      'D',
      ['standfirst: E', 'hl2: B', 'hl2: C'],
    ]);
    expect((await read({ head: '<title>T</title>' })).headline?.value).toBe('T');
    expect(await read({})).not.toHaveProperty('headline');
  });

  it.each([
    ['<byline>By Ana Reis</byline>', 'Ana Reis'],
    ['<byline>By Ana Reis,<byttl>Writer</byttl></byline>', 'Ana Reis, Writer'],
    ['<byline/>', undefined],
    ['<byline>Ana</byline><byline>Ben</byline><byline>Cy</byline>', 'Ana, Ben, and Cy'],
  ])('has who signs: %s', async (start, byline) => {
    expect((await read({ start })).source.byline?.value).toBe(byline);
  });

  it.each([
    ['<dateline>ROME — </dateline>', 'ROME', []],
    [
      '<dateline><location>ROME</location> <story.date>March 9</story.date></dateline>',
      'ROME',
      ['story.date: March 9'],
    ],
    ['<dateline/>', undefined, []],
  ])('has where it opens: %s', async (start, place, lost) => {
    const story = await read({ start });
    expect([story.dateline?.value, told(story)]).toEqual([place, lost]);
  });

  it('has whose it is and who reported', async () => {
    const distributor = '<distributor>AP</distributor>';
    expect((await read({ start: distributor })).source.name).toEqual({ value: 'AP', how: 'taken' });
    const end =
      '<tagline>Ana Reis reported from Rome.</tagline><tagline>Ben Li reported from Oslo.</tagline><bibliography>B</bibliography>';
    const story = await read({ end, start: '<byline>Cy Day</byline><rights>R</rights>' });
    expect([story.source.byline?.value, story.source.place?.value]).toEqual(['Cy Day', 'Rome']);
    expect(told(story)).toEqual([
      'tagline: Ana Reis reported from Rome.',
      'tagline: Ben Li reported from Oslo.',
      'bibliography: B',
      'rights: R',
    ]);
    expect((await read({ end })).source.byline?.value).toBe('Ana Reis');
  });
});

describe('the text of a NITF document', () => {
  const media = (inner: string, type = ' media-type="image"') => `<media${type}>${inner}</media>`;
  const reference = '<media-reference source="a.jpg"/>';
  it.each([
    ['<hl2>A</hl2><block><p>One</p></block>', '## A\n\nOne'],
    ['<bq><block><p>One</p></block><credit>Ana</credit></bq>', '> One\n>\n> Ana'],
    ['<p><q>One</q> <lang iso-lang="fr">mot</lang></p>', 'One mot'],
    ['<fn><p>One</p></fn><datasource>AP</datasource>', 'One\n\nAP'],
    ['<p>2 <frac><frac-num>1</frac-num><frac-denom>2</frac-denom></frac></p>', '2 ½'],
    ['<p>2 <frac><frac-num>5</frac-num><frac-denom>16</frac-denom></frac></p>', '2 5/16'],
    ['<p>a<frac><frac-num>5</frac-num><frac-denom>16</frac-denom></frac></p>', 'a5/16'],
    ['<p><frac>1/2</frac></p>', '½'],
    [
      media(`${reference}<media-caption>Now.</media-caption><media-producer>Ana</media-producer>`),
      '![](a.jpg "Now. (Ana)")',
    ],
    [media('<media-reference source="a.jpg" alternate-text="A"/>', ''), '![A](a.jpg)'],
    [media(`<media-reference alternate-text="A"/>${reference}`), '![A](a.jpg)'],
  ])('is set as Markdown: %s', async (text, body) =>
    expect((await read({ text })).body).toBe(body),
  );

  it('tells of other media, other files and their words', async () => {
    const inner = `<media-reference source="a.mp4">V</media-reference><media-reference source="b.mp4"/><media-metadata value="m"/><media-object>QUJD</media-object>`;
    const film = await read({ text: media(inner, ' media-type="video"') });
    expect(told(film)).toEqual([
      ...['media-reference: V', 'another file of the same media: b.mp4', 'media-metadata: m'],
      'video of the story: a.mp4',
    ]);
    expect(told(await read({ text: media('', ' media-type="video"') }))).toEqual([]);
  });
});

describe('other addresses of a post of WordPress', () => {
  const link = 'https://a.example/2021/03/09/boat/';
  const links = async (parts: string, at = link) => {
    const xml = `<item><post_id>7</post_id><post_name>boat</post_name><post_date>2021-03-09 10:00:00</post_date>${parts}</item>`;
    for await (const item of readXml(written(contentFolder(), 'w.xml', xml), ['item']))
      return otherLinksOf(item, at);
    return [];
  };
  const meta = (key: string, value: string) =>
    `<postmeta><meta_key>${key}</meta_key><meta_value>${value}</meta_value></postmeta>`;

  it.each([
    ['', ['/?p=7']],
    ['<guid>https://a.example/?p=7</guid>', ['https://a.example/?p=7']],
    ['<guid>https://a.example/?page=7</guid>', ['https://a.example/?page=7', '/?p=7']],
    ['<guid>https://b.example/?p=7</guid>', ['/?p=7']],
    ['<guid>7</guid>', ['/?p=7']],
    [`<guid>${link}</guid>`, ['/?p=7']],
    [meta('_wp_old_slug', 'ship'), ['/?p=7', '/2021/03/09/ship/']],
    [meta('_wp_old_slug', ''), ['/?p=7']],
    [meta('_wp_old_date', '2021-03-08'), ['/?p=7', '/2021/03/08/boat/']],
    [meta('other', 'ship'), ['/?p=7']],
  ])('are by number, by name and by day: %s', async (parts, expected) => {
    expect(await links(parts)).toEqual(expected);
  });

  it('are none that its own address does not lead to', async () => {
    const old = meta('_wp_old_slug', 'ship') + meta('_wp_old_date', '2021-03-08');
    expect(await links(old, 'https://a.example/x/')).toEqual(['/?p=7']);
    expect(await links(old, 'nowhere')).toEqual(['/?p=7']);
  });
});
