import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { playerOf } from '../../src/outputs/blocks/recording.ts';
import { storyJsonLd } from '../../src/outputs/json-ld/story.ts';
import { toHtml } from '../../src/outputs/prose.ts';
import { feedHtml } from '../../src/outputs/story-html.ts';
import { storyMarkdown } from '../../src/outputs/story-markdown.ts';
import { wireStory } from '../../src/outputs/wire/story.ts';
import { recorded } from '../recorded.ts';
import {
  editionOf,
  feedsOf,
  bundlesOf,
  png,
  readStory,
  refusalsOf,
  story,
  storyFile,
  type Fields,
  type Told,
} from './content.ts';
import { opening } from './feed-texts.ts';
import { problemsOf } from './ninjs-schema.ts';

const folder = 'articles/2021/03/troops';
const files = {
  [`${folder}/a.mp3`]: recorded.mp3,
  [`${folder}/b.mp4`]: recorded.mp4,
  [`${folder}/b.vtt`]: recorded.vtt,
  [`${folder}/c.png`]: png,
};
const audio = ':::audio[A talk & more]{file="a.mp3" credit="Name/AP"}\nWhat? — *This*.\n:::';
const video =
  ':::video[The send-off]{file="b.mp4" poster="c.png" captions="b.vtt" credit="Name"}\nA band plays.\n:::';

describe('a recording', () => {
  const opens = {
    audio:
      'Open it with :::audio[Interview with a soldier]{file="interview.mp3" credit="Visar Kryeziu/AP"}',
    video:
      'Open it with :::video[The send-off]{file="send-off.mp4" poster="still.jpg" captions="send-off.vtt" credit="Visar Kryeziu/AP"}',
  };
  const name = 'Use only letters, digits, dots, hyphens and underscores in the name.';
  const other = (from: string, to: string) => audio.replace(from, to);

  it.each<[string, string, Told[]]>([
    [
      'without a transcript',
      ':::audio[A]{file="a.mp3" credit="B"}\n:::',
      [
        [
          '11:1',
          'The block `audio` is empty.',
          'Write its content between its first and last line.',
        ],
      ],
    ],
    [
      'without file and credit',
      ':::audio[A]\nOne\n:::',
      [
        ['11:1', 'The block’s `file` is missing.', opens.audio],
        ['11:1', 'The block’s `credit` is missing.', opens.audio],
      ],
    ],
    [
      'without subtitles',
      video.replace(' captions="b.vtt"', ''),
      [['11:1', 'The block’s `captions` is missing.', opens.video]],
    ],
    [
      'of another kind of file',
      other('a.mp3', 'b.mp4'),
      [
        [
          '11:1',
          'The block’s `file` is not a file that every browser plays.',
          'Name a file that ends in .mp3, .m4a, .ogg, .opus, .wav.',
        ],
      ],
    ],
    [
      'from another site',
      other('a.mp3', 'https://a.example/a.mp3'),
      [['11:1', 'The block’s `file` is not the name of a file beside the text.', name]],
    ],
    [
      'from elsewhere in the content',
      other('a.mp3', '../a.mp3'),
      [['11:1', 'The block’s `file` is not the name of a file beside the text.', name]],
    ],
    [
      'that is not there',
      other('a.mp3', 'x.mp3'),
      [
        [
          '11:1',
          'There is no file ./x.mp3.',
          'Put the file beside the text, or correct its name here.',
        ],
      ],
    ],
    [
      'that is a folder',
      other('a.mp3', 'folder.mp3'),
      [
        [
          '11:1',
          'There is no file ./folder.mp3.',
          'Put the file beside the text, or correct its name here.',
        ],
      ],
    ],
    [
      'that is empty',
      other('a.mp3', 'empty.mp3'),
      [['11:1', 'The file ./empty.mp3 is empty.', 'Save it again as audio/mpeg.']],
    ],
    [
      'that is something else',
      other('a.mp3', 'picture.mp3'),
      [
        [
          '11:1',
          'The file ./picture.mp3 is not of the type that its name says.',
          'Save it again as audio/mpeg.',
        ],
      ],
    ],
    [
      'whose subtitles are something else',
      video.replace('b.vtt', 'late.vtt'),
      [
        [
          '11:1',
          'The file ./late.vtt is not of the type that its name says.',
          'Save it again as text/vtt, with WEBVTT as its first line.',
        ],
      ],
    ],
    [
      'whose still is not there',
      video.replace('c.png', 'x.png'),
      [
        [
          '11:1',
          'There is no picture ./x.png.',
          'Put the file beside the text, or correct its name here.',
        ],
      ],
    ],
  ])('is refused %s', async (_, text, told) => {
    const more = {
      [`${folder}/empty.mp3`]: '',
      [`${folder}/folder.mp3/a`]: '',
      [`${folder}/picture.mp3`]: png,
      [`${folder}/late.vtt`]: '\nWEBVTT',
    };
    expect(await refusalsOf({}, text, { ...files, ...more })).toEqual(told);
  });

  it.each(['', '\uFEFF', ' '])('may have subtitles that begin with %j', async (space) => {
    const vtt = space === ' ' ? 'WEBVTT - by hand\n' : `${space}WEBVTT\n`;
    const edition = await editionOf({
      ...files,
      [storyFile]: story({}, video),
      [`${folder}/b.vtt`]: vtt,
    });
    expect(edition.stories[0]!.text.recordings.map(({ type }) => type)).toEqual([
      'video/mp4',
      'text/vtt',
    ]);
  });
});

