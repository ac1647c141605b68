import type {
  BlockContent,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { visit } from 'unist-util-visit';
import { setBody } from '../desk/body.ts';
import { tidyTree } from './tidy.ts';
import { toMarkdown } from './to-markdown.ts';

/**
 * Reverts to plain text each block that the desk would refuse because of its content or place, and each
 * table that is not a valid block: rows become list entries with bars between cells.
 * @returns how many were set as plain text, by kind
 */
export function plainBlocks(text: Root): string[] {
  const undone: string[] = [];
  visit(text, 'containerDirective', (node, index, parent) => {
    if (!parent || index === undefined || (parent === text && passes(node))) return;
    undone.push(node.name);
    const [first, ...rest] = node.children;
    const isTitled = first?.type === 'paragraph' && first.data?.directiveLabel;
    if (isTitled) delete first.data;
    const said = Object.values(node.attributes ?? {}).map((value) =>
      paragraph([{ type: 'text', value: value ?? '' }]),
    );
    parent.children.splice(index, 1, ...(isTitled ? [first, ...rest] : node.children), ...said);
  });
  visit(text, 'table', (table, index, parent) => {
    if (parent && index !== undefined && parent.type !== 'containerDirective')
      parent.children.splice(index, 1, listOf(table));
  });
  return undone;
}

/** Whether a block is a gallery without a title. */
export function lacksTitle(node: RootContent): boolean {
  if (node.type !== 'containerDirective' || node.name !== 'gallery') return false;
  const [first] = node.children;
  return !(first?.type === 'paragraph' && first.data?.directiveLabel);
}

/** The title of a block, as Markdown’s tree has it. */
export function labelOf(value: string): Paragraph {
  return { ...paragraph([{ type: 'text', value }]), data: { directiveLabel: true } };
}

/** Whether the desk accepts a block after clean-up. */
function passes(node: RootContent): boolean {
  const alone: Root = { type: 'root', children: [structuredClone(node)] };
  tidyTree(alone);
  // Editors are asked to add what a picture or a gallery lacks.
  visit(alone, 'containerDirective', (block) => {
    if (lacksTitle(block)) block.children.unshift(labelOf('What it shows'));
  });
  visit(alone, 'image', (image) => {
    Object.assign(image, { url: 'a.jpg', alt: 'What it shows', title: 'Who and when. (Name)' });
  });
  return setBody(toMarkdown(alone)).problems.length === 0;
}

function listOf({ children }: Table): BlockContent {
  const entries = children.map(({ children: cells }): ListItem => {
    const line = cells.flatMap(({ children: words }, at): PhrasingContent[] =>
      at > 0 ? [{ type: 'text', value: ' | ' }, ...words] : words,
    );
    return { type: 'listItem', spread: false, children: [paragraph(line)] };
  });
  const [only, other] = entries;
  // The desk does not accept a list with one entry.
  return only && !other
    ? (only.children[0] as Paragraph)
    : { type: 'list', ordered: false, spread: false, children: entries };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
