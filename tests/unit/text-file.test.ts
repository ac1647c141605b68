import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTextFile } from '../../src/desk/text-file.ts';
import { contentFolder } from './content.ts';

/** What becomes of a file with these bytes. */
function readBytes(bytes: string | Uint8Array) {
  return readTextFile(join(contentFolder({ 'a.txt': bytes }), 'a.txt'));
}

it.each([
  ['as it is', 'Kosovë\n\tКосово 👩‍🚀', 'Kosovë\n\tКосово 👩‍🚀'],
  ['with Windows line ends as others', 'One\r\ntwo\r\n', 'One\ntwo\n'],
  ['with the line ends of old Macs as others', 'One\r\r\ntwo\r', 'One\n\ntwo\n'],
  ['without the byte order mark at its head', '\uFEFFOne', 'One'],
  ['when it is empty', '', ''],
])('a text is read %s', (_, written, text) => {
  expect(readBytes(written)).toBe(text);
});

it.each([
  ['in Latin letters of one byte', Buffer.from('Kosovë', 'latin1')],
  ['in UTF-16', Buffer.from('\uFEFFKosovë', 'utf16le')],
  ['cut within a character', Buffer.from('Kosovë').subarray(0, -1)],
  ['with half a surrogate pair', Buffer.from([0x61, 0xed, 0xa0, 0x80])],
])('a file is no text: %s', (_, bytes) => {
  expect(readBytes(bytes)).toEqual({
    line: 1,
    column: 1,
    summary: 'This file is not UTF-8 text.',
    fix: 'Save it again as UTF-8.',
  });
});

it.each([
  ['One \u202Etwo', 1, 5, '202E'],
  ['One\r\n\r\ntwo\u0000', 3, 4, '0000'],
  ['\uFEFFOne\uFEFF', 1, 4, 'FEFF'],
])('a forbidden character is reported with its place: %j', (written, line, column, code) => {
  expect(readBytes(written)).toEqual({
    line,
    column,
    summary: `There is a forbidden invisible character here (U+${code}).`,
    fix: 'Delete it: retype the words around it by hand.',
  });
});

// Every error is taken for bad UTF-8, though the file may be missing or forbidden to read.
it('a file that cannot be opened is not told to be no UTF-8', () => {
  expect(() => readTextFile('nowhere.txt')).toThrow(/ENOENT/);
});
