import type { FigureBlock } from '../blocks.ts';
import { blockKind, type Written } from './kind.ts';
import { picturesOf, readFigure } from './picture.ts';

export const gallery = blockKind({
  name: 'gallery',
  says: '**A gallery** shows pictures of one subject, each with its own caption and credit:',
  example: `:::gallery[The ceremony in Pristina]
![Soldiers in masks stand in three rows](ceremony.jpg "Members of the force line up. (Visar Kryeziu/AP)")

![A woman at a lectern](speech.jpg "Acting President Vjosa Osmani speaks. (Visar Kryeziu/AP)")
:::`,
  title: true,
  holds: 'pictures',
  attributes: {},
  set(written) {
    const figures = picturesOnly(written, 'Move the other text before or after the block.');
    if (written.children.flatMap((child) => picturesOf(child) ?? []).length === 1)
      written.report(
        written.node,
        'A gallery needs at least two pictures.',
        'Put the picture in the text by itself, or add another.',
      );
    return { type: 'gallery', title: written.title, figures };
  },
});

/** The pictures of a block that may contain only pictures; anything else is refused. */
export function picturesOnly({ node, children, report }: Written<unknown>, fix: string) {
  return children.flatMap((child): FigureBlock[] => {
    const pictures = picturesOf(child);
    if (!pictures) report(child, `The block \`${node.name}\` can contain only pictures.`, fix);
    return (pictures ?? []).flatMap((picture) => readFigure(picture, report) ?? []);
  });
}
