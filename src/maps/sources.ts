import type { Addresses } from '../edition/addresses.ts';
import type { MapFile, MapFiles } from './files.ts';
import { asLines, atNight } from './svg.ts';

/** Phones and narrow windows: beyond it the type of the wide map is large enough. */
const narrow = '(max-width: 34rem)';

/** Who is shown lines on paper. A picture is not told of any of these, so the page has to ask for it. */
const strict = ['(prefers-contrast: more)', '(forced-colors: active)'];

/** Who is shown a dark map by WebKit, which does not tell a picture; src/components/theme.js has it follow a choice. */
const night = '(prefers-color-scheme:dark)';

/** What the elements of a page say of a map’s files: which is for whom. */
export function mapSources({ wide, narrow: slim }: MapFiles, { path }: Pick<Addresses, 'path'>) {
  // By night with a query, for WebKit shows a file again as it first did, whatever part is asked for then.
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
    // A picture of its own, for WebKit does not choose again when it prints. It fetches nothing then either,
    // so this is the file that is there.
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
