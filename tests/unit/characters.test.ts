import { describe, expect, it } from 'vitest';
import { findForbidden, placeAt } from '../../src/desk/characters.ts';

describe('findForbidden', () => {
  it.each([
    ['a null', '\u0000', 'U+0000'],
    ['a backspace', '\u0008', 'U+0008'],
    ['a vertical tab', '\u000B', 'U+000B'],
    ['a form feed', '\u000C', 'U+000C'],
    ['an escape', '\u001B', 'U+001B'],
    ['a delete', '\u007F', 'U+007F'],
    ['a next line', '\u0085', 'U+0085'],
    ['a left-to-right embedding', '\u202A', 'U+202A'],
    ['a right-to-left override', '\u202E', 'U+202E'],
    ['a left-to-right isolate', '\u2066', 'U+2066'],
    ['a pop of an isolate', '\u2069', 'U+2069'],
    ['a byte order mark', '\uFEFF', 'U+FEFF'],
    ['what is no character', '\uFFFE', 'U+FFFE'],
  ])('finds %s', (_, character, code) => {
    expect(findForbidden(`one${character}two`)).toEqual({
      index: 3,
      summary: `There is a forbidden invisible character here (${code}).`,
      fix: 'Delete it: retype the words around it by hand.',
    });
  });

  it('finds the first of several', () => {
    expect(findForbidden('ab\u2066c\u0000')?.index).toBe(2);
  });

  it.each([
    ['tabs and line feeds', 'one\ttwo\nthree'],
    ['dashes, quotes and no-break spaces', '“10–20 km” — or more'],
    ['emoji joined of several', 'The \u{1F469}\u200D\u{1F680} landed.'],
    ['a soft hyphen', 'Peace\u00ADkeeping'],
    ['words of other scripts and the marks of their direction', 'Косово, كوسوفو\u200F, קוסובו'],
  ])('lets %s pass', (_, text) => {
    expect(findForbidden(text)).toBeUndefined();
  });

  it.each(['one\uD800two', 'one\uDC00two', 'one\uD800', 'one\uDC00\uD800'])(
    'finds half a surrogate pair: %j',
    (text) => {
      expect(findForbidden(text)?.index).toBe(3);
    },
  );
});

describe('placeAt', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 1, 4],
    [4, 2, 1],
    [5, 3, 1],
    [7, 3, 3],
  ])('tells line and column of index %i, counted from 1', (index, line, column) => {
    expect(placeAt('one\n\ntwo', index)).toEqual({ line, column });
  });
});
