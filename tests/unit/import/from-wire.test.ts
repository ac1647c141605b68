import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/desk/desk.ts';
import { makeEdition } from '../../../src/edition/edition.ts';
import { wire } from '../../../src/outputs/wire/wire.ts';
import { everyBlock } from '../../every-block.ts';
import { hostileHeadline, longHeadline } from '../../fixture.ts';
import {
  contentFolder,
  bundlesOf,
  idOf,
  page,
  png,
  publication,
  read,
  story,
  storyFile,
  type Files,
} from '../content.ts';
import type { StoryReport } from '../../../src/import/report.ts';
import { fillIn, importInto, storiesIn, storyText } from '../../imported.ts';
import { written } from './imported.ts';
import { tell } from './retold.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

/** Writes the wire of a newsroom’s stories and imports it in a newsroom that has none. */
async function sendTo(files: Files, others: Files = {}) {
  const content = contentFolder(files);
  const edition = makeEdition(await readContent(content), now);
  const bundles = bundlesOf(edition);
  const folder = contentFolder({ ...files, ...others });
  rmSync(join(folder, 'articles'), { recursive: true });
  const file = written(folder, 'wire.json', wire(edition, bundles));
  const reports = await importInto(folder, [file]);
  const stories = storiesIn(reports);
  expect(reports).toHaveLength(edition.stories.length);
  expect(stories).toHaveLength(edition.stories.length);
  const missing = stories.map(({ fields }) => fields.filter(({ how }) => how === 'missing'));
  for (const report of stories) fillIn(report, png);
  const again = makeEdition(await readContent(folder), now, true);
  const byId = new Map(bundlesOf(again).map((item) => [item.story.frontmatter.id, item]));
  const pairs = bundles.map((item) => {
    const { id } = item.story.frontmatter;
    const back = byId.get(id)!;
    return { id, item, sent: tell(item, edition), received: tell(back, again), back };
  });
  return { stories, missing, pairs };
}

const beside = (name: string) => ({
  [`articles/${name}/a.png`]: png,
  [`articles/${name}/b.png`]: png,
});
const lead =
  '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina (Kosovo).\n  credit: A (staff)/AP';
const rich = [
  'It said *so*, **loudly**, on [the page](/about/) and [elsewhere](https://ap.example/?a=1&b=2), at 9:30.',
  'A line\nthat goes on \\*here\\*: 5 < 6 & 7 > 3, a:b, `code`.',
  '![A field](a.png "One (of two). (Somebody/ONE)")',
  '## A heading',
  '- one\n- two\n  - three',
  '1. first\n2. second',
  ':::pull-quote{speaker="Vjosa & &quot;Co&quot;, president"}\n“Said *it*.”\n\nTwice.\n:::',
  '> Somebody said so.',
  '### A smaller one',
  '![Another field](b.png "Two. (Drawing: Somebody)")',
  ':: no block, and #no heading',
  'After.',
].join('\n\n');

const files: Files = {
  'pages/about.md': page(),
  'series.yaml': 'army:\n  name: A <new> army & more\n',
  'authors/second.yaml': 'name: Zoë & <i>Sons</i>\ndescription: X\n',
  'tags.yaml': 'kosovo:\n  name: R&D <b>\nkuwait:\n  name: Kuwait\n',
  ...beside('full'),
  'articles/full/index.md': story(
    {
      id: idOf(1),
      section: 'culture',
      tags: '[kuwait, kosovo]',
      authors: '[second, anthony-barnett]',
      series: 'army',
      part: '1',
      kind: 'reportage',
      dateline: 'PRISTINA, Kosovo',
      published: '2021-03-09 14:30',
      updated: '2021-03-10 09:00',
      updateNote: 'Adds the answer.',
      corrections:
        '\n  - { date: 2021-03-11, kind: correction, text: "It is 3,400 < 5." }\n  - { date: 2021-03-12 00:00, kind: editors-note, text: Known. }',
      places:
        '[{ name: Pristina, at: [42.6629, 21.1655] }, { name: Kuwait, at: [29.3759, 47.9774] }]',
      lead,
      source:
        '{ name: The AP, byline: L. Semini, place: Tirana, url: https://ap.example/a?b=1&c=2 }',
    },
    rich,
  ),
  ...beside('blocks'),
  'articles/blocks/index.md': story({ id: idOf(8) }, everyBlock('png')),
  'articles/plain.md': story({ id: idOf(2), published: '2021-03-09 00:00' }),
  'articles/corrected.md': story({
    id: idOf(3),
    kind: 'opinion',
    language: 'sq',
    corrections: '\n  - { date: 2021-03-11, kind: clarification, text: Known. }',
  }),
  'articles/translated.md': story({ id: idOf(12), language: 'ar', translationOf: idOf(1) }),
  'articles/updated.md': story({ id: idOf(4), updated: '2021-03-10', source: '{ name: AP }' }),
  'articles/hostile.md': story(
    {
      id: idOf(5),
      headline: JSON.stringify(hostileHeadline),
      standfirst: JSON.stringify(hostileHeadline),
    },
    'שלום & مرحبا 🎉 ]]>\n\nNo dateline — here.',
  ),
  'articles/long.md': story({ id: idOf(6), headline: JSON.stringify(longHeadline) }),
  ...beside('limits'),
  'articles/limits/index.md': story(
    {
      id: idOf(7),
      lead,
      expires: '2031-01-01',
      formerly: '[/2021/03/08/limits/]',
      rights: '\n  a.png: { syndicate: false }\n  b.png: { syndicate: false }',
    },
    'One.\n\n![A field](b.png "Two. (ANH)")\n\nThree.',
  ),
  ...beside('focused'),
  'articles/focused/index.md': story(
    { id: idOf(20), lead, pictures: '\n  a.png: { focus: 7% 100% }\n  b.png: { focus: 0% 33% }' },
    'One.\n\n![A field](b.png "Two. (ANH)")\n\nThree.',
  ),
  ...beside('covered'),
  'articles/covered/index.md': story(
    // Its warning does not come back as a field: the report quotes it.
    { id: idOf(21), lead, pictures: '\n  a.png: { warning: Shows a body }' },
    'One.',
  ),
};

