import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { linkAll, linkFiles, moveAll } from '../../src/files/link.ts';
import { settledFromNow, signatureOf } from '../../src/files/signature.ts';
import { filesIn } from '../../src/files/walk.ts';
import { startFileWorker } from '../../src/build/file-worker.ts';

const root = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(root, { recursive: true }));

let [from, to] = ['', ''];
beforeEach(() => {
  const folder = mkdtempSync(join(root, 'case-'));
  [from, to] = [join(folder, 'from'), join(folder, 'to')];
});
const write = (folder: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
const read = (folder: string) =>
  Object.fromEntries(
    filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('the files in a folder', () => {
  it('are those of all folders in it, in order', () => {
    write(from, { 'b/c/d.txt': '', 'b/a.txt': '', 'a.txt': '', 'b.txt': '' });
    mkdirSync(join(from, 'empty'));
    expect(filesIn(from)).toEqual(['a.txt', 'b.txt', 'b/a.txt', 'b/c/d.txt']);
  });

  it('are also what links lead to, if that is a file', () => {
    write(from, { 'a.txt': '' });
    symlinkSync('a.txt', join(from, 'link.txt'));
    symlinkSync('nowhere', join(from, '.#a.txt'));
    symlinkSync('.', join(from, 'folder'));
    expect(filesIn(from)).toEqual(['a.txt', 'link.txt']);
  });

  it('are an error where there is no folder', () => {
    expect(() => filesIn(from)).toThrow('ENOENT');
  });
});

describe('laying files', () => {
  it('links them, and leaves others alone', () => {
    write(from, { 'a/b.txt': 'b', 'c.txt': 'c' });
    write(to, { 'd.txt': 'd' });
    linkFiles(['a/b.txt'], from, to);
    expect(read(to)).toEqual({ 'a/b.txt': 'b', 'd.txt': 'd' });
    expect(statSync(join(to, 'a/b.txt')).ino).toBe(statSync(join(from, 'a/b.txt')).ino);
  });

  it('copies what cannot be linked, as where there is a file', () => {
    write(from, { 'a.txt': 'new' });
    write(to, { 'a.txt': 'old' });
    linkAll(from, to);
    expect(read(to)).toEqual({ 'a.txt': 'new' });
  });
});

describe('moving all', () => {
  it('takes the place of what is there, and leaves nothing behind', () => {
    write(from, { 'a/b.txt': 'new', 'a/c/d.txt': 'd', 'e/f.txt': 'f', 'g.txt': 'g' });
    write(to, { 'a/b.txt': 'old', 'a/h.txt': 'h' });
    // What is linked elsewhere stays there as it is.
    linkSync(join(to, 'a/b.txt'), join(to, 'linked'));
    moveAll(from, to);
    expect(read(to)).toEqual({
      'a/b.txt': 'new',
      'a/c/d.txt': 'd',
      'a/h.txt': 'h',
      'e/f.txt': 'f',
      'g.txt': 'g',
      linked: 'old',
    });
    expect(existsSync(from)).toBe(false);
  });

  it('makes the folder', () => {
    write(from, { 'a.txt': 'a' });
    moveAll(from, join(to, 'deep'));
    expect(read(to)).toEqual({ 'deep/a.txt': 'a' });
  });
});

describe('a signature', () => {
  it('is another for bytes of the same size that were given the time of the old ones', () => {
    write(from, { 'a.txt': 'one' });
    const file = join(from, 'a.txt');
    utimesSync(file, 1, 1);
    const before = signatureOf(file)!;
    writeFileSync(file, 'two');
    utimesSync(file, 1, 1);
    expect(signatureOf(file)!.text).not.toBe(before.text);
    expect(before.changed).toBeGreaterThan(1000);
  });

  it('is settled when its file has not changed for two seconds', () => {
    write(from, { 'a.txt': 'one' });
    const isSettled = settledFromNow(from);
    const signature = signatureOf(join(from, 'a.txt'))!;
    expect(isSettled(signature)).toBe(false);
    expect(isSettled({ ...signature, changed: signature.changed - 1900 })).toBe(false);
    expect(isSettled({ ...signature, changed: signature.changed - 2100 })).toBe(true);
    expect(filesIn(from)).toEqual(['a.txt']);
  });

  it('is none where there is no file', () => {
    expect(signatureOf(from)).toBeUndefined();
  });
});

describe('a fileWorker', () => {
  it('carries out orders one after the other, and tells of one that failed', async () => {
    write(from, { 'a.txt': 'a', 'b.txt': 'b' });
    const fileWorker = startFileWorker();
    const orders = [
      fileWorker.link(['a.txt'], from, to),
      fileWorker.link(['missing.txt'], from, to),
      fileWorker.remove(from),
      fileWorker.linkAll(to, join(to, 'again')),
    ];
    const outcomes = await Promise.allSettled(orders);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(read(to)).toEqual({ 'a.txt': 'a', 'again/a.txt': 'a' });
    expect(existsSync(from)).toBe(false);
  });
});
