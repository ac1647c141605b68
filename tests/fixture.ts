import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { everyBlock, everyRecording } from './every-block.ts';
import { uuid, write, writeContent } from './generate.ts';
import { writeUnfinished } from './fixture-drafts.ts';
import { lakeStories } from './fixture-related.ts';
import { names, versionStories } from './fixture-versions.ts';
import { recorded } from './recorded.ts';
import { writeSlushPile } from './slush-pile.ts';
import { fillIn, importInto, publish, storiesIn } from './imported.ts';
import { sourceFile, sources } from './sources.ts';

/** Words that must not be in any byte of a site: they stand in what is not published. */
export const canaries = [
  'zyxdraft',
  'zyxembargo',
  'zyxtopic',
  'zyxauthor',
  'zyxseries',
  'zyxpicture',
  'zyxgone',
  'zyxlater',
];

/** A headline that breaks out of whatever does not quote it. */
export const hostileHeadline =
  '</script><script>alert(5")</script> <b>bold</b> & ]]> <!-- “quoted” 6\' 🎉';

/** A headline of 200 characters. */
export const longHeadline = `${'A newsroom’s longest headline holds '.repeat(6).slice(0, 199)}.`;

/** The hub that hands its feeds on. */
export const hub = 'https://hub.example/?a=1&b=2';

/** The name of the series in the fixture. */
export const seriesName = 'A “lake” & <i>its</i> years';

/** Made-up stories in the fixture. */
const generated = 52;

/** Stories in the fixture that came from elsewhere, from all of the sources. */
const imported = 13;

/** All stories of the fixture that readers find in its lists. */
export const published = generated + imported + 20;

const picture = (red: number, text: string) =>
  sharp({
    create: { width: 1600, height: 1000, channels: 3, background: { r: red, g: 90, b: 120 } },
  })
    .withExif({ IFD0: { ImageDescription: text } })
    .jpeg()
    .toBuffer();

/** What is written into the picture `noted.jpg`. */
export const noted = {
  creator: 'Ada Noted',
  credit: 'Ada Noted/AGENCY',
  copyright: '© 2026 AGENCY & Sons',
  caption: 'A field of colour, noted by its camera.',
  alt: 'A field of a colour',
  sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  camera: 'ZYXCAMERA',
};

