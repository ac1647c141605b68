import type { ElementContent } from 'hast';

/** Numbers in groups, as in telephone numbers: `+383 38 200 100`, `(038) 200-100`; also dates such as 2021-03-09. */
const grouped =
  /\+\p{Nd}[\p{Nd} \u00a0()-]*\p{Nd}|(?<![\p{Nd}\p{L}.,/+-])\(?\p{Nd}+\)?(?:[ \u00a0-]\(?\p{Nd}+\)?){2,}(?![\p{Nd}\p{L}])/gu;

const numberAlone = /^[\p{Nd}\s()+/.-]+$/u;
const directions = new Map<string, boolean>();

/**
 * Keeps the groups of a telephone number on one line. In right-to-left text, also keeps them left to right:
 * otherwise their order would be reversed (Unicode Bidirectional Algorithm, UAX 9, W2 to W7).
 * @param language BCP 47 tag of the text
 */
export function setNumbers(nodes: ElementContent[], language: string): ElementContent[] {
  const isTurned =
    directions.get(language) ?? new Intl.Locale(language).getTextInfo().direction === 'rtl';
  directions.set(language, isTurned);
  return nodes.flatMap((node) => numbersIn(node, isTurned));
}

function numbersIn(node: ElementContent, isTurned: boolean): ElementContent[] {
  if (node.type === 'text') return isTurned ? isolated(node.value) : [node];
  if (node.type !== 'element' || node.tagName === 'code') return [node];
  const [first, more] = node.children;
  const { href } = node.properties;
  const isNumber =
    typeof href === 'string' &&
    href.startsWith('tel:') &&
    first?.type === 'text' &&
    !more &&
    numberAlone.test(first.value);
  if (isNumber) {
    first.value = inOneLine(first.value);
    if (isTurned) node.properties['dir'] = 'ltr';
  } else node.children = node.children.flatMap((child) => numbersIn(child, isTurned));
  return [node];
}

const inOneLine = (number: string) => number.replaceAll(/\s/g, '\u00a0');

/** Splits a text so that its numbers are elements of their own, set left to right. */
function isolated(value: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let at = 0;
  for (const { 0: number, index } of value.matchAll(grouped)) {
    if (index > at) pieces.push({ type: 'text', value: value.slice(at, index) });
    pieces.push({
      type: 'element',
      tagName: 'span',
      properties: { dir: 'ltr' },
      children: [{ type: 'text', value: inOneLine(number) }],
    });
    at = index + number.length;
  }
  if (at < value.length || at === 0) pieces.push({ type: 'text', value: value.slice(at) });
  return pieces;
}
