import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { digestOf } from '../../src/files/digest.ts';

const root = mkdtempSync(join(tmpdir(), 'digest-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with some files. */
function folderOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(root, 'folder-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const whole = { 'a.ts': 'one', 'b/c.ts': 'two' };
const digest = digestOf([folderOf(whole)], 'v1');

it('is the same for the same files, wherever they lie', () => {
  expect(digestOf([folderOf(whole)], 'v1')).toBe(digest);
});

it.each<[string, Record<string, string>, string]>([
  ['another text', { ...whole, 'b/c.ts': 'three' }, 'v1'],
  ['another name', { 'a.ts': 'one', 'b/d.ts': 'two' }, 'v1'],
  ['one file more', { ...whole, 'd.ts': '' }, 'v1'],
  ['texts that are divided otherwise', { 'a.ts': 'onet', 'b/c.ts': 'wo' }, 'v1'],
  ['another version', whole, 'v2'],
])('is another for %s', (_, files, version) => {
  expect(digestOf([folderOf(files)], version)).not.toBe(digest);
});

it('is also of a single file', () => {
  const file = join(folderOf(whole), 'a.ts');
  const before = digestOf([file]);
  writeFileSync(file, 'other');
  expect(digestOf([file])).not.toBe(before);
});
