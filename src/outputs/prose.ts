import type { ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const writer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/**
 * Writes nodes as HTML.
 * @param address converts each link for the place where the text is published
 */
export function toHtml(nodes: ElementContent[], address: (href: string) => string): string {
  const root: Root = { type: 'root', children: structuredClone(nodes) };
  visit(root, 'element', ({ properties }) => {
    if (typeof properties['href'] === 'string') properties['href'] = address(properties['href']);
  });
  return writer.stringify(root);
}
