import type { Element, ElementContent } from 'hast';
import { element, hasClass, inLine, keep, within, wordsOf } from './html-nodes.ts';

/** Cleans the content of an element. */
type Clean = (nodes: ElementContent[]) => ElementContent[];

/** A block for the Markdown setter; `plain-blocks.ts` reverts it if the desk would refuse it. */
export function blockNode(
  name: string,
  title: string,
  children: ElementContent[],
  attributes: Record<string, string> = {},
): Element {
  return element('block', { ...attributes, name, title }, children);
}

/**
 * Converts a block from a feed of this software (outputs/blocks/text.ts) to a block of the desk.
 * @returns undefined if it is not one, or contains something that the block may not contain
 */
export function sentBlock(node: Element, clean: Clean): Element | undefined {
  if (hasClass(node, 'gallery') || hasClass(node, 'embed')) return picturesIn(node, clean);
  if (within([node], 'img').length > 0) return undefined;
  const is = (name: string, tagName: string) => hasClass(node, name) && node.tagName === tagName;
  const parts = elements(node.children);
  const line = (nodes: ElementContent[]) => clean(nodes).flatMap(inLine);
  const bold = ({ children }: Element) => element('strong', {}, line(children));
  if (is('key-figures', 'dl'))
    return blockNode('key-figures', '', [
      listOf(
        parts.map((pair) => {
          const [figure, ...said] = elements(pair.children);
          return figure ? [bold(figure), space, ...line(said)] : line(pair.children);
        }),
      ),
    ]);
  // A heading in an answer would be the next question.
  if (is('q-and-a', 'dl') && !elementsWithin(node).some(isHeading))
    return blockNode(
      'q-and-a',
      '',
      parts.flatMap((part) =>
        part.tagName === 'dt' ? [element('p', {}, [bold(part)])] : clean(part.children),
      ),
    );
  const [title, list, more] = parts;
  if (!title) return undefined;
  if (is('aside', 'section')) return blockNode('aside', wordsOf(title), clean(parts.slice(1)));
  const name = ['key-facts', 'timeline', 'documents'].find((one) => is(one, 'figure'));
  if (!name || !list || more) return undefined;
  const entries = elements(list.children).map(({ children }) =>
    // The site adds the type and size of a document from its file.
    line(name === 'documents' ? children.filter((child) => !isNote(child)) : children),
  );
  return blockNode(name, wordsOf(title), [listOf(entries)]);
}

/** A gallery, or the still of an embed with its link. */
function picturesIn(node: Element, clean: Clean): Element | undefined {
  const parts = elements(node.children);
  const pictures = clean(parts.filter(({ tagName }) => tagName === 'figure'));
  if (
    pictures.length === 0 ||
    pictures.some((one) => one.type !== 'element' || one.tagName !== 'img')
  )
    return undefined;
  const figures = pictures.map((picture) => element('p', {}, [picture]));
  const captions = parts.filter(({ tagName }) => tagName === 'figcaption');
  const [title] = captions;
  if (hasClass(node, 'gallery')) return blockNode('gallery', title ? wordsOf(title) : '', figures);
  const [way] = within(captions, 'a');
  const url = way && String(way.properties['href']);
  return url && hasClass(node, 'embed') ? blockNode('embed', '', figures, { url }) : undefined;
}

/**
 * A table as a block; the pictures in its cells come after it.
 * @param cleaned its cleaned content, with the elements of the table
 */
export function sentTable(cleaned: ElementContent[]): ElementContent[] {
  const title = within(cleaned, 'caption').map(wordsOf).join(' ');
  const [names, ...others] = within(cleaned, 'tr').map((row) =>
    element(
      'tr',
      {},
      elements(row.children).map((cell) =>
        element('td', keep(cell.properties, ['align']), cell.children.flatMap(inLine)),
      ),
    ),
  );
  if (!names) return [element('p', {}, cleaned.flatMap(inLine))];
  const table = element('table', {}, [element('thead', {}, [names]), ...others]);
  const pictures = within(cleaned, 'img').map((picture) => element('p', {}, [picture]));
  return [blockNode('table', title, [table]), ...pictures];
}

const space = { type: 'text', value: ' ' } as const;

function listOf(entries: ElementContent[][]): Element {
  const items = entries.map((entry) => element('li', {}, entry));
  return element('ul', {}, items);
}

function isNote(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'small';
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

function elements(nodes: ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}

function elementsWithin({ children }: Element): Element[] {
  return elements(children).flatMap((child) => [child, ...elementsWithin(child)]);
}
