import { expect, it } from 'vitest';
import { parseMarkdown, toHtmlNodes } from '../../src/desk/markdown.ts';
import { plainText } from '../../src/outputs/plain-text.ts';

it.each([
  ['One *str*ong word.', 'One strong word.'],
  ['One.\n\nTwo.', 'One. Two.'],
  ['## A heading\n\nText', 'A heading Text'],
  ['- one\n- two\n\n> said', 'one two said'],
  ['[a **link**](/about/)`s` end', 'a links end'],
  ['a\\\nb', 'a b'],
  ['    code\n    more', 'code more'],
  ['5 < 6 & &lt;b&gt;', '5 < 6 & <b>'],
])('the words of %j are %j', (markdown, words) => {
  expect(plainText(toHtmlNodes(parseMarkdown(markdown).children))).toBe(words);
});
