import { getImage } from 'astro:assets';
import { cropTo, widthUpTo, type Size, type Window } from '../../outputs/crop.ts';
import { widest, type Original } from './pictures.ts';

/**
 * The position of a picture on a page: above a story, next to the first story of the front page, in a
 * text, in a gallery of two or more, or as a still that links to another site.
 */
export type Place = 'lead' | 'splash' | 'text' | 'pair' | 'gallery' | 'still';

/** Whether a picture is the first thing that a reader sees on a page. */
export const isFirst = (place: Place): boolean => place === 'lead' || place === 'splash';

/** The displayed widths, as in story.css, front.css and frames.css of src/styles/. */
const column = '(min-width: 62rem) 59rem, 92vw';
const sizes: Record<Place, string> = {
  lead: column,
  splash: '(min-width: 73rem) 39rem, (min-width: 60rem) 54vw, 92vw',
  text: column,
  still: column,
  pair: '(min-width: 62rem) 29rem, (min-width: 37rem) 46vw, 92vw',
  gallery: '(min-width: 62rem) 19rem, (min-width: 56rem) 30vw, (min-width: 37rem) 46vw, 92vw',
};

/**
 * Widths in px: for simple phones, for most phones, and for a text column or a phone with three device
 * pixels per px.
 */
const widths = [480, 720, 1120];

/** Phones in portrait orientation, and the square sizes of a wide lead picture on them, in px. */
const phone = '(max-width: 30rem)';
const squares = [480, 800];

/** The attributes of a source element, or of an img element without `media` and `type`. */
export interface Source extends Size {
  media?: string;
  type?: string;
  srcset: string;
  sizes: string;
}

/**
 * The sources of a picture on a page: AVIF, else WebP. If a lead picture is wider than 3:2 and has a
 * focus, phones get a square around the focus.
 */
export async function sourcesOf(
  original: Original,
  place: Place,
): Promise<{ sources: Source[]; image: Source & { src: string } }> {
  const { src, xmp } = original;
  const largest = widthUpTo(widest, original);
  // A size hardly smaller than the largest is not worth a file.
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
  // Search engines see the largest size.
  return { sources, image: { src: webp.made.src, ...webp.source } };
}

/** The size of a picture in px, and the part of its source that it shows, if not all. */
type Cut = { width: number } | (Size & { crop: Window });

/** The square version of a picture for phones. */
function squareOf({ focus, ...whole }: Original): (Size & { crop: Window }) | undefined {
  // Few pictures are exactly 3:2.
  if (!focus || Math.round((whole.width * 2) / 3) <= whole.height) return undefined;
  const [smallest = 0] = squares;
  const size = { width: smallest, height: smallest };
  const crop = cropTo(whole, size, focus);
  return crop && { ...size, crop };
}
