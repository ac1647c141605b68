import type { Figure } from '../desk/schema/figure.ts';
import { narrowestLead } from '../desk/warnings.ts';
import type { Article, Edition } from '../edition/edition.ts';
import { warningOf } from '../edition/rights.ts';
import { altOf, publicationCard, storyCard, type Card } from './cards/card.ts';
import { frame } from './cards/layout.ts';
import { nameOf } from './cards/print.ts';

/** What messengers and social networks show of a page (Open Graph, og:image). */
export interface Preview {
  url: string;
  /** In px. */
  width: number;
  height: number;
  alt: string;
}

type Pictured = Pick<Article, 'front' | 'firstFigure' | 'pictures'>;

/** The figure that stands for a story where it is only listed: its lead, else its first, if nothing has to cover it. */
export function standingFigure(article: Pictured): Figure | undefined {
  const figure = article.front.lead ?? article.firstFigure;
  return figure && warningOf(article, figure) === undefined ? figure : undefined;
}

/**
 * The figure that does as a story’s large preview: the one that stands for it, when it is 1200 px
 * wide as Google and X ask for, and either no wider than 2:1, the widest that is shown whole, or with
 * a focus around which it can be cut.
 */
export function fitFigure(article: Pictured): Figure | undefined {
  const figure = standingFigure(article);
  const picture = article.pictures.find(({ path }) => path === figure?.image);
  if (!picture || picture.width < narrowestLead) return undefined;
  const isShownWhole = picture.width <= 2 * picture.height;
  return isShownWhole || (picture.focus && picture.height >= frame.height) ? figure : undefined;
}

/** A card as a preview. */
export function cardPreview(card: Card, { addresses }: Pick<Edition, 'addresses'>): Preview {
  const url = addresses.absolute(addresses.path(`cards/${nameOf(card)}.png`));
  return { url, ...frame, alt: altOf(card) };
}

/** The cards of an edition by the names of their files: of stories without a fit picture, and its own. */
export function cardsOf({ articles, publication }: Pick<Edition, 'articles' | 'publication'>) {
  const bare = articles.filter((article) => !fitFigure(article));
  const cards = [
    publicationCard(publication),
    ...bare.map((article) => storyCard(article, publication)),
  ];
  return new Map(cards.flatMap((card) => (card ? [[nameOf(card), card]] : [])));
}
