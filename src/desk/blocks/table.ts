import type { TableRow } from 'mdast';
import { wordsOf } from '../words.ts';
import { blockKind } from './kind.ts';
import { setLine } from './list.ts';

/** A number with its sign, currency, percent sign or short unit; or a dash or nothing, for no number. */
const numeric = /^(?:[^\p{L}\p{N}]{0,3}\p{N}[\p{N}\s.,’']*(?:%|\p{L}{1,3}\.?)?|[–—-]?)$/u;

export const table = blockKind({
  name: 'table',
  says: '**A table**. Its first row names the columns; the first cell of each row says what the row is about. Numbers are aligned:',
  example: `:::table[Strength of the KSF]
|            | Today | In ten years |
| ---------- | ----- | ------------ |
| Troops     | 3,400 | 5,000        |
| Reservists |       | 3,000        |
:::`,
  title: true,
  holds: 'table',
  attributes: {},
  set(written) {
    const { node, title, children, report } = written;
    const found = children.find((child) => child.type === 'table');
    const other = children.find((child) => child !== found);
    if (other)
      report(
        other,
        `The block \`${node.name}\` can contain only one table.`,
        'Write each row as | one | two |, and | --- | --- | below the first.',
      );
    const [head, ...body] = found?.children ?? [];
    const columns = head?.children.length ?? 0;
    for (const row of body)
      if (row.children.length > columns)
        report(
          row.children[columns]!,
          'This row has more cells than the first.',
          'Remove the extra cell or name its column. Write a bar that is part of the text as \\|.',
        );
    const wordsIn = (row: TableRow, column: number) =>
      wordsOf(row.children[column] ?? { type: 'text', value: '' }).trim();
    const cellsOf = (row: TableRow) =>
      Array.from({ length: columns }, (_, at) =>
        setLine(written, row.children[at]?.children ?? []),
      );
    return {
      type: 'table',
      title,
      rows: [...(head ? [head] : []), ...body].map(cellsOf),
      numeric: Array.from({ length: columns }, (_, at) => {
        const words = body.map((row) => wordsIn(row, at));
        return words.some((word) => word !== '') && words.every((word) => numeric.test(word));
      }),
    };
  },
});
