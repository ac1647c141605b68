import { expect, it } from 'vitest';
import { importInto, storiesIn } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

const [large, taken, small] = ['heic', 'jpg', 'webp'].map(
  (kind) => `https://pictures.example/quay.${kind}`,
) as [string, string, string];

const rss = (rest: string) =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>https://wire.example/</link><item><guid>https://wire.example/1</guid><title>A boat</title><link>https://wire.example/1</link>${rest}</item></channel></rss>`;

const nitf = (media: string) =>
  `<nitf><head><docdata><doc-id id-string="n-1"/></docdata></head><body><body.head><hedline><hl1>A boat</hl1></hedline></body.head><body.content><p>It sails.</p>${media}</body.content></body></nitf>`;

const newsMl = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:n1"><contentMeta><headline>A boat</headline></contentMeta><contentSet><inlineData>It sails.</inlineData></contentSet></newsItem><newsItem guid="urn:p1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><description>Quay.</description></contentMeta><contentSet><remoteContent href="${large}" width="4000" contenttype="image/heic"/><remoteContent href="${small}" width="300" contenttype="image/webp"/><remoteContent href="${taken}" width="2000" contenttype="image/jpeg"/></contentSet></newsItem></itemSet></newsMessage>`;

const ninjs = (renditions: object[]) =>
  JSON.stringify({
    uri: 'urn:n1',
    type: 'text',
    headlines: [{ value: 'A boat' }],
    bodies: [{ contentType: 'text/html', value: '<p>It sails.</p>' }],
    associations: [{ name: 'mainpicture', type: 'picture', uri: 'urn:p1', renditions }],
  });

it.each([
  [
    'ninjs by names',
    'a.json',
    ninjs([
      { name: 'original', href: large, width: 4000 },
      { name: 'thumbnail', href: small, width: 300 },
      { name: 'web', href: taken, width: 2000 },
    ]),
  ],
  [
    'ninjs by media types',
    'a.json',
    ninjs([
      {
        name: 'original',
        href: large.replace('.heic', ''),
        contentType: 'image/heic',
        width: 4000,
      },
      { name: 'web', href: taken, contentType: 'image/jpeg', width: 2000 },
    ]),
  ],
  [
    'ninjs 1',
    'a.json',
    ninjs([
      { name: 'original', href: large.replace('.heic', ''), mimetype: 'image/heic', width: 4000 },
      { name: 'web', href: taken, mimetype: 'image/jpeg', width: 2000 },
    ]),
  ],
  [
    'NITF',
    'a.xml',
    nitf(
      `<media media-type="image"><media-reference source="${large}"/><media-reference source="${taken}"/></media>`,
    ),
  ],
  [
    'a feed',
    'a.xml',
    rss(
      `<content:encoded>&lt;p&gt;It sails.&lt;/p&gt;</content:encoded><media:content url="${large}" type="image/heic"/><media:content url="${taken}" type="image/jpeg"/>`,
    ),
  ],
  ['NewsML-G2', 'a.xml', newsMl],
  ['NewsML-G2 by names', 'a.xml', newsMl.replace(/ contenttype="[^"]*"/g, '')],
  [
    'a feed by names',
    'a.xml',
    rss(
      `<content:encoded>&lt;p&gt;It sails.&lt;/p&gt;</content:encoded><media:content url="${large}"/><media:content url="${taken}"/>`,
    ),
  ],
])(
  'of a picture in several kinds one is taken that a story can have: %s',
  async (_, name, copy) => {
    const content = contentFolder();
    const reports = await importInto(content, [written(content, name, copy)]);
    const [story] = storiesIn(reports);
    expect(story?.pictures.map(({ address }) => address)).toEqual([taken]);
    const told = story!.lost.map(({ text }) => text).join(' ');
    expect(told).toContain(large.replace('.heic', ''));
  },
);

it('of a picture that comes in no such kind the address stays, for the editor to look at', async () => {
  const content = contentFolder();
  const copy = ninjs([{ name: 'original', href: large, width: 4000 }]);
  const [story] = storiesIn(await importInto(content, [written(content, 'a.json', copy)]));
  expect(story?.pictures.map(({ address }) => address)).toEqual([large]);
});

it.each([
  [`<img src="${small}" srcset="${large} 4000w, ${taken} 2000w, ${small} 300w">`],
  [`<img src="${small}" srcset="${taken}?w=2000 2x, ${large}?w=4000 4x">`],
])('of the copies that HTML names, too: %s', async (html) => {
  const content = contentFolder();
  const copy = rss(`<content:encoded><![CDATA[<p>It sails.</p>${html}]]></content:encoded>`);
  const [story] = storiesIn(await importInto(content, [written(content, 'a.xml', copy)]));
  expect(story?.pictures.map(({ address }) => address.replace(/\?.*/, ''))).toEqual([taken]);
});
