import type { Element, ElementContent, Properties, RootContent } from 'hast';

/** An element of HTML. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** The properties of an element with certain names. */
export function keep(properties: Properties, names: string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/**
 * Block elements (HTML, 15.3). All others are inline, including unknown ones from word processors and
 * publishing systems.
 */
const blocks = new Set(
  'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp block footnote'.split(
    ' ',
  ),
);

/** Whether an element is inline. */
export function isWithinLine({ tagName }: Element): boolean {
  return !blocks.has(tagName);
}

/** Elements with an equivalent in Markdown. */
const kept = new Set(
  'p div br hr h2 h3 h4 h5 h6 ul ol li blockquote pre a b strong em i u mark q code kbd samp tt var del s strike footnote'.split(
    ' ',
  ),
);
const renamed = new Map([
  ['h1', 'h2'],
  ['plaintext', 'pre'],
  ['xmp', 'pre'],
  ['listing', 'pre'],
]);

/** The name under which an element is kept; without an equivalent in Markdown, only its words are kept. */
export function nameFor(node: Element): string {
  const { tagName } = node;
  return (
    renamed.get(tagName) ?? (kept.has(tagName) ? tagName : isWithinLine(node) ? 'span' : 'div')
  );
}

/** Whether a node is or contains a block. */
export function hasBlock(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName === 'img' || node.tagName === 'br') return false;
  return !isWithinLine(node) || node.children.some(hasBlock);
}

/** The words of a node in one line, with spaces between blocks. It does not recurse, so depth is no problem. */
export function wordsOf(node: RootContent): string {
  let words = '';
  const open: RootContent[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') words += next.value;
    if (next.type !== 'element') continue;
    if (!isWithinLine(next)) {
      words += ' ';
      open.push({ type: 'text', value: ' ' });
    }
    for (const child of next.children.toReversed()) open.push(child);
  }
  return words.replace(/\s+/g, ' ').trim();
}

/** All elements with a name within nodes, in order. */
export function within(nodes: ElementContent[], tagName: string): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const inner = within(node.children, tagName);
    return node.tagName === tagName ? [node, ...inner] : inner;
  });
}

/** The inline content of an element: its words and links, without pictures. */
export function inLine(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'img') return [];
  if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
  const children = node.children.flatMap(inLine);
  const title = node.tagName === 'block' ? String(node.properties['title']) : '';
  if (title) children.unshift({ type: 'text', value: `${title} ` });
  return isWithinLine(node)
    ? [{ ...node, children }]
    : [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
}

/** The content of a quotation; anything else unchanged. */
export function unquoted(node: ElementContent): ElementContent[] {
  return node.type === 'element' && node.tagName === 'blockquote' ? node.children : [node];
}

/**
 * Moves spaces and breaks at the ends of an inline element out of it: `**bold **text` is not emphasis in
 * Markdown. An element that contains nothing else is removed.
 */
export function withoutEnds(node: Element): ElementContent[] {
  const inner = [...node.children];
  const before = takeEnd(inner, 'start');
  const after = takeEnd(inner, 'end');
  return [...before, ...(inner.length > 0 ? [{ ...node, children: inner }] : []), ...after];
}

/** Removes spaces and breaks from one end of a line. */
function takeEnd(line: ElementContent[], end: 'start' | 'end'): ElementContent[] {
  const isStart = end === 'start';
  const found: ElementContent[] = [];
  for (;;) {
    const node = isStart ? line[0] : line.at(-1);
    if (!node) break;
    const isBreak = node.type === 'element' && node.tagName === 'br';
    const isBlank = node.type === 'text' && node.value.trim() === '';
    const [space] =
      node.type === 'text' ? ((isStart ? /^\s+/ : /\s+$/).exec(node.value) ?? []) : [];
    if (!isBreak && !space && !(isBlank && node.type === 'text')) break;
    if (node.type === 'text' && space && !isBlank) {
      node.value = isStart ? node.value.slice(space.length) : node.value.slice(0, -space.length);
      found.push({ type: 'text', value: space });
      break;
    }
    found.push(node);
    line.splice(isStart ? 0 : -1, 1);
  }
  return isStart ? found : found.toReversed();
}
