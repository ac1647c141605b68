import { dirname, join } from 'node:path';
import { getCollection } from 'astro:content';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { Body } from './desk/blocks.ts';
import type { Copy, PictureFile } from './desk/copy.ts';
import { fromGalley } from './desk/galley.ts';
import type { Figure } from './desk/schema/figure.ts';
import type { Article, Edition } from './edition/edition.ts';
import type { Listing } from './edition/listing.ts';
import { maySyndicate } from './edition/rights.ts';
import { publicationCard, storyCard } from './outputs/cards/card.ts';
import { feedLength, feedOf, entryOf, type Entry, type Feed } from './outputs/feed.ts';
import { figuresOf } from './outputs/figure.ts';
import type { HandedPicture, SharedPicture } from './outputs/picture.ts';
import { cardPreview, fitFigure, type Preview } from './outputs/preview.ts';
import type { Handout } from './outputs/story-html.ts';
import { xmpOf } from './outputs/xmp.ts';
import { madeLength, makePicture } from './make-picture.ts';
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
  /** What previews show of a story, or of a page that is none: its fit picture, else a card. */
  previewOf(article?: Article): Promise<Preview | undefined>;
  /** The pictures of a story as its page shows them, the lead first. */
  shown(article: Article): Promise<SharedPicture[]>;
  /** A copy’s text. */
  bodyOf(copy: Copy<unknown>): Body;
  /** All that is handed on of a story. */
  handout(article: Article): Promise<Handout>;
  /** The newest stories of a list, or of all. */
  feed(list: Listing | undefined): Promise<Feed>;
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
  const make = async (copy: Copy<unknown>, figure: Figure, format: 'jpg' | 'webp') => {
    const { src, xmp, rights, notes, ...whole } = pictureOf(copy, figure);
    const width = Math.min(1200, whole.width);
    const made = await getImage({ src, width, format, xmp });
    const height = Number(made.attributes['height']);
    const url = edition.addresses.absolute(made.src);
    const picture: SharedPicture = { url, width, height, figure, rights, notes };
    return { picture, wanted: { ...made.options, xmp, format } };
  };
  const shared: Today['shared'] = async (copy, figure) => (await make(copy, figure, 'jpg')).picture;
  const handed = async (copy: Copy<unknown>, figure: Figure): Promise<HandedPicture> => {
    const { picture, wanted } = await make(copy, figure, 'jpg');
    const original = join(dirname(copy.file), figure.image);
    // In a preview no picture has a file.
    const bytes = isPreview()
      ? (await makePicture(original, wanted)).length
      : await madeLength(picture.url, original, wanted);
    return { ...picture, bytes };
  };
  // A page asks for its text several times in a row.
  let last: { galley: string; body: Body } | undefined;
  const bodyOf: Today['bodyOf'] = (copy) => {
    if (last?.galley === copy.galley) return last.body;
    const body = fromGalley(copy.galley)?.body;
    if (!body) throw new Error(`The text of ${copy.file} is gone from the cache: build again.`);
    last = { galley: copy.galley, body };
    return body;
  };
  const handout: Today['handout'] = async (article) => {
    const blocks = article.retraction ? [] : bodyOf(article).blocks;
    const figures = figuresOf(article, blocks).filter((figure) => maySyndicate(article, figure));
    const pictures = await Promise.all(
      figures.map(async (figure) => [figure.image, await handed(article, figure)] as const),
    );
    return { article, blocks, pictures: new Map(pictures) };
  };
  // A story stands in the feeds of its section, its topics, its authors and its series, three times in each.
  const entries = new Map<Article, Promise<Entry>>();
  const entry = (article: Article) => {
    const made = entries.get(article) ?? handout(article).then((one) => entryOf(edition, one));
    entries.set(article, made);
    return made;
  };
  return {
    ...edition,
    pictureOf,
    shared,
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
    async shown(article) {
      const blocks = article.retraction ? [] : bodyOf(article).blocks;
      // WebP, since src/components/Figure.astro has these made for the page anyway.
      const all = figuresOf(article, blocks).map((figure) => make(article, figure, 'webp'));
      return (await Promise.all(all)).map(({ picture }) => picture);
    },
    bodyOf,
    handout,
    async feed(list) {
      const newest = (list ?? edition).articles.slice(0, feedLength);
      return feedOf(edition, list, await Promise.all(newest.map(entry)));
    },
  };
}

let made: Promise<Today> | undefined;

/** Today’s edition: made once per build, and at every look while an editor writes. */
export function today(): Promise<Today> {
  return isPreview() ? makeToday() : (made ??= makeToday());
}
