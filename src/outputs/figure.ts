import type { Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article } from '../edition/edition.ts';

/** With what the credit of a picture that is no photograph begins, in each language of the site. */
const drawn =
  /^(?:drawing|illustration|graphic|map|vizatim|ilustrim|grafikë|hartë|цртеж|илустрација|графика|графикон|карта|мапа|رسم|مخطط|خريطة)(?!\p{L})/iu;

/** What a picture is, said before its credit to those who cannot see it. */
export function kindOf({ credit }: Figure): 'illustration' | 'photograph' {
  return drawn.test(credit) ? 'illustration' : 'photograph';
}

/** The figures of a story as its page has them, the lead first. */
export function figuresOf({ front: { lead } }: Article, blocks: Block[]): Figure[] {
  const inText = blocks.flatMap((block) => (block.type === 'figure' ? [block.figure] : []));
  return lead ? [lead, ...inText] : inText;
}
