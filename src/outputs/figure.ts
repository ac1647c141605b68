import type { Element } from 'hast';
import { h } from 'hastscript';
import { figuresIn, type Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Language } from '../edition/language.ts';
import type { Story } from '../edition/model.ts';
import { isMap } from '../edition/map.ts';
import { warningOf } from '../edition/rights.ts';

/** The first words of credits for pictures that are not photographs, in each language of the site. */
const drawn =
  /^(?:drawing|illustration|graphic|map|vizatim|ilustrim|grafikë|hartë|цртеж|илустрација|графика|графикон|карта|мапа|رسم|مخطط|خريطة)(?!\p{L})/iu;

/** The kind of a picture, stated before its credit for people who cannot see it. */
export function kindOf(figure: Figure): 'illustration' | 'photograph' {
  return isMap(figure) || drawn.test(figure.credit) ? 'illustration' : 'photograph';
}

/** The figure that represents a story: its lead, else its first; undefined if that has to be covered. */
export function leadingFigure(story: Pick<Story, 'frontmatter' | 'text'>): Figure | undefined {
  const figure = story.frontmatter.lead ?? story.text.firstFigure;
  return figure && warningOf(story, figure) === undefined ? figure : undefined;
}

/** The figures of a story in page order, the lead first. */
export function figuresOf({ frontmatter: { lead } }: Story, blocks: Block[]): Figure[] {
  const inText = figuresIn(blocks).map(({ figure }) => figure);
  return lead ? [lead, ...inText] : inText;
}

/**
 * What replaces a picture that may not be republished, or not without a cover.
 * @param page the absolute URL of its page
 */
export function insteadOf(
  story: Story,
  figure: Figure,
  page: string,
  { words }: Language,
): Element[] {
  const { elsewhere, covered, story: said, warning: label } = words.figure;
  const link = h('a', { href: page }, said);
  const warning = warningOf(story, figure);
  return warning === undefined
    ? [h('p', elsewhere(link))]
    : [h('p', [h('strong', label), ` ${warning}`]), h('p', covered(link))];
}
