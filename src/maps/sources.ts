import type { Addresses } from '../edition/addresses.ts';
import type { MapFile, MapFiles } from './files.ts';
import { asLines, atNight } from './svg.ts';

/** Phones and narrow windows. In wider windows the text of the wide map is large enough. */
const narrow = '(max-width: 34rem)';

/**
 * When line drawings are shown. Browsers do not apply these queries inside images, so the page has to use
 * them.
 */
const strict = ['(prefers-contrast: more)', '(forced-colors: active)'];

/**
 * When WebKit shows the dark map, because it does not apply this query inside images.
 * src/components/theme.js adjusts it to the reader’s choice.
 */
const night = '(prefers-color-scheme:dark)';

/** The attributes of the HTML elements that select a map file. */
export function mapSources({ wide, narrow: slim }: MapFiles, { path }: Pick<Addresses, 'path'>) {
  // The dark map needs a query string: WebKit reuses a file as first rendered, whatever the fragment.
  const [ofLines, ofNight] = [`#${asLines}`, `?${atNight}`];
  const source = (media: string, { path: below, ...size }: MapFile, part = '') => ({
    media,
    srcset: path(below) + part,
    ...size,
  });
  const { path: below, ...size } = wide;
  return {
    screen: {
      sources: [
        source(strict.map((one) => `${narrow} and ${one}`).join(), slim, ofLines),
        source(`${narrow} and ${night}`, slim, `${ofNight}#${atNight}`),
        source(narrow, slim),
        source(strict.join(), wide, ofLines),
        source(night, wide, `${ofNight}#${atNight}`),
      ],
      img: { src: path(below), ...size },
    },
    // Print needs its own image because WebKit does not select a source again when it prints. Nor does it
    // fetch then, so this is a file that is already loaded.
    print: {
      sources: [
        source(`${narrow} and ${night}`, slim, ofNight + ofLines),
        source(narrow, slim, ofLines),
        source(night, wide, ofNight + ofLines),
      ],
      img: { src: path(below) + ofLines, ...size },
    },
  };
}
