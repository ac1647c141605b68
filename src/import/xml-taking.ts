import type { Lost } from './imported-story.ts';
import type { XmlNode } from './xml.ts';

/** Whether an element has a local name and, if given, a namespace whose address contains a text. */
const is =
  (name: string, space = '') =>
  (node: XmlNode | string): node is XmlNode =>
    typeof node !== 'string' && node.name === name && node.space.includes(space);

/** Uses all children with a name. */
export function takeAll(parent: XmlNode, name: string, space?: string): XmlNode[] {
  const found = parent.children.filter(is(name, space));
  for (const node of found) node.isUsed = true;
  return found;
}

/** Uses the first child with a name. */
export function take(
  parent: XmlNode | undefined,
  name: string,
  space?: string,
): XmlNode | undefined {
  const found = parent?.children.find(is(name, space));
  if (found) found.isUsed = true;
  return found;
}

/** All text within an element, however deep. */
export function textOf(node: XmlNode | undefined): string {
  if (!node) return '';
  return node.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();
}

/** All text within an element in one line, with spaces between block elements. */
export function wordsIn(node: XmlNode | undefined): string {
  const within = (one: XmlNode): string =>
    one.children
      .map((child) =>
        typeof child === 'string'
          ? child
          : runsOn.has(child.name)
            ? within(child)
            : ` ${within(child)} `,
      )
      .join('');
  return node ? within(node).replace(/\s+/g, ' ').trim() : '';
}

/** Inline elements of HTML and NITF, which may be part of a word. */
const runsOn = new Set(
  'a abbr b cite code em i mark q s small span strong sub sup time u chron city copyrite country event function lang location money name.family name.given num object.title org person pronounce region state'.split(
    ' ',
  ),
);

/** Uses the first child with a name and returns its text. */
export function takeText(parent: XmlNode | undefined, name: string, space?: string): string {
  return textOf(take(parent, name, space));
}

/** Every element with a name within another, in order. */
export function findAll(node: XmlNode, name: string): XmlNode[] {
  const inner = node.children.flatMap((child) =>
    typeof child === 'string' ? [] : findAll(child, name),
  );
  return node.name === name ? [node, ...inner] : inner;
}

/** The text of all unused children, each with its name. */
export function leftovers(parent: XmlNode): Lost[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string' || child.isUsed) return [];
    const text = wordsIn(child) || attributesIn(child);
    return text === '' ? [] : [{ what: child.name, text }];
  });
}

/** The values of all attributes in an element, however deep. */
function attributesIn(node: XmlNode): string {
  const inner = node.children.map((child) =>
    typeof child === 'string' ? '' : attributesIn(child),
  );
  return [...node.attributes.values(), ...inner].filter(Boolean).join(' ');
}

/** The markup within an element as HTML, escaped again. */
export function markupOf(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return escape(child);
      const attributes = [...child.attributes].map(
        ([name, value]) => ` ${name}="${escape(value)}"`,
      );
      const open = `<${child.name}${attributes.join('')}>`;
      return /^(?:br|hr|img)$/.test(child.name)
        ? open
        : `${open}${markupOf(child)}</${child.name}>`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
