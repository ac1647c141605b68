import type { Figure } from '../desk/schema/figure.ts';
import { narrowestLead } from '../desk/warnings.ts';
import type { Story, Edition } from '../edition/model.ts';
import { isMap } from '../edition/map.ts';
import { altOf, publicationCard, storyCard, type Card } from './cards/card.ts';
import { frame } from './cards/layout.ts';
import { nameOf } from './cards/render.ts';
import { leadingFigure } from './figure.ts';

/** The preview picture of a page in messengers and social networks (Open Graph, og:image). */
export interface Preview {
  url: string;
  /** In px. */
  width: number;
  height: number;
  alt: string;
}

/**
 * A story’s leading figure, if it is suitable as a large preview. It must be 1200 px wide, as Google and
 * X require. It must also be no wider than 2:1, which is shown whole, or have a focus for cropping. A map
 * is always suitable.
 */
export function fitFigure(story: Pick<Story, 'frontmatter' | 'text'>): Figure | undefined {
  const figure = leadingFigure(story);
  if (figure && isMap(figure)) return figure;
  const picture = story.text.pictures.find(({ path }) => path === figure?.image);
  if (!picture || picture.width < narrowestLead) return undefined;
  const isShownWhole = picture.width <= 2 * picture.height;
  return isShownWhole || (picture.focus && picture.height >= frame.height) ? figure : undefined;
}

/** A card as a preview picture. */
export function cardPreview(card: Card, { addresses }: Pick<Edition, 'addresses'>): Preview {
  const url = addresses.absolute(addresses.path(`cards/${nameOf(card)}.png`));
  return { url, ...frame, alt: altOf(card) };
}

/** The picture that is used directly as a preview; a map is shown on a card, next to the headline. */
export function fitPicture(story: Parameters<typeof fitFigure>[0]): Figure | undefined {
  const figure = fitFigure(story);
  return figure && !isMap(figure) ? figure : undefined;
}

/** Cards by file name: of the given stories without a suitable picture, and of the publication. */
export function cardsOf(edition: Edition, stories = edition.stories) {
  const bare = stories.filter((story) => !fitPicture(story));
  const cards = [
    publicationCard(edition.publication),
    ...bare.map((story) => storyCard(story, edition)),
  ];
  return new Map(cards.flatMap((card) => (card ? [[nameOf(card), card]] : [])));
}
