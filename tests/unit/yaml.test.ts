import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/desk/yaml.ts';

const twice = 'Delete one of the two.';
const advice = 'Check the indentation, and put a value with a colon or a # in double quotes.';

describe('the values', () => {
  it('stay as they are written where YAML 1.1 would have changed them', () => {
    expect(readYaml('a: 2021-03-09\nb: no\nc: on\nd: 14:30\ne: 1_000').data).toEqual({
      a: '2021-03-09',
      b: 'no',
      c: 'on',
      d: '14:30',
      e: '1_000',
    });
  });

  it('are numbers, truth values and nothing where they are written so', () => {
    expect(readYaml('a: 12\nb: true\nc:\nd: "12"').data).toEqual({
      a: 12,
      b: true,
      c: null,
      d: '12',
    });
  });

  it('are none in an empty text', () => {
    const { data, problems, placeOf } = readYaml('', 1);
    expect([data, problems, placeOf(['a'])]).toEqual([null, [], { line: 2, column: 1 }]);
  });
});

describe('the places', () => {
  const { placeOf, placeOfKey } = readYaml('a: one\nb:\n  c: [two, three]\n  d: {e: "four"}\n', 1);

  it.each([
    [['a'], 2, 4],
    [['b', 'c'], 4, 6],
    [['b', 'c', 1], 4, 12],
    [['b', 'd', 'e'], 5, 10],
  ])('of a value: %j', (path, line, column) => {
    expect(placeOf(path)).toEqual({ line, column });
  });

  it.each([
    [['b', 'x'], 4, 3],
    [['b', 'c', 7], 4, 6],
    [['x', 'y'], 2, 1],
    [[], 2, 1],
  ])('of the nearest value above one that is not there: %j', (path, line, column) => {
    expect(placeOf(path)).toEqual({ line, column });
  });

  it.each([
    [[], 'b', 3, 1],
    [['b'], 'd', 5, 3],
    [['b'], 'x', 4, 3],
  ])('of a key of %j: %s', (path, key, line, column) => {
    expect(placeOfKey(path, key)).toEqual({ line, column });
  });

  it('are the same with Windows line ends', () => {
    expect(readYaml('a: one\r\nb: two\r\n').placeOf(['b'])).toEqual({ line: 2, column: 4 });
  });
});

describe('bad YAML', () => {
  it.each([
    [
      'a colon in a value',
      'a: b\nc: d: e',
      2,
      4,
      'Nested mappings are not allowed in compact mappings.',
    ],
    ['a quotation that does not end', 'a: "b', 1, 6, 'Missing closing "quote.'],
    ['a key that is no text', '? [a]\n: b', 1, 3, 'With stringKeys, all keys must be strings.'],
  ])('is refused: %s', (_, text, line, column, summary) => {
    expect(readYaml(text).problems).toEqual([
      { line, column, summary: `This is not valid YAML: ${summary}`, fix: advice },
    ]);
  });

  it.each(['!js', '!!binary', '&more'])('is refused where it would swallow %s', (word) => {
    const [problem] = readYaml(`a: ${word} to come`).problems;
    expect(problem).toMatchObject({ line: 1, fix: 'Put the value in double quotes.' });
    expect(problem?.summary).toMatch(/^YAML reads \S+ here as its own syntax\.$/);
  });

  it('is refused: a key that comes twice', () => {
    const summary = 'This is not valid YAML: Map keys must be unique.';
    expect(readYaml('a: 1\nb: 2\na: 3').problems).toEqual([
      { line: 3, column: 1, summary, fix: twice },
    ]);
  });

  it('has the line of the file', () => {
    expect(readYaml('a: b\nc: d: e', 1).problems[0]?.line).toBe(3);
  });

  const aliasAt = (line: number, column: number, name: string) => ({
    line,
    column,
    summary: `YAML reads *${name} as an alias, which is not allowed here.`,
    fix: 'Put the value in double quotes.',
  });

  it.each([
    ['of a value', 'a: &x Pristina\nb: *x', 2, 4, 'x'],
    ['of nothing', 'a: b\nheadline: *Breaking*', 2, 11, 'Breaking*'],
    ['in a list', 'a: &x b\nc: [d, *x]', 2, 8, 'x'],
    ['that merges fields', 'a: &x {b: c}\nd:\n  <<: *x', 3, 7, 'x'],
  ])('is refused: an alias %s', (_, text, line, column, name) => {
    const { data, problems } = readYaml(text);
    expect(data).toBeUndefined();
    expect(problems).toContainEqual(aliasAt(line, column, name));
  });

  it('is not unfolded when aliases would make it grow without bounds', () => {
    const line = (key: string, value: string) => `${key}: &${key} [${`${value},`.repeat(10)}]\n`;
    const { data, problems } = readYaml(
      line('a', 'x') + line('b', '*a') + line('c', '*b') + line('d', '*c'),
    );
    expect(data).toBeUndefined();
    expect(problems).toContainEqual(aliasAt(2, 8, 'a'));
  });

  it('may have asterisks within a value, or at its head between quotes', () => {
    const { data, problems } = readYaml('a: "*Breaking* news"\nb: 5 * 3 *x');
    expect([data, problems]).toEqual([{ a: '*Breaking* news', b: '5 * 3 *x' }, []]);
  });

  it('is refused: a value that begins with an ampersand', () => {
    expect(readYaml('headline: &more to come').problems).toHaveLength(1);
  });
});
