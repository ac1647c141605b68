import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Pair, Table, TextBlock } from '../../desk/blocks.ts';
import { dateOf } from './date.ts';
import { fileNote } from './file-note.ts';

/**
 * A text block as semantic HTML, which also works without styles. Class names are the names of blocks;
 * page styles and other newsrooms use them.
 * @param language the language of the story, BCP 47
 */
export function textNodes(block: TextBlock, language: string): ElementContent[] {
  if (block.type === 'prose') return block.nodes;
  const { type } = block;
  const titled = ({ title }: { title: string }, ...nodes: ElementContent[]) => [
    h('figure', { className: [type] }, [h('figcaption', title), ...nodes]),
  ];
  switch (type) {
    case 'pull-quote':
      return [
        h('figure', { className: [type] }, [
          h('blockquote', block.nodes),
          h('figcaption', block.speaker),
        ]),
      ];
    case 'key-figures':
      return [
        h(
          'dl',
          { className: [type] },
          block.pairs.map(({ head, nodes }) => h('div', [h('dt', head), h('dd', nodes)])),
        ),
      ];
    case 'key-facts':
      return titled(block, ...block.nodes);
    case 'timeline':
      return titled(
        block,
        h(
          'ol',
          block.pairs.map((pair) => happened(pair, language)),
        ),
      );
    case 'q-and-a':
      return [
        h(
          'dl',
          { className: [type] },
          block.pairs.flatMap(({ head, nodes }) => [h('dt', head), h('dd', nodes)]),
        ),
      ];
    case 'aside':
      // Reader modes drop an `aside` element.
      return [
        h('section', { className: [type] }, [h('p', h('strong', block.title)), ...block.nodes]),
      ];
    case 'documents':
      return titled(
        block,
        h(
          'ul',
          block.documents.map(({ href, nodes }) => {
            const note = fileNote(href, language);
            return h('li', [...nodes, ...(note ? [' ', h('small', note)] : [])]);
          }),
        ),
      );
    case 'table':
      return [tableOf(block)];
  }
}

function happened({ head, nodes }: Pair, language: string): Element {
  const dateTime = dateOf(wordsOf(head), language);
  return h('li', [h('strong', dateTime ? h('time', { dateTime }, head) : head), ' ', ...nodes]);
}

/**
 * The first row contains column headers, the first cell of each row its row header; empty cells are not
 * headers.
 */
function tableOf({ title, rows: [names = [], ...rows], numeric }: Table): Element {
  const cell = (scope: 'col' | 'row' | undefined, nodes: ElementContent[], column: number) =>
    h(
      scope && nodes.length > 0 ? 'th' : 'td',
      {
        ...(scope && nodes.length > 0 && { scope }),
        ...(numeric[column] && { className: ['number'] }),
      },
      nodes,
    );
  return h('table', [
    h('caption', title),
    h(
      'thead',
      h(
        'tr',
        names.map((nodes, column) => cell('col', nodes, column)),
      ),
    ),
    h(
      'tbody',
      rows.map((row) =>
        h(
          'tr',
          row.map((nodes, column) => cell(column === 0 ? 'row' : undefined, nodes, column)),
        ),
      ),
    ),
  ]);
}

/** The plain text of nodes, unchanged. */
export function wordsOf(nodes: ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : '',
    )
    .join('');
}
