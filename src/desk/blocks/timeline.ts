import { blockKind } from './kind.ts';
import { pairsOf } from './list.ts';

const entry = '- **2008** Kosovo declares independence.';

export const timeline = blockKind({
  name: 'timeline',
  says: '**A timeline** says what happened when, in the order of the list. Write dates and periods in any form:',
  example: `:::timeline[How it came to this]
- **1998-1999** The war.
${entry}
- **March 9, 2021** A platoon leaves for Kuwait.
:::`,
  title: true,
  holds: 'list',
  attributes: {},
  set: (written) => ({
    type: 'timeline',
    title: written.title,
    pairs: pairsOf(written, entry),
  }),
});
