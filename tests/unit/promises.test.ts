import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addToLock, newIn, readLock } from '../../src/desk/lock.ts';
import { brokenAddresses } from '../../src/edition/published-addresses.ts';
import { contentFolder, idOf, read, story, storyFile, type Fields, type Files } from './content.ts';

const id = 'b082b392-279c-4638-81bd-00da3af204db';
const path = '/2021/03/09/troops/';

/** What is broken of what was promised, with its place. */
async function broken(files: Files, lock = `# note\n${path} ${id}\n`) {
  const folder = contentFolder({ ...files, 'addresses.lock': lock });
  const { stories } = await read(files);
  return brokenAddresses(stories, readLock(folder)).map(({ file, line, column, summary, fix }) => [
    `${file.replace(/^.*?(?=articles\/|addresses)/, '')}:${line}:${column}`,
    summary,
    fix,
  ]);
}

const changed = (fields: Fields) => ({ [storyFile]: story(fields) });

describe('an address that was published', () => {
  it('may stay where it is, change its time of day and be taken down', async () => {
    expect(await broken({})).toEqual([]);
    expect(await broken(changed({ published: '2021-03-09 14:00' }))).toEqual([]);
    expect(await broken(changed({ expires: '2022-01-01' }))).toEqual([]);
  });

  it('is not left by a story that moves to another day', async () => {
    expect(await broken(changed({ published: '2021-03-10' }))).toEqual([
      [
        `${storyFile}:8:1`,
        `The story was published at ${path} and would be at /2021/03/10/troops/ now.`,
        `Add the line \`formerly: [${path}]\`, so that the old address redirects to the new one.`,
      ],
    ]);
  });

  it('is not left by a story that is renamed, unless it says so', async () => {
    const file = 'articles/2021/03/soldiers/index.md';
    expect(await broken({ [storyFile]: undefined, [file]: story() })).toHaveLength(1);
    const formerly = story({ formerly: `[${path}]` });
    expect(await broken({ [storyFile]: undefined, [file]: formerly })).toEqual([]);
  });

  it('is not left by going back to draft', async () => {
    expect(await broken(changed({ draft: 'true' }))).toEqual([
      [
        `${storyFile}:9:1`,
        `The story was published at ${path}; as a draft it would disappear.`,
        'Remove `draft`; to take the story down, give it `expires:`.',
      ],
    ]);
  });

  it('keeps its mark', async () => {
    expect(await broken(changed({ id: idOf(7) }))).toEqual([
      [
        `${storyFile}:2:1`,
        `The story at ${path} no longer has its original \`id\`.`,
        `Write \`id: ${id}\` again; feed readers recognize the story by it.`,
      ],
    ]);
  });

  it('is not left by removing the story', async () => {
    expect(await broken({ [storyFile]: undefined })).toEqual([
      [
        'addresses.lock:2:1',
        `The story published at ${path} is missing from the content.`,
        'Bring its file back and give it `expires:`, or a retraction among its `corrections:`; or redirect its address in redirects.yaml. Delete this line only if no reader ever had the address, as with an example.',
      ],
    ]);
  });
});

describe('addresses.lock', () => {
  it('need not exist', () => {
    expect(readLock(contentFolder({})).addresses).toEqual([]);
  });

  it('is refused where a line was changed by hand', () => {
    const folder = contentFolder({ 'addresses.lock': `${path} ${id}\n${path}\nx\n` });
    expect(() => readLock(folder)).toThrow(/addresses\.lock:2:1 .*\n.*\n.*addresses\.lock:3:1 /);
  });

  it('keeps what it has, adds what is new in order, and is not written when nothing is', () => {
    const folder = contentFolder({ 'addresses.lock': `${path} ${id}\n` });
    const before = [{ path: '/2020/01/01/a/', id: idOf(1) }];
    expect(addToLock(readLock(folder), before)).toBe(1);
    expect(readLock(folder).addresses).toEqual([
      { path: '/2020/01/01/a/', id: idOf(1), line: 3 },
      { path, id, line: 4 },
    ]);
    expect(addToLock(readLock(folder), [...before, { path, id }])).toBe(0);
  });

  it('has beside it nothing that a build left when the disk was full or it was ended', () => {
    const folder = contentFolder({
      'addresses.lock': `${path} ${id}\n`,
      'addresses.lock.next': 'half of it',
    });
    expect(addToLock(readLock(folder), [{ path, id }])).toBe(0);
    expect(existsSync(join(folder, 'addresses.lock.next'))).toBe(false);
  });

  it('is asked how many are new without being written', () => {
    const folder = contentFolder({ 'addresses.lock': `${path} ${id}\n` });
    const published = [{ path }, { path: '/2020/01/01/a/' }, { path: '/2020/01/01/b/' }];
    expect(newIn(readLock(folder), published)).toBe(2);
    expect(readLock(folder).addresses).toHaveLength(1);
  });
});
