import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/desk/desk.ts';
import { makeEdition } from '../../src/edition/edition.ts';
import type { Associated, Ninjs } from '../../src/outputs/wire/ninjs.ts';
import { hostileHeadline, longHeadline } from '../fixture.ts';
import { fillIn, importInto, storiesIn } from '../imported.ts';
import { archive, filesOf, home, type Site } from '../sites.ts';
import { contentFolder, bundlesOf, png } from '../unit/content.ts';
import { tell } from '../unit/import/retold.ts';
import { problemsOf } from '../unit/ninjs-schema.ts';
import { attribute } from './page.ts';

const wireOf = ({ folder }: Site) =>
  JSON.parse(readFileSync(join(folder, 'wire.json'), 'utf8')) as Ninjs & {
    associations: Associated[];
  };
const mainOf = (item: Associated | undefined) => item?.headlines?.[0]?.value;

describe.each([home, archive])('the wire of $folder', (site) => {
  const list = wireOf(site);
  const files = filesOf(site);

  it('is an item of ninjs, and so is every story by itself', () => {
    expect(problemsOf(list)).toEqual([]);
    for (const { name: _, rel: __, ...item } of list.associations)
      expect(problemsOf(item)).toEqual([]);
  });

  it('names pictures that are there, as large as it says', async () => {
    const pictures = list.associations
      .flatMap(({ associations }) => associations ?? [])
      .filter(({ type }) => type === 'picture' || type === 'graphic');
    const renditions = pictures.flatMap((picture) => picture.renditions ?? []);
    expect(renditions.length).toBeGreaterThan(0);
    for (const { href, width, height, contentType, sizeInBytes } of renditions) {
      const bytes = files.get(decodeURI(href.slice(site.url.length)))!;
      const { format, ...size } = await sharp(bytes).metadata();
      expect([`image/${format}`, size.width, size.height]).toEqual([contentType, width, height]);
      if (sizeInBytes !== undefined) expect(sizeInBytes).toBe(bytes.length);
    }
  });

  it('has only whole addresses in the text, of files that are there', () => {
    for (const { bodies } of list.associations)
      for (const element of selectAll('[src], [href]', fromHtml(bodies?.[0]?.value ?? ''))) {
        const address = attribute(element, 'src') || attribute(element, 'href');
        expect(address).toMatch(/^https:\/\//);
        if (!address.startsWith(site.url)) continue;
        const path = decodeURI(address.slice(site.url.length).replace(/#fn(?:ref)?-[\w-]+$/, ''));
        expect(files.has(path.endsWith('/') ? `${path}index.html` : path), address).toBe(true);
      }
  });
});

it('holds the newest thirty, newest first', () => {
  const { associations } = wireOf(archive);
  expect(associations).toHaveLength(30);
  expect(associations.slice(0, 3).map(mainOf)).toEqual([
    'Pictures above the text and in it',
    hostileHeadline,
    longHeadline,
  ]);
  expect(new Set(associations.map(({ uri }) => uri)).size).toBe(30);
});

it('hands on no picture that may not be, only its words', () => {
  const item = wireOf(archive).associations.find((item) => mainOf(item) === 'Pictures with limits');
  expect(item?.associations).toMatchObject([
    { rel: 'lead', by: 'Somebody/KEPT', usageTerms: 'This image may not be republished.' },
    { rel: 'illustration', by: 'Ada Noted', copyrightNotice: '© 2026 AGENCY & Sons' },
  ]);
  expect(JSON.stringify(item)).not.toMatch(/kept[^"]*\.(?:jpg|webp|avif)/);
});

it('is taken in again as the same stories', async () => {
  const content = `${archive.folder}-content`;
  const now = Date.parse('2026-11-23T12:00:00Z');
  const edition = makeEdition(await readContent(content), now);
  const sent = bundlesOf(edition)
    .slice(0, 30)
    // What was taken back has no text any more that the desk could pass.
    .filter(({ story }) => !story.retraction);
  const folder = contentFolder();
  cpSync(content, folder, { recursive: true });
  for (const name of ['articles', 'addresses.lock', 'imports.lock'])
    rmSync(join(folder, name), { recursive: true, force: true });
  const reports = await importInto(folder, [join(archive.folder, 'wire.json')]);
  const stories = storiesIn(reports);
  expect(stories).toHaveLength(30);
  for (const report of stories) {
    fillIn(report, png);
    if (report.fields.some(({ field, how }) => field === 'text' && how === 'missing'))
      rmSync(report.path);
  }
  const again = makeEdition(await readContent(folder), now, true);
  const received = new Map(bundlesOf(again).map((item) => [item.story.frontmatter.id, item]));
  expect(sent.length).toBeGreaterThan(20);
  expect(received.size).toBe(sent.length);
  // Texts of the pile of odd stories lose the language of code, and spaces that end a link’s title.
  const isOdd = (authors: string[]) => authors.some((key) => key.startsWith('slush'));
  for (const item of sent) {
    const [told, back] = [
      tell(item, edition),
      tell(received.get(item.story.frontmatter.id)!, again),
    ];
    // A recording comes as its words and the way to its file.
    if (isOdd(item.story.authors) || item.recordings.size > 0)
      expect({ ...back, blocks: [] }).toEqual({ ...told, blocks: [] });
    else expect(back).toEqual(told);
  }
});
