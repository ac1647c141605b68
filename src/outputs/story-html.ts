import { h } from 'hastscript';
import type { Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article, Edition } from '../edition/edition.ts';
import { langOf } from '../edition/language.ts';
import { mayHandOn } from '../edition/rights.ts';
import { nodesOf } from './blocks/nodes.ts';
import { insteadOf, kindOf } from './figure.ts';
import { noticesOf } from './notices.ts';
import type { HandedPicture } from './picture.ts';
import { toHtml } from './prose.ts';

/** A story with all that is handed on of it: in feeds, and to partners. */
export interface Handout {
  article: Article;
  blocks: Block[];
  /** Every picture that may be handed on, the lead first, by its figure’s `image`. */
  pictures: Map<string, HandedPicture>;
}

/**
 * The text of a story as it is handed on: the words of the page as HTML, with whole addresses. A
 * picture that may not be handed on is left out, and said to be.
 */
export function storyHtml(
  { article, blocks, pictures }: Handout,
  { addresses, language: around }: Pick<Edition, 'addresses' | 'language'>,
): string {
  const { words, dates } = article.language;
  const strange = langOf(article.language, around);
  const whole = (href: string) =>
    addresses.absolute(new URL(addresses.fromText(href), addresses.absolute(article.address)).href);
  const figureNode = (figure: Figure) =>
    h('figure', [
      ...(mayHandOn(article, figure)
        ? [h('img', { src: pictures.get(figure.image)?.url, alt: figure.alt })]
        : insteadOf(article, figure, addresses.absolute(article.address))),
      h('figcaption', [
        figure.caption,
        ' ',
        h('small', `${words.figure[kindOf(figure)]}: ${figure.credit}`),
      ]),
    ]);
  const { lead } = article.front;
  const nodes = nodesOf(blocks, article.language.tag, figureNode);
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(article, where).map(({ label, moment, text }) =>
      h('p', [h('strong', words.notices.opening(label, dates.long(moment))), ` ${text}`]),
    );
  const leading = lead ? [figureNode(lead)] : [];
  const all = [...notices('top'), ...leading, ...nodes, ...notices('bottom')];
  // What a feed says of a story’s language few readers heed, least of all when it reads from the right.
  return toHtml(strange.lang ? [h('div', strange, all)] : all, whole);
}
