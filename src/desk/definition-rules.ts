import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './text-report.ts';

/**
 * Refuses link definitions that no link uses: readers would not see them. Of two with the same name,
 * Markdown uses the first (CommonMark 0.31.2, 4.7).
 */
export function checkDefinitions(tree: Root, report: Report): void {
  const definitions: Definition[] = [];
  const called = new Set<string>();
  visit(tree, (node: Nodes) => {
    if (node.type === 'definition') definitions.push(node);
    if (node.type === 'linkReference' || node.type === 'imageReference')
      called.add(node.identifier);
  });
  const known = new Set<string>();
  for (const node of definitions) {
    const name = `[${node.label ?? node.identifier}]`;
    if (known.has(node.identifier))
      report(node, `There are two link addresses for ${name}.`, 'Rename one, or delete it.');
    else if (!called.has(node.identifier))
      report(
        node,
        `Readers would not see this: it is the address of a link ${name}, which the text does not have.`,
        `Delete it, or write [words]${name} where it belongs. If it is part of the text, write \\[`,
      );
    known.add(node.identifier);
  }
}