async function outputs(fields: Fields = {}) {
  const edition = await editionOf({
    ...files,
    [storyFile]: story(fields, `${audio}\n\n${video}`),
  });
  const item = bundlesOf(edition)[0]!;
  return { edition, item };
}

const url = (name: string) => `https://anh.example/media/0123456789ab-${name}`;

it('is in feeds and plain text a link with what is said in it', async () => {
  const { edition, item } = await outputs();
  expect(feedHtml(item, edition)).toBe(
    `${opening}<figure class="audio"><figcaption>A talk &amp; more</figcaption><div><a href="${url('a.mp3')}">Audio file</a> <small>MP3, 1 kB. Recording: Name/AP</small></div><details><summary>Transcript</summary><p>What?\u00a0— <em>This</em>.</p></details></figure>` +
      `<figure class="video"><figcaption>The send-off</figcaption><div><a href="${url('b.mp4')}">Video file</a> <small>MP4, 1 kB. Recording: Name</small></div><details><summary>Transcript</summary><p>A band plays.</p></details></figure>`,
  );
  const text = storyMarkdown({ ...item, pictures: [] }, edition);
  expect(text).toContain(`**A talk & more**

[Audio file](${url('a.mp3')}) MP3, 1 kB. Recording: Name/AP

**Transcript**

What? — _This_.
`);
});

it('is told by every feed with type and size, and to podcast players', async () => {
  const { rss, atom, json } = await feedsOf((await outputs()).edition);
  const { bytes } = { bytes: recorded.mp3.length };
  const [item] = parseRssFeed(rss).items!;
  expect(item!.enclosures).toEqual([{ url: url('a.mp3'), length: bytes, type: 'audio/mpeg' }]);
  for (const { media } of [item!, parseAtomFeed(atom).entries![0]!])
    expect(media!.contents).toMatchObject([
      { url: url('a.mp3'), fileSize: bytes, type: 'audio/mpeg', medium: 'audio' },
      { url: url('b.mp4'), fileSize: recorded.mp4.length, type: 'video/mp4', medium: 'video' },
    ]);
  expect(parseJsonFeed(json).items![0]!.attachments).toEqual([
    { url: url('a.mp3'), mime_type: 'audio/mpeg', title: 'A talk & more', size_in_bytes: bytes },
    {
      url: url('b.mp4'),
      mime_type: 'video/mp4',
      title: 'The send-off',
      size_in_bytes: recorded.mp4.length,
    },
  ]);
});

it('is an item of its own on the wire', async () => {
  const { edition, item } = await outputs();
  const told = wireStory(item, edition);
  expect(problemsOf(told)).toEqual([]);
  expect(told.associations).toMatchObject([
    {
      rel: 'recording',
      type: 'audio',
      by: 'Name/AP',
      renditions: [{ href: url('a.mp3'), contentType: 'audio/mpeg' }],
    },
    { rel: 'recording', type: 'video', renditions: [{ href: url('b.mp4') }] },
  ]);
});

it('is told to programs with its transcript', async () => {
  const { edition, item } = await outputs();
  const jsonLd = storyJsonLd(item.story, edition, [], [...item.recordings.values()]);
  expect((JSON.parse(jsonLd) as { '@graph': unknown[] })['@graph'][0]).toMatchObject({
    audio: [
      {
        '@type': 'AudioObject',
        name: 'A talk & more',
        contentUrl: url('a.mp3'),
        encodingFormat: 'audio/mpeg',
        transcript: 'What? — This.',
      },
    ],
    video: [{ '@type': 'VideoObject', transcript: 'A band plays.', uploadDate: '2021-03-09' }],
  });
});

it('keeps its words where it may not be republished', async () => {
  const { edition, item } = await outputs({ rights: '{ a.mp3: { syndicate: false } }' });
  expect(feedHtml(item, edition)).toContain(
    '<div>This recording may not be republished. Find it in <a href="https://anh.example/2021/03/09/troops/">the story</a>.</div>',
  );
  const { rss, atom, json } = await feedsOf(edition);
  for (const text of [rss, atom, json, JSON.stringify(wireStory(item, edition))]) {
    expect(text).not.toContain('a.mp3');
    expect(text).toContain('b.mp4');
  }
});

it('is played on its page, a film with its still and its subtitles', async () => {
  const { item } = await outputs();
  const [one, two] = [...item.recordings.values()];
  const poster = { url: 'https://anh.example/news/_astro/c.jpg', width: 8, height: 6 };
  const source = (path: string) => `/news/${path}`;
  const html = [
    playerOf(one!, item.language, source),
    playerOf(
      { ...two!, captions: 'media/b.vtt', poster: { ...poster, figure: two!.block.poster! } },
      item.language,
      source,
    ),
  ];
  expect(toHtml(html, (href) => href)).toBe(
    '<audio controls preload="none" src="/news/media/0123456789ab-a.mp3"></audio>' +
      '<video controls preload="none" src="/news/media/0123456789ab-b.mp4" poster="/news/_astro/c.jpg"><track kind="captions" src="/news/media/b.vtt" srclang="en-US" label="Subtitles" default></video>',
  );
});

it('counts the words of its transcript, not those about it', async () => {
  expect((await readStory({}, 'One two.')).recordings).toEqual([]);
  expect((await outputs()).item.story.text.words).toBe(12);
});
