import { getCollection } from 'astro:content';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { Body } from './desk/blocks.ts';
import type { Copy } from './desk/copy.ts';
import { contentFolder } from './desk/desk.ts';
import { fromGalley } from './desk/galley.ts';
import type { Figure } from './desk/schema/figure.ts';
import { readVocabulary } from './desk/vocabulary.ts';
import { newsroomClock } from './edition/clock.ts';
import { makeEdition, type Article, type Edition } from './edition/edition.ts';
import type { SharedPicture } from './outputs/json-ld.ts';
import { isPreview } from './preview.ts';

/** The edition as Astro's pages see it: with the pictures that Astro makes. */
export interface Today extends Edition {
  /** The picture of one of a copy’s figures, with its width in px. */
  pictureOf(copy: Copy<unknown>, figure: Figure): { src: ImageMetadata; width: number };
  /** A figure’s picture as feeds and previews show it: a JPEG, which every reader can read. */
  shared(copy: Copy<unknown>, figure: Figure): Promise<SharedPicture>;
  /** The picture that stands for a story in previews: its lead, else its first figure. */
  sharedFor(article: Article): Promise<SharedPicture | undefined>;
  /** A copy’s text. */
  bodyOf(copy: Copy<unknown>): Body;
}

async function makeToday(): Promise<Today> {
  const [articles, pages] = await Promise.all([getCollection('articles'), getCollection('pages')]);
  const content = {
    vocabulary: readVocabulary(contentFolder()),
    stories: articles.map(({ data }) => data.copy),
    pages: pages.map(({ data }) => data.copy),
    warnings: [],
  };
  const pictures = new Map(
    [...articles, ...pages].map(({ data }) => [data.copy.file, data.pictures]),
  );
  const edition = makeEdition(content, newsroomClock(), isPreview());
  const pictureOf: Today['pictureOf'] = (copy, figure) => {
    const index = copy.pictures.findIndex(({ path }) => path === figure.image);
    // The size comes from the desk: Astro publishes the original of a picture whose size was asked.
    const [src, file] = [pictures.get(copy.file)?.[index], copy.pictures[index]];
    if (!src || !file) throw new Error(`${copy.file} has no picture ${figure.image}.`);
    return { src, width: file.width };
  };
  const shared: Today['shared'] = async (copy, figure) => {
    const { src, width: whole } = pictureOf(copy, figure);
    const width = Math.min(1200, whole);
    const made = await getImage({ src, width, format: 'jpg' });
    const url = edition.addresses.absolute(made.src);
    return { url, width, height: Number(made.attributes['height']), figure };
  };
  return {
    ...edition,
    pictureOf,
    shared,
    async sharedFor(article) {
      const figure = article.front.lead ?? article.firstFigure;
      return figure && shared(article, figure);
    },
    bodyOf(copy) {
      const body = fromGalley(copy.galley);
      if (!body) throw new Error(`The text of ${copy.file} is gone from the cache: build again.`);
      return body;
    },
  };
}

let made: Promise<Today> | undefined;

/** Today’s edition: made once per build, and at every look while an editor writes. */
export function today(): Promise<Today> {
  return isPreview() ? makeToday() : (made ??= makeToday());
}
