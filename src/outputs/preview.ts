import type { Figure } from '../desk/schema/figure.ts';
import { narrowestLead } from '../desk/warnings.ts';
import type { Article, Edition } from '../edition/model.ts';
import { isMap } from '../edition/map.ts';
import { altOf, publicationCard, storyCard, type Card } from './cards/card.ts';
import { frame } from './cards/layout.ts';
import { nameOf } from './cards/render.ts';
import { leadingFigure } from './figure.ts';

/** What messengers and social networks show of a page (Open Graph, og:image). */
export interface Preview {
  url: string;
  /** In px. */
  width: number;
  height: number;
  alt: string;
}

/**
 * The figure that does as a story’s large preview: the one that stands for it, when it is 1200 px wide
 * as Google and X ask for, and either no wider than 2:1, the widest that is shown whole, or with a
 * focus around which it can be cut. A map always is.
 */
export function fitFigure(
  article: Pick<Article, 'frontmatter' | 'firstFigure' | 'pictures'>,
): Figure | undefined {
  const figure = leadingFigure(article);
  if (figure && isMap(figure)) return figure;
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

/** The picture that a preview shows as it is; a map stands on a card, beside the headline. */
export function fitPicture(article: Parameters<typeof fitFigure>[0]): Figure | undefined {
  const figure = fitFigure(article);
  return figure && !isMap(figure) ? figure : undefined;
}

/** Cards by the names of their files: of those stories that have no fit picture, and the publication’s. */
export function cardsOf({ articles, publication }: Pick<Edition, 'articles' | 'publication'>) {
  const bare = articles.filter((article) => !fitPicture(article));
  const cards = [
    publicationCard(publication),
    ...bare.map((article) => storyCard(article, publication)),
  ];
  return new Map(cards.flatMap((card) => (card ? [[nameOf(card), card]] : [])));
}
