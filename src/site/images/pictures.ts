import { dirname } from 'node:path';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { PictureFile } from '../../desk/picture-notes.ts';
import type { Figure } from '../../desk/schema/figure.ts';
import type { Addresses } from '../../edition/addresses.ts';
import type { Story, Text } from '../../edition/model.ts';
import { isMap } from '../../edition/map.ts';
import { frame } from '../../outputs/cards/layout.ts';
import { cropTo, searchFrames, widthUpTo, type Size } from '../../outputs/crop.ts';
import { mapFiles, printedMap } from '../../maps/files.ts';
import type { SyndicatedPicture, SharedPicture } from '../../outputs/picture.ts';
import { xmpOf } from '../../raster/xmp.ts';
import { keptPicture, makePicture } from './make-picture.ts';
import { isPreview } from '../preview.ts';
import { inProject } from '../../files/project.ts';

/** The largest width of a picture on a page, in px: for a column of 950 px on a high-density screen. */
export const widest = 1600;

/** The largest width of a syndicated picture, in px, as previews require. */
const widestSyndicated = 1200;

/** A picture to be created, with the metadata to embed. */
export interface Original extends Omit<PictureFile, 'path'> {
  src: ImageMetadata;
  xmp: string;
}

/** A story or a page, with its pictures. */
interface Pictured {
  text: Text;
}

/** Creates the pictures of an edition. */
export interface Pictures {
  /** The picture of a figure. */
  pictureOf(copy: Pictured, figure: Figure): Original;
  /** A figure’s picture as shown on its page. */
  onPage(story: Story, figure: Figure): Promise<SharedPicture>;
  /** The addresses of the crops that search engines require; empty without a focus. */
  cutsOf(story: Story, figure: Figure): Promise<string[]>;
  /** A figure’s picture for previews: cropped around its focus, else whole. */
  preview(story: Story, figure: Figure): Promise<SharedPicture>;
  /** The still image of a video; undefined if it has to be covered. */
  poster(copy: Pictured, figure: Figure): Promise<SharedPicture | undefined>;
  /** A figure’s picture for syndication: JPEG or, for maps, PNG, which every program can read. */
  syndicated(story: Story, figure: Figure): Promise<SyndicatedPicture>;
}

/** @param sources the pictures of each copy, by its file and in the order of the copy */
export function picturesFor(
  addresses: Addresses,
  sources: Map<string | undefined, ImageMetadata[]>,
): Pictures {
  const pictureOf: Pictures['pictureOf'] = ({ text }, figure) => {
    const index = text.pictures.findIndex(({ path }) => path === figure.image);
    // The size comes from the desk, because Astro publishes the original of a picture whose size is read.
    const [src, file] = [sources.get(text.file)?.[index], text.pictures[index]];
    if (!src || !file) throw new Error(`${text.file} has no picture ${figure.image}.`);
    return { ...file, src, xmp: xmpOf(figure, file) };
  };
  /** @param frame the size to crop to, if the picture has a focus and is large enough */
  const make = async (
    copy: Pictured,
    figure: Figure,
    format: 'jpg' | 'webp',
    longest: number,
    frame?: Size,
  ) => {
    const { src, xmp, rights, notes, focus, ...whole } = pictureOf(copy, figure);
    const crop = frame && focus && cropTo(whole, frame, focus);
    const size = crop ? { ...frame, crop } : { width: widthUpTo(longest, whole) };
    const made = await getImage({ src, ...size, format, xmp });
    const { width, height } = made.attributes as unknown as Size;
    const url = addresses.absolute(made.src);
    const picture: SharedPicture = { url, width, height, figure, rights, notes, focus };
    // Reading this from `src` itself would make Astro publish the original.
    const source = (made.options.src as ImageMetadata).src;
    return { picture, source, wanted: { ...made.options, xmp, format, crop } };
  };
  const mapOf = (story: Story, figure: Figure, file: 'wide' | 'print'): SharedPicture => {
    const { path, ...size } = mapFiles(story)[file];
    return { url: addresses.absolute(addresses.path(path)), ...size, figure };
  };
  return {
    pictureOf,
    async onPage(story, figure) {
      if (isMap(figure)) return mapOf(story, figure, 'wide');
      // WebP, which the page uses anyway.
      return (await make(story, figure, 'webp', widest)).picture;
    },
    async cutsOf(story, figure) {
      if (isMap(figure)) return [];
      const { focus, ...whole } = pictureOf(story, figure);
      const cuts = searchFrames.filter((frame) => {
        const crop = focus && cropTo(whole, frame, focus);
        return crop && (crop.width < whole.width || crop.height < whole.height);
      });
      const made = cuts.map((frame) => make(story, figure, 'webp', widest, frame));
      return (await Promise.all(made)).map(({ picture }) => picture.url);
    },
    preview: async (story, figure) =>
      (await make(story, figure, 'jpg', widestSyndicated, frame)).picture,
    async poster(copy, figure) {
      if (pictureOf(copy, figure).warning !== undefined) return undefined;
      return (await make(copy, figure, 'jpg', widestSyndicated)).picture;
    },
    async syndicated(story, figure) {
      if (isMap(figure)) {
        const { length } = await printedMap(story);
        return { ...mapOf(story, figure, 'print'), bytes: length, type: 'image/png' };
      }
      const { picture, source, wanted } = await make(story, figure, 'jpg', widestSyndicated);
      const original = inProject(dirname(story.text.file), figure.image);
      // Astro creates pictures only after all pages, but a feed states the size of their files.
      const { length } = isPreview()
        ? await makePicture(original, wanted)
        : await keptPicture(source, original, wanted);
      return { ...picture, bytes: length, type: 'image/jpeg' };
    },
  };
}
