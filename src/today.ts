import { getCollection } from 'astro:content';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { Body } from './desk/blocks.ts';
import type { Copy, PictureFile } from './desk/copy.ts';
import { fromGalley } from './desk/galley.ts';
import type { Figure } from './desk/schema/figure.ts';
import type { Article, Edition } from './edition/edition.ts';
import { maySyndicate } from './edition/rights.ts';
import { figuresOf } from './outputs/figure.ts';
import type { SharedPicture } from './outputs/picture.ts';
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
  /** The picture that stands for a story in previews: its lead, else its first figure. */
  sharedFor(article: Article): Promise<SharedPicture | undefined>;
  /** The pictures of a story as its page shows them, the lead first. */
  shown(article: Article): Promise<SharedPicture[]>;
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
  const makeWhole = async (copy: Copy<unknown>, figure: Figure, format: 'jpg' | 'webp') => {
    const { src, xmp, rights, notes, ...whole } = pictureOf(copy, figure);
    const width = Math.min(1200, whole.width);
    const made = await getImage({ src, width, format, xmp });
    const url = edition.addresses.absolute(made.src);
    return { url, width, height: Number(made.attributes['height']), figure, rights, notes };
  };
  const shared: Today['shared'] = (copy, figure) => makeWhole(copy, figure, 'jpg');
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
    shown(article) {
      const blocks = article.retraction ? [] : bodyOf(article).blocks;
      // WebP, since src/components/Figure.astro has these made for the page anyway.
      const made = figuresOf(article, blocks).map((figure) => makeWhole(article, figure, 'webp'));
      return Promise.all(made);
    },
    bodyOf,
    async handout(article) {
      const blocks = article.retraction ? [] : bodyOf(article).blocks;
      const figures = figuresOf(article, blocks).filter((figure) => maySyndicate(article, figure));
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
