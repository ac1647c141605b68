import { getCollection } from 'astro:content';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { Body } from './desk/blocks.ts';
import type { Copy, PictureFile } from './desk/copy.ts';
import { fromGalley } from './desk/galley.ts';
import type { Figure } from './desk/schema/figure.ts';
import type { Article, Edition } from './edition/edition.ts';
import { maySyndicate } from './edition/rights.ts';
import { publicationCard, storyCard } from './outputs/cards/card.ts';
import type { SharedPicture } from './outputs/picture.ts';
import { cardPreview, fitFigure, type Preview } from './outputs/preview.ts';
import type { Handout } from './outputs/story-html.ts';
import { xmpOf } from './outputs/xmp.ts';
import { isPreview } from './preview.ts';
import { shelf } from './shelf.ts';

/** The edition as Astro's pages see it: with the pictures that Astro makes. */
export interface Today extends Edition {
  /** The picture of one of a copy’s figures, with what the made ones say of themselves. */
  pictureOf(
    copy: Copy<unknown>,
    figure: Figure,
  ): { src: ImageMetadata; xmp: string } & Omit<PictureFile, 'path'>;
  /** A figure’s picture as feeds and previews show it: a JPEG, which every reader can read. */
  shared(copy: Copy<unknown>, figure: Figure): Promise<SharedPicture>;
  /** The picture that stands for a story: its lead, else its first figure. */
  sharedFor(article: Article): Promise<SharedPicture | undefined>;
  /** What previews show of a story, or of a page that is none: its fit picture, else a card. */
  previewOf(article?: Article): Promise<Preview | undefined>;
  /** A copy’s text. */
  bodyOf(copy: Copy<unknown>): Body;
  /** All that is handed on of a story. */
  handout(article: Article): Promise<Handout>;
}

async function makeToday(): Promise<Today> {
  const [articles, pages] = await Promise.all([getCollection('articles'), getCollection('pages')]);
  // Filled by the content collection, which Astro reads before it renders anything.
  const edition = await shelf.edition;
  if (!edition) throw new Error('The content collection was not read.');
  const pictures = new Map(
    [...articles, ...pages].map(({ filePath, data }) => [filePath, data.pictures]),
  );
  const pictureOf: Today['pictureOf'] = (copy, figure) => {
    const index = copy.pictures.findIndex(({ path }) => path === figure.image);
    // The size comes from the desk: Astro publishes the original of a picture whose size was asked.
    const [src, file] = [pictures.get(copy.file)?.[index], copy.pictures[index]];
    if (!src || !file) throw new Error(`${copy.file} has no picture ${figure.image}.`);
    return { ...file, src, xmp: xmpOf(figure, file) };
  };
  const shared: Today['shared'] = async (copy, figure) => {
    const { src, xmp, rights, notes, ...whole } = pictureOf(copy, figure);
    const width = Math.min(1200, whole.width);
    const made = await getImage({ src, width, format: 'jpg', xmp });
    const url = edition.addresses.absolute(made.src);
    return { url, width, height: Number(made.attributes['height']), figure, rights, notes };
  };
  const bodyOf: Today['bodyOf'] = (copy) => {
    const body = fromGalley(copy.galley)?.body;
    if (!body) throw new Error(`The text of ${copy.file} is gone from the cache: build again.`);
    return body;
  };
  return {
    ...edition,
    pictureOf,
    shared,
    async sharedFor(article) {
      const figure = article.front.lead ?? article.firstFigure;
      return figure && shared(article, figure);
    },
    async previewOf(article) {
      const figure = article && fitFigure(article);
      if (figure) {
        const { url, width, height } = await shared(article, figure);
        return { url, width, height, alt: figure.alt };
      }
      const { publication } = edition;
      const card = article ? storyCard(article, publication) : publicationCard(publication);
      return card && cardPreview(card, edition);
    },
    bodyOf,
    async handout(article) {
      const blocks = article.retraction ? [] : bodyOf(article).blocks;
      const { lead } = article.front;
      const inText = blocks.flatMap((block) => (block.type === 'figure' ? [block.figure] : []));
      const figures = [...(lead ? [lead] : []), ...inText].filter((figure) =>
        maySyndicate(article, figure),
      );
      const pictures = await Promise.all(
        figures.map(async (figure) => [figure.image, await shared(article, figure)] as const),
      );
      return { article, blocks, pictures: new Map(pictures) };
    },
  };
}

let made: Promise<Today> | undefined;

/** Today’s edition: made once per build, and at every look while an editor writes. */
export function today(): Promise<Today> {
  return isPreview() ? makeToday() : (made ??= makeToday());
}
