import { blockKind } from './kind.ts';
import { linesOf } from './list.ts';

export const keyFacts = blockKind({
  name: 'key-facts',
  says: '**Key facts** are the story in a few lines, for readers in a hurry:',
  example: `:::key-facts[The story in brief]
- A platoon leaves for Kuwait.
- It is Kosovo’s first mission abroad.
:::`,
  title: true,
  holds: 'list',
  attributes: {},
  set(written) {
    linesOf(written);
    return { type: 'key-facts', title: written.title, nodes: written.html(written.children) };
  },
});
