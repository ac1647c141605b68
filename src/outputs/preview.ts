import type { Figure } from '../desk/schema/figure.ts';
import { narrowestLead } from '../desk/warnings.ts';
import type { Story, Edition } from '../edition/model.ts';
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
export function fitFigure(story: Pick<Story, 'frontmatter' | 'text'>): Figure | undefined {
  const figure = leadingFigure(story);
  if (figure && isMap(figure)) return figure;
  const picture = story.text.pictures.find(({ path }) => path === figure?.image);
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
export function fitPicture(story: Parameters<typeof fitFigure>[0]): Figure | undefined {
  const figure = fitFigure(story);
  return figure && !isMap(figure) ? figure : undefined;
}

/** Cards by the names of their files: of those of some stories that have no fit picture, and the publication’s. */
export function cardsOf(edition: Edition, stories = edition.stories) {
  const bare = stories.filter((story) => !fitPicture(story));
  const cards = [
    publicationCard(edition.publication),
    ...bare.map((story) => storyCard(story, edition)),
  ];
  return new Map(cards.flatMap((card) => (card ? [[nameOf(card), card]] : [])));
}
