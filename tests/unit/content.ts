import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import sharp from 'sharp';
import { readContent, type Content } from '../../src/desk/desk.ts';
import type { StoryCopy } from '../../src/desk/story-copy.ts';
import { recordingsIn } from '../../src/desk/blocks.ts';
import { ContentError } from '../../src/desk/problem.ts';
import { readParsedText } from '../../src/desk/parsed-texts.ts';
import { makeEdition } from '../../src/edition/edition.ts';
import type { Edition, Listing } from '../../src/edition/model.ts';
import { maySyndicate } from '../../src/edition/rights.ts';
import { newestOf } from '../../src/edition/newest.ts';
import { figuresOf } from '../../src/outputs/figure.ts';
import { atom } from '../../src/outputs/atom.ts';
import { entryOf, feedOf } from '../../src/outputs/feed.ts';
import { jsonFeed } from '../../src/outputs/json-feed.ts';
import type { SharedRecording } from '../../src/outputs/recording.ts';
import { rss } from '../../src/outputs/rss.ts';
import type { StoryBundle } from '../../src/outputs/story-html.ts';

/** A small picture that is what it says. */
export const png = await sharp({
  create: { width: 8, height: 6, channels: 3, background: '#246' },
})
  .png()
  .toBuffer();

/** Where the one story of the smallest content folder lies. */
export const storyFile = 'articles/2021/03/troops/index.md';

const storyFields = {
  id: 'b082b392-279c-4638-81bd-00da3af204db',
  headline: 'Kosovo sends troops to Kuwait',
  standfirst: 'A platoon leaves Pristina.',
  section: 'military',
  tags: '[kosovo]',
  authors: '[anthony-barnett]',
  published: '2021-03-09',
};

const pageFields = { title: 'About ANH', description: 'Who publishes ANH.' };

/** Fields as YAML has them; undefined takes a field out, one that is not there yet comes last. */
export type Fields = Record<string, string | undefined>;

/**
 * A story. Its seven fields stand on the lines 2 to 8, its text begins on line 11. An update has a
 * note, unless the note is said to be undefined.
 */
export function story(fields: Fields = {}, text = 'The platoon left on Tuesday.'): string {
  const note = fields['updated'] === undefined ? {} : { updateNote: 'More is known.' };
  return markdown({ ...storyFields, ...fields, ...note, ...fields }, text);
}

/** A page. Its two fields stand on the lines 2 and 3, its text begins on line 6. */
export function page(fields: Fields = {}, text = 'Write to us.'): string {
  return markdown({ ...pageFields, ...fields }, text);
}

function markdown(fields: Fields, text: string): string {
  return `---\n${yaml(fields)}---\n\n${text}\n`;
}

