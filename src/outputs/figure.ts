import type { Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article } from '../edition/edition.ts';
import { isMap } from '../edition/map.ts';

/** What a picture is, said before its credit to those who cannot see it. */
export function kindOf(figure: Figure): 'illustration' | 'photograph' {
  const isDrawn = isMap(figure) || /^(drawing|illustration|graphic|map)\b/i.test(figure.credit);
  return isDrawn ? 'illustration' : 'photograph';
}

/** The figure that stands for a story where there is room for one: its lead, else its first. */
export function leadingFigure({
  front: { lead },
  firstFigure,
}: Pick<Article, 'front' | 'firstFigure'>): Figure | undefined {
  return lead ?? firstFigure;
}

/** The figures of a story as its page has them, the lead first. */
export function figuresOf({ front: { lead } }: Article, blocks: Block[]): Figure[] {
  const inText = blocks.flatMap((block) => (block.type === 'figure' ? [block.figure] : []));
  return lead ? [lead, ...inText] : inText;
}
