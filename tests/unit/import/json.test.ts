import { describe, expect, it } from 'vitest';
import { readRows } from '../../../src/import/json-rows.ts';
import { Fields } from '../../../src/import/json-taking.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

describe('a record of JSON', () => {
  const record = () =>
    new Fields({
      ...{ words: ' A boat ', Number: 5, yes: true, no: false, none: null, empty: '' },
      ...{ list: [], some: [1], within: { a: 1 } },
    });

  it('has texts, also of numbers, under names in any case', () => {
    const texts = ['WORDS', 'number', 'yes', 'none', 'some', 'other'];
    expect(texts.map((name) => record().text(name))).toEqual(['A boat', '5', '', '', '', '']);
  });

  it('tells of what nobody used and says something', () => {
    expect(record().rest()).toEqual([
      { what: 'words', text: ' A boat ' },
      { what: 'Number', text: '5' },
      { what: 'yes', text: 'true' },
      { what: 'some', text: '[1]' },
      { what: 'within', text: '{"a":1}' },
    ]);
    const used = record();
    for (const name of ['Words', 'number', 'YES', 'some', 'within']) used.take(name);
    expect(used.rest()).toEqual([]);
  });

  it('has records in a list, or by name in a record', () => {
    const names = (value: unknown) =>
      new Fields({ value }).list('value').map((one) => one.text('name'));
    expect(names([{ name: 'a' }, 5])).toEqual(['a', '']);
    expect(names({ a: {}, b: { name: 'c' } })).toEqual(['a', 'c']);
    for (const none of [null, 'ab', 5, undefined]) expect(names(none)).toEqual([]);
  });

  it.each([[null], [undefined], ['ab'], [[1]], [5]])(
    'has no fields where it is none: %j',
    (data) => {
      expect(new Fields(data).rest()).toEqual([]);
    },
  );
});

describe('rows of JSON', () => {
  const rowsOf = async (text: string, wanted: string[]) => {
    const rows = [];
    for await (const { list, row } of readRows(written(contentFolder(), 'a.json', text), wanted))
      rows.push([list, row]);
    return rows;
  };

  it('are those of the lists that are wanted, whole and in order', async () => {
    const post = { id: 1, tags: [{ id: 'x' }, [2]], 'a b': { posts: [{ id: 3 }] }, no: null };
    const data = {
      before: [{ id: 0 }],
      posts: [post, {}],
      tags: [{ id: 5 }],
      after: { posts: [] },
    };
    const text = JSON.stringify({ db: [{ data }], posts: [{ id: 6.5, is: true }] });
    expect(await rowsOf(text, ['posts', 'tags'])).toEqual([
      ['posts', post],
      ['posts', {}],
      ['tags', { id: 5 }],
      ['posts', { id: 6.5, is: true }],
    ]);
    expect(await rowsOf(text, ['none'])).toEqual([]);
  });

  it('may nest a hundred deep, and no deeper', async () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(await rowsOf(nested(100), ['posts'])).toEqual([]);
    await expect(rowsOf(nested(101), ['posts'])).rejects.toMatchObject({
      summary: 'Its JSON is nested more than 100 levels deep.',
    });
  });

  it('are not asked of a file that is not there', async () => {
    const none = readRows('none.json', ['posts']);
    await expect(none.next()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
