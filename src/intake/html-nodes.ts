import type { Element, ElementContent, Properties, RootContent } from 'hast';

/** An element of HTML. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** Those of an element's properties that have one of the names. */
export function keep(properties: Properties, names: string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

const withinLine = new Set(
  'a abbr b bdi bdo cite code dfn em i kbd mark q small span strong sub sup time u var'.split(' '),
);

/** Whether an element stands within a line. */
export function isWithinLine({ tagName }: Element): boolean {
  return withinLine.has(tagName);
}

const blocks = new Set('p div br hr h2 h3 h4 h5 h6 ul ol li blockquote pre'.split(' '));
const renamed = new Map([
  ['h1', 'h2'],
  ['plaintext', 'pre'],
  ['xmp', 'pre'],
  ['listing', 'pre'],
]);

/** The name under which an element stays; one that Markdown has nothing for only holds its words. */
export function nameFor(node: Element): string {
  const { tagName } = node;
  return renamed.get(tagName) ?? (blocks.has(tagName) || isWithinLine(node) ? tagName : 'div');
}

/** Whether a node is, or has in it, something that cannot stand within a line. */
export function hasBlock(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName === 'img' || node.tagName === 'br') return false;
  return !isWithinLine(node) || node.children.some(hasBlock);
}

/** The words of a node, in one line; blocks do not run together. However deep it nests. */
export function wordsOf(node: RootContent): string {
  let words = '';
  const open: RootContent[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') words += next.value;
    if (next.type !== 'element') continue;
    if (!withinLine.has(next.tagName)) {
      words += ' ';
      open.push({ type: 'text', value: ' ' });
    }
    for (const child of next.children.toReversed()) open.push(child);
  }
  return words.replace(/\s+/g, ' ').trim();
}

/** All elements of a name within nodes, in order. */
export function within(nodes: ElementContent[], tagName: string): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const inner = within(node.children, tagName);
    return node.tagName === tagName ? [node, ...inner] : inner;
  });
}

/** What of an element can stand within a line: its words and links, without pictures. */
export function inLine(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'img') return [];
  if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
  const children = node.children.flatMap(inLine);
  const title = node.tagName === 'block' ? String(node.properties['title']) : '';
  if (title) children.unshift({ type: 'text', value: `${title} ` });
  return withinLine.has(node.tagName)
    ? [{ ...node, children }]
    : [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
}

/** What a quotation holds; anything else as it is. */
export function unquoted(node: ElementContent): ElementContent[] {
  return node.type === 'element' && node.tagName === 'blockquote' ? node.children : [node];
}
