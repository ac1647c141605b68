import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import {
  readParsedText,
  parsedTextKey,
  keepParsedText,
  type ParsedText,
} from '../../src/desk/parsed-texts.ts';
import { toHtml } from '../../src/outputs/prose.ts';
import { read, readStory, refusalsOf, story, storyFile, type Fields } from './content.ts';

const parsed: ParsedText = {
  data: { headline: 'One' },
  body: { blocks: [{ type: 'prose', nodes: [] }], links: [], words: 3 },
};
const fileOf = (key: string) => join(process.env.CACHE!, 'texts', key.slice(0, 2), key.slice(2));

it('the same text has the same key, another text another', () => {
  expect(parsedTextKey('en', 'One.')).toBe(parsedTextKey('en', 'One.'));
  expect(parsedTextKey('en', 'One.')).not.toBe(parsedTextKey('en', 'One. '));
  expect(parsedTextKey('en', 'One.')).toMatch(/^[0-9a-f]{32}$/);
});

it('what was kept comes back', () => {
  const key = parsedTextKey('en', 'kept');
  keepParsedText(key, parsed);
  expect(readParsedText(key)).toEqual(parsed);
});

it('nothing comes back where nothing was kept', () => {
  expect(readParsedText(parsedTextKey('en', 'never kept'))).toBeUndefined();
});

it('the last that was kept comes back, and no other file stays', () => {
  const key = parsedTextKey('en', 'kept twice');
  keepParsedText(key, { ...parsed, data: 1 });
  keepParsedText(key, { ...parsed, data: 2 });
  expect(readParsedText(key)?.data).toBe(2);
  const own = readdirSync(dirname(fileOf(key))).filter((name) => name.startsWith(key.slice(2)));
  expect(own).toEqual([key.slice(2)]);
});

it.each([
  ['empty', ''],
  ['cut off', JSON.stringify(parsed).slice(0, 20)],
  ['overwritten', '\u0000\u0000\u0000'],
])('a file that is %s is as none', (_, damaged) => {
  const key = parsedTextKey('en', `damaged: ${damaged}`);
  mkdirSync(dirname(fileOf(key)), { recursive: true });
  writeFileSync(fileOf(key), damaged);
  expect(readParsedText(key)).toBeUndefined();
});

it('a damaged file is set anew from the text', async () => {
  const { textKey, words } = await readStory({}, 'Set once, then damaged.');
  const whole = readFileSync(fileOf(textKey), 'utf8');
  writeFileSync(fileOf(textKey), whole.slice(0, 10));
  expect((await readStory({}, 'Set once, then damaged.')).words).toBe(words);
  expect(readFileSync(fileOf(textKey), 'utf8')).toBe(whole);
});

it('a story finds its body under its key, another text another body', async () => {
  const one = await readStory({}, 'One two three.');
  const other = await readStory({}, 'One two three four.');
  expect(readParsedText(one.textKey)?.body.words).toBe(3);
  expect(readParsedText(other.textKey)?.body.words).toBe(4);
});

it('a text with problems is not kept, so that it is refused again', async () => {
  const told = await refusalsOf({}, 'One <b>');
  expect(await refusalsOf({}, 'One <b>')).toEqual(told);
});

it('deleting the folder loses nothing', async () => {
  const { textKey } = await readStory({}, 'Found again.');
  const cache = process.env.CACHE!;
  process.env.CACHE = join(cache, 'elsewhere');
  expect(readParsedText(textKey)).toBeUndefined();
  expect((await readStory({}, 'Found again.')).textKey).toBe(textKey);
  expect(existsSync(fileOf(textKey))).toBe(true);
  process.env.CACHE = cache;
});

it('the dateline stays when a tag was missing at first', async () => {
  const fields: Fields = { dateline: 'PRISTINA, Kosovo', tags: '[iowa]' };
  const files = { 'tags.yaml': 'iowa:\n  name: Iowa\n' };
  await refusalsOf(fields, 'One.');
  const { stories } = await read({ ...files, [storyFile]: story(fields, 'One.') });
  const [first] = readParsedText(stories[0]!.textKey)!.body.blocks;
  expect(first?.type === 'prose' && toHtml(first.nodes, String)).toBe(
    '<p><span class="dateline">PRISTINA, Kosovo</span> — One.</p>',
  );
});

it('tells the places of problems in a text that was kept, and in none other', async () => {
  const fields: Fields = { tags: '[iowa]' };
  const known = { 'tags.yaml': 'iowa:\n  name: Iowa\n' };
  const unknown = await refusalsOf(fields, 'Told twice.');
  await read({ ...known, [storyFile]: story(fields, 'Told twice.') });
  expect(await refusalsOf(fields, 'Told twice.')).toEqual(unknown);
  expect(unknown.map(([place]) => place)).toEqual(['6:8']);
});