/** A picture as an agency sends it: with XMP, and with all that a camera knows. */
const notedPicture = async () =>
  sharp(await picture(150, 'noted'))
    .withExif({
      IFD0: { Make: noted.camera, Artist: 'Somebody Else' },
      IFD2: { BodySerialNumber: noted.camera },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 39/1 0/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" exif:GPSLatitude="42,39.0N" photoshop:Credit="${noted.credit}" ext:DigitalSourceType="${noted.sourceType}"><dc:creator><rdf:Seq><rdf:li>${noted.creator}</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${noted.copyright.replace('&', '&amp;')}</rdf:li></rdf:Alt></dc:rights><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${noted.caption}</rdf:li></rdf:Alt></dc:description><core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">${noted.alt}</rdf:li></rdf:Alt></core:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();

/** A picture 2400 px wide and 1000 high: green at three quarters of its width, gold elsewhere. */
const widePicture = () =>
  sharp({ create: { width: 2400, height: 1000, channels: 3, background: '#c90' } })
    .composite([
      {
        input: { create: { width: 400, height: 1000, channels: 3, background: '#063' } },
        left: 1600,
        top: 0,
      },
    ])
    .jpeg()
    .toBuffer();

interface StoryDetails {
  headline: string;
  standfirst?: string;
  published: string;
  extra?: string;
  tags?: string;
  authors?: string;
  body?: string;
}

function story(slug: string, details: StoryDetails): string {
  const { headline, published, extra, tags, authors, body } = details;
  const standfirst = details.standfirst ?? `What happened: ${headline}`.slice(0, 300);
  return `---
id: ${uuid(slug)}
headline: ${JSON.stringify(headline)}
standfirst: ${JSON.stringify(standfirst)}
section: military
tags: ${tags ?? '[kosovo]'}
authors: ${authors ?? '[anthony-barnett]'}
published: ${published}
${extra ?? ''}
---

${body ?? 'A paragraph of text.'}
`;
}

/** What is left of an older site. */
const redirects = `/archiv/*.html: /tags/*/
/blog/*: /corrections/
/partner/*: https://partner.example/news/*
/forum/*: gone
/shop.php: gone
/imprint: /about/
`;

/** A recording of what is not published, with words and a file that say so. */
const heldBack =
  'Before.\n\n:::audio[A zyxpicture]{file="zyxpicture.mp3" credit="Zyxpicture"}\nZyxpicture.\n:::';

const lead = (name: string) => `lead:
  image: ${name}.jpg
  alt: An even field of colour ${name}
  caption: The colour of ${name}, seen from close by.
  credit: Somebody/${name.toUpperCase()}`;

/**
 * Writes a content folder below a path, with an archive and every awkward story: unpublished ones
 * with their pictures, hostile text, long headlines, several authors, with and without pictures, and
 * what was imported.
 */
export async function writeFixture(folder: string): Promise<void> {
  writeContent(folder, generated, 0.7);
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  edit('publication.yaml', (text) =>
    text
      .replace('https://anh.example/', 'https://anh.example/news/')
      .replace('timeZone: UTC', `timeZone: Europe/Tirane\nhub: ${hub}`)
      .replace(/^host: .*\n/m, ''),
  );
  const withNames = (key: string, of: string) => (text: string) =>
    text.replace(`${key}:\n`, `${key}:\n  names: ${of}\n`);
  edit('sections.yaml', withNames('military', names.military));
  edit('tags.yaml', withNames('kosovo', names.kosovo));
  edit('tags.yaml', (text) => text.replace('kosovo:\n', 'kosovo:\n  formerly: [/tag/kosova/]\n'));
  write(join(folder, 'redirects.yaml'), redirects);
  edit('authors/anthony-barnett.yaml', (text) => `${text}names: ${names.author}\n`);
  edit(
    'tags.yaml',
    (text) =>
      `${text}zyxtopic:\n  name: Zyxtopic\nhostile:\n  name: R&D <b>\nlake:\n  name: Lake Ohrid\n`,
  );
  write(
    join(folder, 'series.yaml'),
    `lake-years:\n  name: ${JSON.stringify(seriesName)}\n  description: How a lake changed.\nzyxseries:\n  name: Zyxseries\n`,
  );
  write(
    join(folder, 'authors/zyxauthor.yaml'),
    'name: Zyxauthor\ndescription: Zyxauthor writes.\n',
  );
  write(join(folder, 'authors/ada.yaml'), 'name: Ada & <i>Sons</i>\ndescription: Ada writes.\n');
  write(
    join(folder, 'authors/zoe.yaml'),
    `name: Zoë Ó Brien
description: Zoë writes.
role: Critic & "editor"
profiles: ["https://social.example/@zoe", "https://zoe.example/?a=1&b=2"]
fediverse: "@zoe@social.example"
`,
  );

  const put = async (slug: string, details: StoryDetails, ...pictures: [string, number][]) => {
    write(join(folder, 'articles/2026/11', slug, 'index.md'), story(slug, details));
    for (const [name, red] of pictures)
      write(join(folder, 'articles/2026/11', slug, `${name}.jpg`), await picture(red, name));
  };
  await put(
    'zyxdraft',
    {
      headline: 'Zyxdraft is not ready',
      published: '2026-11-01',
      tags: '[zyxtopic]',
      authors: '[zyxauthor]',
      extra: `draft: true\nseries: zyxseries\n${lead('zyxpicture')}`,
      body: heldBack,
    },
    ['zyxpicture', 201],
  );
  await put(
    'zyxembargo',
    {
      headline: 'Zyxembargo is not due',
      published: '2026-11-23 13:01',
      extra:
        'series: lake-years\npart: 4\nplaces: [{ name: Zyxembargo, at: [-33.8, 151.2] }]\nmap: { alt: Zyxembargo by the sea, caption: Where it was. }',
      body: `![A zyxpicture](zyxpicture.jpg "A Zyxpicture caption. (Zyxpicture/AGENCY)")\n\n${heldBack}`,
    },
    ['zyxpicture', 202],
  );
  await put('mapped', {
    headline: 'A story of places far apart',
    published: '2026-11-09',
    extra: `places:
  - { name: "الكويت <b> & Co.", at: [29.38, 47.98] }
  - { name: Suva, at: [-18.14, 178.44] }
  - { name: Apia, at: [-13.83, -171.77] }
map:
  alt: Three cities & what lies between them
  caption: Where <it> happened.
  countries: [Chile]
  journey: [Suva, Apia, Chile]`,
  });
  await put('hostile', {
    headline: hostileHeadline,
    published: '2026-11-20 09:30',
    tags: '[hostile, kosovo]',
    authors: '[ada, zoe, anthony-barnett]',
    extra:
      'kind: opinion\nupdated: 2026-11-21 10:00\nupdateNote: The agency answered.\nsource:\n  name: An Agency\n  url: https://agency.example/a?b=1&c=2',
    body: [
      'A paragraph with *stress*, a [story](/2026/11/19/long/), the [about page](/about/), the',
      '[feed](/feed.xml) and [elsewhere](https://elsewhere.example/?a=1&b=2). 5 < 6 & 7 > 3; at 9:30.',
      '\n## A subheading\n\n- one\n- two\n\n> Somebody said so.',
    ].join('\n'),
  });
  const later = `updated: 2026-11-22 20:00\nupdateNote: More is known.\n${lead('lead')}`;
  await put('long', { headline: longHeadline, published: '2026-11-19', extra: later }, [
    'lead',
    90,
  ]);
  await put(
    'pictures',
    {
      headline: 'Pictures above the text and in it',
      published: '2026-11-22T08:00+01:00',
      extra: `kind: reportage
dateline: TIRANA, Albania
places:
  - { name: Durrës, at: [41.3246, 19.4565] }
  - { name: Tirana, at: [41.3275, 19.8187] }
${lead('lead')}`,
      body: [
        'Before.',
        '![A field of colour](one.jpg "One. (Somebody/ONE)")',
        ':::pull-quote{speaker="Somebody, once"}\n“Said.”\n:::',
        '![Another field](two.jpg "Two (of two). (Drawing: Somebody (staff))")',
        'After.',
      ].join('\n\n'),
    },
    ['lead', 100],
    ['one', 110],
    ['two', 120],
  );
  await put(
    'rights',
    {
      headline: 'Pictures with limits',
      published: '2026-11-18',
      extra: [
        lead('kept'),
        'rights:',
        '  kept.jpg: { syndicate: false, holder: "Kept & <Sons>" }',
        '  noted.jpg: { expires: 2026-11-23 13:01 }',
      ].join('\n'),
      body: 'Before.\n\n![A noted field](noted.jpg "Noted. (Ada Noted/AGENCY)")\n\nAfter.',
    },
    ['kept', 130],
  );
  write(join(folder, 'articles/2026/11/rights/noted.jpg'), await notedPicture());
  await put(
    'blocks',
    {
      headline: 'A story with every block',
      published: '2026-11-17',
      extra: 'dateline: TIRANA, Albania',
      body: `${everyBlock('jpg')}\n\n${everyRecording}`,
    },
    ['a', 140],
    ['b', 160],
  );
  for (const [name, bytes] of [
    ['blocks/talk.mp3', recorded.mp3],
    ['blocks/send-off.mp4', recorded.mp4],
    ['blocks/send-off.vtt', recorded.vtt],
    ...['zyxdraft', 'zyxembargo', 'taken-down', 'retracted'].map(
      (slug) =>
        [
          `${slug}/zyxpicture.mp3`,
          Buffer.concat([recorded.mp3, Buffer.from('zyxpicture')]),
        ] as const,
    ),
  ] as const)
    write(join(folder, 'articles/2026/11', name), bytes);
  await put('wide', {
    headline: 'A wide picture with a focus',
    published: '2026-11-07',
    extra: `pictures:\n  wide.jpg: { focus: 75% 50% }\n${lead('wide')}`,
  });
  write(join(folder, 'articles/2026/11/wide/wide.jpg'), await widePicture());
  await put(
    'covered',
    {
      headline: 'Pictures that nobody has to see',
      published: '2026-11-06',
      extra: [
        'pictures:',
        '  veiled.jpg: { warning: Shows a zyxbody & more, focus: 40% 30% }',
        '  second.jpg: { warning: Shows another one }',
        lead('veiled'),
      ].join('\n'),
      body: [
        'Before.',
        '![A second field](second.jpg "Second. (Somebody/SECOND)")',
        '![A third field](third.jpg "Third. (Somebody/THIRD)")',
        'After.',
      ].join('\n\n'),
    },
    ['veiled', 140],
    ['second', 160],
    ['third', 170],
  );
  await put(
    'taken-down',
    {
      headline: 'Zyxgone was taken down',
      published: '2026-11-10',
      extra: `expires: 2026-11-20\nformerly: [/2026/11/09/before-it-went/]\n${lead('zyxpicture')}`,
      body: heldBack,
    },
    ['zyxpicture', 203],
  );
  await put(
    'retracted',
    {
      headline: 'What never happened',
      published: '2026-11-12',
      extra: `dateline: TIRANA, Albania
corrections:
  - { date: 2026-11-13, kind: correction, text: 'It happened elsewhere.' }
  - { date: 2026-11-14, kind: retraction, text: 'It did not happen: 5 < 6 & more.' }
${lead('zyxpicture')}`,
      body: `Zyxgone is what the story said.\n\n${heldBack}`,
    },
    ['zyxpicture', 204],
  );
  await put('corrected', {
    headline: 'A story with every kind of note',
    published: '2026-11-11 09:00',
    extra: `kind: analysis
formerly: [/2026/11/08/an-earlier-name/, /2026/11/11/another-name/, /alt/Übersicht.html, /Вести/, '/?p=123']
updated: 2026-11-11 12:00
updateNote: Adds the answer of the council.
corrections:
  - { date: 2026-11-12 08:00, kind: correction, text: The first number was wrong. }
  - { date: 2026-11-12 09:00, kind: clarification, text: The second number is a guess. }
  - { date: 2026-11-15, kind: editors-note, text: The author knows the mayor. }
  - { date: 2026-11-24, kind: correction, text: Zyxlater is not to be told yet. }`,
  });
  for (const [name, version] of Object.entries(versionStories))
    await put(name, { ...version, published: '2026-11-05', tags: '[kosovo, kuwait]' }, [
      'lead',
      140,
    ]);
  for (const [slug, day, tags, extra] of lakeStories)
    await put(slug, { headline: `Of the ${slug.replace('-', ' ')}`, published: day, tags, extra });
  writeUnfinished(folder, uuid('long'));
  // Last, so that each story has the name that its headline gives it.
  const small = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } })
    .png()
    .toBuffer();
  for (const report of storiesIn(await importInto(folder, sources.map(sourceFile)))) {
    fillIn(report, small);
    publish(report);
  }
  await writeSlushPile(folder);
}
