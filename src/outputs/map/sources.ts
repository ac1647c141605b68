import type { Addresses } from '../../edition/addresses.ts';
import type { MapFile, MapFiles } from './files.ts';
import { asLines } from './svg.ts';

/** Phones and narrow windows: beyond it the type of the wide map is large enough. */
const narrow = '(max-width: 34rem)';

/** Who is shown lines on paper. A picture is not told of any of these, so the page has to ask for it. */
const strict = ['(prefers-contrast: more)', '(forced-colors: active)'];

/**
 * What the elements of a page say of a map’s files: which is for whom. Print has the wide one,
 * whatever the window is.
 */
export function mapSources({ wide, narrow: slim }: MapFiles, { path }: Pick<Addresses, 'path'>) {
  const as = ({ path: below, ...size }: MapFile, fragment = '') => ({
    srcset: path(below) + fragment,
    ...size,
  });
  const lines = `#${asLines}`;
  return {
    sources: [
      { media: 'print', ...as(wide, lines) },
      { media: strict.map((one) => `${narrow} and ${one}`).join(), ...as(slim, lines) },
      { media: narrow, ...as(slim) },
      { media: strict.join(), ...as(wide, lines) },
    ],
    img: { src: path(wide.path), width: wide.width, height: wide.height },
  };
}
