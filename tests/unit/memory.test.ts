import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readForPreview } from '../../src/desk/desk.ts';
import { emptyMemory, forget } from '../../src/desk/stories.ts';
import { contentFolder, idOf, png, story, storyFile } from './content.ts';

const other = 'articles/2021/03/other/index.md';
const pictured = story({ id: idOf(2) }, '![A field](a.png "What it shows. (Ada/ANH)")');

/** A folder that was read once; reads it again after a change of a file. */
async function remembered() {
  const folder = contentFolder({ [other]: pictured, 'articles/2021/03/other/a.png': png });
  const memory = emptyMemory();
  const read = () => readForPreview(folder, memory);
  const { stories } = await read();
  return {
    stories,
    read,
    write(name: string, bytes: string | Uint8Array, isNew = false) {
      writeFileSync(join(folder, name), bytes);
      forget(memory, join(folder, name), isNew);
    },
    remove(name: string) {
      rmSync(join(folder, name), { recursive: true });
      forget(memory, join(folder, name), true);
    },
  };
}

const wide = await sharp(png).resize(9, 6).png().toBuffer();

it('reads a story again whose file changed, and no other', async () => {
  const { stories, read, write } = await remembered();
  write(storyFile, story({}, 'Other words, and more of them.'));
  const again = (await read()).stories;
  expect(again.map((one, at) => one === stories[at])).toEqual([true, false]);
  expect(again[1]!.words).toBe(6);
});

it('reads a story again whose picture changed or is gone', async () => {
  const { read, write, remove } = await remembered();
  write('articles/2021/03/other/a.png', wide);
  expect((await read()).stories[0]!.pictures[0]).toMatchObject({ width: 9 });
  remove('articles/2021/03/other/a.png');
  expect((await read()).problems[0]!.summary).toContain('There is no picture');
});

it('reads all again when a list of topics, sections or authors changed', async () => {
  const { read, write } = await remembered();
  write('tags.yaml', 'kuwait:\n  name: Kuwait\n');
  expect((await read()).problems[0]!.summary).toContain('kosovo');
});

it('reads a story with problems until it has none', async () => {
  const { read, write } = await remembered();
  write(storyFile, story({ headline: undefined }));
  const problems = async () => (await read()).problems.length;
  expect([await problems(), await problems()]).toEqual([1, 1]);
  write(storyFile, story({ headline: 'A headline again' }));
  expect((await read()).stories[1]!.frontmatter.headline).toBe('A headline again');
});

it('sees stories that come and go', async () => {
  const { read, write, remove } = await remembered();
  write('articles/2021/03/third.md', story({ id: idOf(3) }), true);
  expect((await read()).stories).toHaveLength(3);
  remove('articles/2021/03/other');
  expect((await read()).stories.map(({ slug }) => slug)).toEqual(['third', 'troops']);
});

it('refuses two stories of one id, whichever was read again', async () => {
  const { read, write } = await remembered();
  write(storyFile, story({ id: idOf(2) }));
  expect((await read()).problems[0]!.summary).toMatch(/the same id/);
});
