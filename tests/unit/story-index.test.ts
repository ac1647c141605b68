import { readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parsedTextFile } from '../../src/desk/parsed-texts.ts';
import { everyBlock } from '../every-block.ts';
import { contentFolder, idOf, png, story, storyFile } from './content.ts';

// Files that were written just now may be written again within the same tick of the clock, so that the
// index leaves them out. Here they are as old as a test says.
const age = vi.hoisted(() => ({ ms: 0 }));
vi.mock('../../src/files/signature.ts', async (original) => {
  const { signatureOf, ...others } =
    await original<typeof import('../../src/files/signature.ts')>();
  return {
    ...others,
    signatureOf(file: string) {
      const signature = signatureOf(file);
      return signature && { ...signature, changed: signature.changed - age.ms };
    },
  };
});
vi.mock('../../src/desk/copy.ts', async (original) => {
  const module = await original<typeof import('../../src/desk/copy.ts')>();
  return { ...module, readCopy: vi.fn<typeof module.readCopy>(module.readCopy) };
});

// Other files of tests have these modules as they are.
vi.resetModules();
const { readCopy } = await import('../../src/desk/copy.ts');
const { readContent } = await import('../../src/desk/desk.ts');
afterAll(() => void vi.resetModules());

const other = 'articles/2021/03/other/index.md';
const picture = 'articles/2021/03/other/a.png';
const files = {
  [other]: story({ id: idOf(2), headline: 'x'.repeat(120) }, everyBlock('png')),
  ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`articles/2021/03/other/${name}.png`, png])),
};
const index = () => join(process.env.CACHE!, 'texts/index');

let folder: string;
/** Reads the folder; tells what is in it, and which stories were read in their files. */
async function read() {
  vi.mocked(readCopy).mockClear();
  const content = await readContent(folder);
  const stories = vi.mocked(readCopy).mock.calls.map(([, name]) => name);
  return { ...content, read: stories.filter((name) => name.includes('/')) };
}

beforeEach(async () => {
  age.ms = 10_000;
  rmSync(index(), { force: true });
  folder = contentFolder(files);
  expect((await read()).read).toHaveLength(2);
});

it('knows all of a story whose files are the same, its places and warnings too', async () => {
  const known = await read();
  expect(known.read).toEqual([]);
  rmSync(index());
  const fresh = await read();
  expect(fresh.read).toHaveLength(2);
  const lasting = ({ placeOf, ...lasting }: (typeof fresh.stories)[number]) => ({
    ...lasting,
    places: (['id', 'published', 'part'] as const).map(placeOf),
  });
  expect(known.stories.map(lasting)).toStrictEqual(fresh.stories.map(lasting));
  expect(known.warnings).toStrictEqual(fresh.warnings);
  expect(known.warnings).toHaveLength(1);
});

describe('a story is read in its files', () => {
  const at = (name: string) => join(folder, name);
  const inPlace = (name: string, from: string, to: string) => {
    const { atime, mtime } = statSync(at(name));
    writeFileSync(at(name), readFileSync(at(name), 'utf8').replace(from, to));
    utimesSync(at(name), atime, mtime);
  };

  it.each<[string, () => void, string[]]>([
    [
      'when its text is another of the same length and time',
      () => inPlace(storyFile, 'platoon', 'company'),
      ['2021/03/troops/index.md'],
    ],
    [
      'when its picture is another',
      () => writeFileSync(at(picture), png),
      ['2021/03/other/index.md'],
    ],
    [
      'when the time of its picture is another',
      () => utimesSync(at(picture), 1, 1),
      ['2021/03/other/index.md'],
    ],
    [
      'when the index was cut off',
      () => truncateSync(index(), statSync(index()).size - 3),
      ['2021/03/other/index.md', '2021/03/troops/index.md'],
    ],
    [
      'when a letter in the index is another',
      () => writeFileSync(index(), readFileSync(index(), 'utf8').replace('Kuwait', 'Kuweit')),
      ['2021/03/other/index.md', '2021/03/troops/index.md'],
    ],
    [
      'when a section has another name',
      () => writeFileSync(at('sections.yaml'), 'military:\n  name: Forces\n'),
      ['2021/03/other/index.md', '2021/03/troops/index.md'],
    ],
    [
      'when it lies in another folder',
      () => void (folder = contentFolder(files)),
      ['2021/03/other/index.md', '2021/03/troops/index.md'],
    ],
  ])('%s', async (_, change, names) => {
    change();
    expect((await read()).read).toEqual(names);
    expect((await read()).read).toEqual([]);
  });

  it('when its parsed text was cut off', async () => {
    const { stories } = await read();
    const file = parsedTextFile(stories.find(({ slug }) => slug === 'troops')!.textKey);
    truncateSync(file, 5);
    expect((await read()).read).toEqual(['2021/03/troops/index.md']);
    expect(statSync(file).size).toBeGreaterThan(5);
  });

  it('when it was changed so lately that its next change might not be seen', async () => {
    age.ms = 1000;
    writeFileSync(at(storyFile), story({}, 'Another text.'));
    expect((await read()).read).toEqual(['2021/03/troops/index.md']);
    expect((await read()).read).toEqual(['2021/03/troops/index.md']);
    age.ms = 10_000;
    expect((await read()).read).toEqual(['2021/03/troops/index.md']);
    expect((await read()).read).toEqual([]);
  });

  it('when it had a problem, and again until it has none', async () => {
    writeFileSync(at(storyFile), story({ headline: undefined }));
    await expect(read()).rejects.toThrow('`headline` is missing');
    await expect(read()).rejects.toThrow('`headline` is missing');
    writeFileSync(at(storyFile), story());
    expect((await read()).read).toEqual(['2021/03/troops/index.md']);
  });
});

describe('a draft with problems', () => {
  const draft = 'articles/2021/04/draft/index.md';
  const name = '2021/04/draft/index.md';
  const at = (file: string) => join(folder, file);
  beforeEach(() => {
    const text = '![A field](b.png "What it shows. (Ada/ANH)")';
    folder = contentFolder({
      ...files,
      [draft]: story({ id: idOf(3), published: '2021-04-01', draft: 'true' }, text),
      'articles/2021/04/draft/a.txt': '',
    });
  });

  it('is known with them', async () => {
    const fresh = await read();
    const known = await read();
    expect([fresh.read.length, known.read]).toEqual([3, []]);
    expect(known.warnings).toStrictEqual(fresh.warnings);
    expect(known.warnings.at(-1)).toMatchObject({
      isInDraft: true,
      summary: 'There is no picture ./b.png.',
    });
  });

  it.each<[string, () => void, number]>([
    ['the picture is there', () => writeFileSync(at('articles/2021/04/draft/b.png'), png), 1],
    ['another file lies there', () => writeFileSync(at('articles/2021/04/draft/b2.png'), png), 2],
    ['it is no draft any more', () => writeFileSync(at(draft), story({ id: idOf(3) })), 1],
  ])('is read again when %s', async (_, change, warnings) => {
    await read();
    change();
    const again = await read().catch(() => undefined);
    expect(vi.mocked(readCopy).mock.calls.map(([, name]) => name)).toContain(name);
    expect(again?.warnings ?? [1]).toHaveLength(warnings);
  });
});

it('knows a story by its text in a fresh checkout, where all times are new', async () => {
  utimesSync(join(folder, storyFile), 1, 1);
  expect((await read()).read).toEqual([]);
  expect((await read()).stories).toHaveLength(2);
});
