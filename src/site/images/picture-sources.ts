import { getImage } from 'astro:assets';
import { cropTo, widthUpTo, type Size, type Window } from '../../outputs/crop.ts';
import { widest, type Original } from './pictures.ts';

/**
 * Where on a page a picture stands: above a story, beside the first one of the front page, in a text, in
 * a gallery of two or of more, above a link to another site.
 */
export type Place = 'lead' | 'splash' | 'text' | 'pair' | 'gallery' | 'still';

/** Whether a picture is what a reader sees first of a page. */
export const isFirst = (place: Place): boolean => place === 'lead' || place === 'splash';

/** How wide each is shown; as story.css, front.css and frames.css of src/styles/ lay them out. */
const column = '(min-width: 62rem) 59rem, 92vw';
const sizes: Record<Place, string> = {
  lead: column,
  splash: '(min-width: 73rem) 39rem, (min-width: 60rem) 54vw, 92vw',
  text: column,
  still: column,
  pair: '(min-width: 62rem) 29rem, (min-width: 37rem) 46vw, 92vw',
  gallery: '(min-width: 62rem) 19rem, (min-width: 56rem) 30vw, (min-width: 37rem) 46vw, 92vw',
};

/** Widths in px: for a plain phone, for most, for a column of text or a phone of three pixels to one. */
const widths = [480, 720, 1120];

/** Phones held upright, and the squares that they are shown of a wide lead; in px. */
const phone = '(max-width: 30rem)';
const squares = [480, 800];

/** The attributes of a source element; of an img element without `media` and `type`. */
export interface Source extends Size {
  media?: string;
  type?: string;
  srcset: string;
  sizes: string;
}

/**
 * All that a browser may choose from for a picture on a page: AVIF, else WebP; and on phones, of a
 * lead that is wider than 3:2 and has a focus, a square around that.
 */
export async function sourcesOf(
  original: Original,
  place: Place,
): Promise<{ sources: Source[]; image: Source & { src: string } }> {
  const { src, xmp } = original;
  const largest = widthUpTo(widest, original);
  // One that is hardly smaller than the largest is not worth a file.
  const whole = [...widths.filter((one) => one * 1.25 <= largest), largest];
  const make = async (format: 'avif' | 'webp', widths: number[], cut: Cut) => {
    const made = await getImage({ src, xmp, format, widths, ...cut });
    const { width, height } = made.attributes as unknown as Size;
    const source = { srcset: made.srcSet.attribute, sizes: sizes[place], width, height };
    return { made, source };
  };
  const sources: Source[] = [];
  const square = isFirst(place) ? squareOf(original) : undefined;
  if (square)
    for (const format of ['avif', 'webp'] as const) {
      const { source } = await make(
        format,
        squares.filter((one) => one <= square.crop.width),
        square,
      );
      sources.push({ media: phone, type: `image/${format}`, ...source });
    }
  const avif = await make('avif', whole, { width: largest });
  const webp = await make('webp', whole, { width: largest });
  sources.push({ type: 'image/avif', ...avif.source });
  // The largest is the one that search engines are told of.
  return { sources, image: { src: webp.made.src, ...webp.source } };
}

/** The size of a picture in px, and what part of its source it shows if not all. */
type Cut = { width: number } | (Size & { crop: Window });

/** The square of a picture that phones are shown. */
function squareOf({ focus, ...whole }: Original): (Size & { crop: Window }) | undefined {
  // Few pictures are 3:2 to the pixel.
  if (!focus || Math.round((whole.width * 2) / 3) <= whole.height) return undefined;
  const [smallest = 0] = squares;
  const size = { width: smallest, height: smallest };
  const crop = cropTo(whole, size, focus);
  return crop && { ...size, crop };
}
