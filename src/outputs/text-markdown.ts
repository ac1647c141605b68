import type { Element, ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Table } from 'mdast';
import { isCall, numberOf, withoutWaysBack } from './blocks/footnotes.ts';
import { list, paragraph, words } from './markdown.ts';

type Flow = BlockContent | DefinitionContent;

/**
 * Typeset text as Markdown nodes. Its elements are those of CommonMark (desk/markdown.ts) and of blocks
 * (blocks/nodes.ts). rehype-remark, which handles any HTML, takes ten times as long.
 * @param address converts each link for the place where the text is published
 */
export function asWritten(nodes: ElementContent[], address: (href: string) => string): Flow[] {
  const inLine = (children: ElementContent[]): PhrasingContent[] =>
    children.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text') return [words(node.value)];
      if (node.type !== 'element') return [];
      if (isCall(node)) {
        const label = numberOf(node);
        return [{ type: 'footnoteReference', identifier: label, label }];
      }
      switch (node.tagName) {
        case 'del':
          return [{ type: 'delete', children: inLine(node.children) }];
        case 'em':
          return [{ type: 'emphasis', children: inLine(node.children) }];
        case 'strong':
          return [{ type: 'strong', children: inLine(node.children) }];
        case 'code':
          return [{ type: 'inlineCode', value: textOf(node) }];
        case 'br':
          return [{ type: 'break' }];
        case 'a': {
          const { href, title } = node.properties;
          const url = address(String(href));
          const hint = title ? { title: String(title) } : {};
          return [{ type: 'link', url, ...hint, children: inLine(node.children) }];
        }
        case 'img': {
          const { src, alt } = node.properties;
          return [{ type: 'image', url: String(src), alt: String(alt) }];
        }
        default:
          return inLine(node.children);
      }
    });
  const blockOf = (node: Element): Flow[] | undefined => {
    const { tagName, children } = node;
    switch (tagName) {
      case 'p':
      case 'figcaption':
        return [paragraph(...inLine(children))];
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const depth = Number(tagName[1]) as 2 | 3 | 4 | 5 | 6;
        return [{ type: 'heading', depth, children: inLine(children) }];
      }
      case 'blockquote':
        return [{ type: 'blockquote', children: blocks(children) }];
      case 'ul':
      case 'ol':
        return [listOf(node)];
      case 'pre':
        return [{ type: 'code', value: textOf(node).replace(/\n$/, '') }];
      case 'hr':
        return [{ type: 'thematicBreak' }];
      case 'figure':
        return figureOf(node);
      case 'summary':
        return [paragraph(strong(node))];
      case 'section':
        return isOfNotes(node) ? notesOf(node) : blocks(children);
      case 'details':
      case 'div':
        return blocks(children);
      case 'dl':
        return pairsOf(node);
      case 'table':
        return tableOf(node);
    }
    return undefined;
  };
  const listOf = ({ tagName, children, properties }: Element): BlockContent => {
    const entries = elements(children).map((entry): ListItem => {
      // Only entries of a loose list contain paragraphs.
      const spread = elements(entry.children).some((node) => node.tagName === 'p');
      return { type: 'listItem', spread, children: blocks(entry.children) };
    });
    const spread = entries.some((entry) => entry.spread);
    const start = Number(properties['start'] ?? 1);
    return { type: 'list', ordered: tagName === 'ol', start, spread, children: entries };
  };
  const strong = ({ children }: Element): PhrasingContent => ({
    type: 'strong',
    children: inLine(children),
  });
  /** A caption above its content is the title; a caption after a quotation names the speaker. */
  const figureOf = ({ children }: Element): Flow[] => {
    const [first, ...rest] = elements(children);
    if (first?.tagName === 'figcaption') return [paragraph(strong(first)), ...blocks(rest)];
    const [last] = rest;
    if (first?.tagName !== 'blockquote' || !last) return blocks(children);
    const speaker = paragraph(words('— '), ...inLine(last.children));
    return [{ type: 'blockquote', children: [...blocks(first.children), speaker] }];
  };
  /** Grouped pairs become list entries; other pairs become a bold line and the content below it. */
  const pairsOf = ({ children }: Element): Flow[] => {
    const entries = elements(children);
    if (entries[0]?.tagName !== 'div')
      return entries.flatMap((entry) =>
        entry.tagName === 'dt' ? [paragraph(strong(entry))] : blocks(entry.children),
      );
    const lines = entries.map((entry) => {
      const [term, said] = elements(entry.children);
      return [strong(term!), words(' '), ...inLine(said!.children)];
    });
    return [list(lines)];
  };
  /**
   * Footnotes in GitHub’s syntax. They need no heading, because they are recognizable even in the source.
   */
  const notesOf = ({ children }: Element): Flow[] =>
    elements(elements(children).at(-1)?.children ?? []).map((note) => {
      const label = /\d+$/.exec(String(note.properties['id']))?.[0] ?? '';
      const said = blocks(withoutWaysBack(note.children));
      return { type: 'footnoteDefinition', identifier: label, label, children: said };
    });
  const tableOf = ({ children }: Element): BlockContent[] => {
    const [caption, head, body] = elements(children);
    const rows = [head!, body!].flatMap((part) => elements(part.children));
    const align = elements(rows[0]!.children).map(({ properties: { className } }) =>
      className ? 'right' : null,
    );
    const table: Table = {
      type: 'table',
      align,
      children: rows.map((row) => ({
        type: 'tableRow',
        children: elements(row.children).map((cell) => ({
          type: 'tableCell',
          children: inLine(cell.children),
        })),
      })),
    };
    return [paragraph(strong(caption!)), table];
  };
  /** Blocks; text between them, as in list entries, becomes paragraphs. */
  const blocks = (children: ElementContent[]): Flow[] => {
    const set: Flow[] = [];
    let line: ElementContent[] = [];
    const endLine = () => {
      if (line.some((node) => node.type !== 'text' || node.value.trim() !== ''))
        set.push(paragraph(...inLine(line)));
      line = [];
    };
    for (const node of children) {
      const block = node.type === 'element' ? blockOf(node) : undefined;
      if (block) {
        endLine();
        set.push(...block);
      } else line.push(node);
    }
    endLine();
    return set;
  };
  return blocks(nodes);
}

function isOfNotes({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('notes');
}

function elements(nodes: ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
