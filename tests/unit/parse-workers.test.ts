import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parseAhead } from '../../src/desk/parse-workers.ts';
import { readContent } from '../../src/desk/desk.ts';
import { parsedTextFile } from '../../src/desk/parsed-texts.ts';
import { markdownIn } from '../../src/desk/content-files.ts';
import { contentFolder, idOf, read, story } from './content.ts';

const many = Object.fromEntries(
  Array.from({ length: 320 }, (_, at): [string, string] => [
    `articles/many/story-${at}.md`,
    story({ id: idOf(at + 10), dateline: 'PRISTINA' }, `The ${at}th text.`),
  ]),
);
let folder: string;
let files: string[];

const clear = () => rmSync(join(process.env.CACHE!, 'texts'), { recursive: true, force: true });
const set = async (names: string[]) => {
  const told: number[] = [];
  const { vocabulary } = await read();
  clear();
  await parseAhead({ folder: join(folder, 'articles'), names, vocabulary }, (done) =>
    told.push(done),
  );
  return told;
};

beforeAll(async () => {
  folder = contentFolder(many);
  const { stories } = await readContent(folder);
  files = stories.map(({ textKey }) => parsedTextFile(textKey));
});

it('sets every text of many stories, and says how far it is', async () => {
  const told = await set(markdownIn(join(folder, 'articles')));
  expect(told.length).toBeGreaterThan(2);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

it('leaves a few to whoever reads them', async () => {
  expect(await set(markdownIn(join(folder, 'articles')).slice(0, 200))).toEqual([]);
  expect(files.filter((file) => existsSync(file))).toEqual([]);
});

it('hides no problem of a text', async () => {
  clear();
  const faulty = { ...many, 'articles/many/story-7.md': story({ id: idOf(7) }, 'A <b>text.') };
  await expect(readContent(contentFolder(faulty))).rejects.toThrow('Raw HTML is not allowed');
});