function yaml(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** publication.yaml; its five fields stand on the lines 1 to 5. */
export function publication(fields: Fields = {}): string {
  const valid = {
    name: 'ANH',
    description: 'News from ANH',
    url: 'https://anh.example/',
    language: 'en-US',
    timeZone: 'Europe/Tirane',
  };
  return yaml({ ...valid, ...fields });
}

/** Files of a content folder by name; undefined takes one out of the smallest folder. */
export type Files = Record<string, string | Uint8Array | undefined>;

/** Writes a content folder: the smallest that the desk passes, with some files otherwise. */
export function contentFolder(files: Files = {}): string {
  const all: Files = {
    'publication.yaml': publication(),
    'sections.yaml': 'military:\n  name: Military\nculture:\n  name: Arts & Letters\n',
    'tags.yaml': 'kosovo:\n  name: Kosovo\nkuwait:\n  name: Kuwait\nksf:\n  name: Security Force\n',
    'authors/anthony-barnett.yaml': 'name: Anthony Barnett\ndescription: He covers the forces.\n',
    [storyFile]: story(),
    ...files,
  };
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const [name, data] of Object.entries(all)) {
    if (data === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  return folder;
}

/** What the desk makes of a content folder. */
export function read(files: Files = {}): Promise<Content> {
  return readContent(contentFolder(files));
}

/** What the desk makes of the one story with other fields or another text. */
export async function readStory(fields: Fields = {}, text?: string): Promise<StoryCopy> {
  const { stories } = await read({ [storyFile]: story(fields, text) });
  return stories[0]!;
}

/** A problem as tests write it: `file:line:column`, what is wrong, how to fix it. */
export type Told = [place: string, summary: string, fix: string];

/** Every problem for which the desk refuses a content folder, in the order in which it tells them. */
export async function refusals(files: Files): Promise<Told[]> {
  const folder = contentFolder(files);
  const refused: unknown = await readContent(folder).catch((error: unknown) => error);
  if (!(refused instanceof ContentError)) throw new Error('The desk did not refuse this.');
  const home = `${relative('', folder)}/`;
  return refused.problems.map(({ file, line, column, summary, fix }) => [
    `${file.replace(home, '')}:${line}:${column}`,
    summary,
    fix.replace(folder, 'CONTENT'),
  ]);
}

/** As `refusals`, of the one story with other fields or another text; places without the file. */
export async function refusalsOf(
  fields: Fields,
  text?: string,
  files: Files = {},
): Promise<Told[]> {
  const told = await refusals({ ...files, [storyFile]: story(fields, text) });
  return told.map(([place, ...words]) => [place.replace(`${storyFile}:`, ''), ...words]);
}

/** What is published of a content folder at a moment. */
export async function editionOf(
  files: Files = {},
  now = '2026-11-23T12:00:00Z',
  preview = false,
): Promise<Edition> {
  return makeEdition(await read(files), Date.parse(now), preview);
}

/** All that is syndicated of an edition's stories; `a.png` is made `_astro/a.jpg`, 1200 × 900 px, 54,321 bytes. */
export function bundlesOf({ stories, addresses, languageOf }: Edition): StoryBundle[] {
  return stories.map((story) => {
    const blocks = story.retraction ? [] : readParsedText(story.text.textKey)!.body.blocks;
    const figures = figuresOf(story, blocks);
    const pictures = figures
      .filter((figure) => maySyndicate(story, figure))
      .map((figure) => {
        const name = figure.image.replace(/^\.\/(.*)\.\w+$/, '$1');
        const url = addresses.absolute(addresses.path(`_astro/${name}.jpg`));
        const file = story.text.pictures.find(({ path }) => path === figure.image);
        const { rights, notes, focus } = file ?? {};
        const size = { width: 1200, height: 900, bytes: 54_321, type: 'image/jpeg' as const };
        return [figure.image, { url, ...size, figure, rights, notes, focus }] as const;
      });
    const recordings = recordingsIn(blocks).map((block): [string, SharedRecording] => {
      const file = story.text.recordings.find(({ path }) => path === block.file)!;
      const path = `media/0123456789ab-${block.file.slice(2)}`;
      return [block.file, { ...file, block, path, url: addresses.absolute(addresses.path(path)) }];
    });
    return {
      story,
      language: languageOf(story),
      blocks,
      pictures: new Map(pictures),
      recordings: new Map(recordings.filter(([, { rights }]) => rights?.syndicate ?? true)),
    };
  });
}

/** The feed of an edition’s list, or of the whole, in each format. */
export async function feedsOf(
  edition: Edition,
  list?: Listing,
): Promise<Record<'rss' | 'atom' | 'json', string>> {
  const newest = new Set(newestOf(edition, list));
  const entries = bundlesOf(edition)
    .filter(({ story }) => newest.has(story))
    .map((bundle) => entryOf(edition, bundle));
  const feed = feedOf(edition, list, entries);
  return { rss: await rss(feed, edition.language.dates), atom: atom(feed), json: jsonFeed(feed) };
}

/** An id of its own for the story of a number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