describe('what the wire tells and import reads', async () => {
  const { stories, missing, pairs } = await sendTo(files);

  it('leaves nothing for an editor to fill in but the pictures', () => {
    expect(missing.flat()).toEqual([]);
    expect(stories.flatMap(({ pictures }) => pictures.map(({ needs }) => needs))).toEqual(
      Array.from({ length: 9 }, () => ['file']),
    );
  });

  it.each(pairs)('is the same story, $sent.id', ({ sent, received, back }) => {
    expect(received).toEqual(sent);
    expect(back.story.frontmatter.draft).toBe(true);
  });

  it('tells what the desk has no place for', () => {
    const told = new Set(stories.flatMap(({ lost }) => lost.map(({ what }) => what)));
    expect([...told].toSorted()).toEqual([
      'address at the sender',
      'another source',
      'expires',
      'lead’s edNote',
      'lead’s usageTerms',
      'picture 1’s usageTerms',
    ]);
  });

  it('does not bring back these fields', () => {
    const fields = pairs.flatMap(({ item, back }) => {
      const had = Object.keys(back.story.frontmatter);
      return Object.keys(item.story.frontmatter).filter((field) => !had.includes(field));
    });
    expect([...new Set(fields)].toSorted()).toEqual(['expires', 'part', 'pictures', 'rights']);
  });
});

it('leads from the address of this newsroom’s own story to where it lies now', async () => {
  const { pairs } = await sendTo({ [storyFile]: story() });
  const { frontmatter, path } = pairs[0]!.back.story;
  expect(path).toBe('/2021/03/09/kosovo-sends-troops-to-kuwait/');
  expect(frontmatter.formerly).toEqual(['/2021/03/09/troops/']);
});

it('tells of a series that is not known here', async () => {
  const all = {
    'series.yaml': 'army:\n  name: A new army\n',
    [storyFile]: story({ series: 'army' }),
  };
  const { stories, pairs } = await sendTo(all, { 'series.yaml': undefined });
  expect(stories[0]?.lost).toContainEqual({ what: 'unknown series', text: 'A new army' });
  expect(pairs[0]?.back.story.series).toBeUndefined();
});

it('names a sender that is another newsroom as the source', async () => {
  const others = { 'publication.yaml': publication({ name: 'Lowport News' }) };
  const { pairs } = await sendTo({ [storyFile]: story() }, others);
  expect(pairs[0]?.received.source).toEqual({
    name: 'ANH',
    byline: 'Anthony Barnett',
    url: 'https://anh.example/2021/03/09/troops/',
  });
  expect(pairs[0]?.back.story.frontmatter.formerly).toBeUndefined();
});

it('leaves out which original a translation has when that is not among the stories', async () => {
  const edition = makeEdition(await read(files), now);
  const wired = JSON.parse(wire(edition, bundlesOf(edition))) as { associations: object[] };
  const translation = wired.associations.find(
    (item) => 'language' in item && item.language === 'ar',
  );
  const folder = contentFolder({ ...files, [storyFile]: undefined });
  rmSync(join(folder, 'articles'), { recursive: true });
  const file = written(folder, 'one.json', JSON.stringify(translation));
  const [report] = (await importInto(folder, [file])) as [StoryReport];
  expect(report.fields).toContainEqual({ field: 'language', how: 'taken', value: 'ar' });
  expect(report.lost).toContainEqual({
    what: 'original in another language',
    text: `urn:uuid:${idOf(1)}`,
  });
  expect(storyText(report)).not.toContain('translationOf');
});

it('keeps what became of a story that was taken back, which has no text any more', async () => {
  const corrections = '\n  - { date: 2021-03-11, kind: retraction, text: It never happened. }';
  const edition = makeEdition(await read({ [storyFile]: story({ corrections }) }), now);
  const folder = contentFolder({ [storyFile]: undefined });
  const file = written(folder, 'wire.json', wire(edition, bundlesOf(edition)));
  const [report] = (await importInto(folder, [file])) as [StoryReport];
  expect(report.fields).toContainEqual({ field: 'text', how: 'missing' });
  expect(report.notes).toContain('Its sender marks it “canceled”.');
  expect(storyText(report)).toContain('kind: retraction\n    text: It never happened.');
});

it('refuses a list without stories', async () => {
  const folder = contentFolder();
  const file = written(folder, 'wire.json', '{ "uri": "a:b", "type": "composite" }');
  expect(await importInto(folder, [file])).toMatchObject([
    { kind: 'failure', summary: 'There is no story in it.' },
  ]);
});
