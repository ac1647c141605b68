import { blockKind } from './kind.ts';
import { pairsOf } from './list.ts';

const entry = '- **32** soldiers lined up at the ceremony';

export const keyFigures = blockKind({
  name: 'key-figures',
  says: '**Key figures** are set large, each with what it counts:',
  example: `:::key-figures
${entry}
- **13,500** U.S. forces based in Kuwait
:::`,
  holds: 'list',
  attributes: {},
  set: (written) => ({ type: 'key-figures', pairs: pairsOf(written, entry) }),
});
