import type { Documents } from '../blocks.ts';
import { blockKind } from './kind.ts';
import { hasWords, linesOf, setLine } from './list.ts';

const entry = '- [Defense Cooperation Agreement](https://mod.example/), in force between the two';

export const documents = blockKind({
  name: 'documents',
  says: '**Documents and sources** are links, each with a description. For a file in `public/` the site adds its type and size:',
  example: `:::documents[Sources]
${entry}
:::`,
  title: true,
  holds: 'list',
  attributes: {},
  set: (written) => ({
    type: 'documents',
    title: written.title,
    documents: linesOf(written).flatMap((line): Documents['documents'] => {
      const nodes = setLine(written, line.children);
      const [link] = nodes;
      if (link?.type === 'element' && link.tagName === 'a' && hasWords(line.children.slice(1)))
        return [{ href: String(link.properties['href']), nodes }];
      written.report(
        line,
        'This entry needs a link and a description.',
        `Write it like this: ${entry}`,
      );
      return [];
    }),
  }),
});
