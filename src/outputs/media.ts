import { kindOf } from './figure.ts';
import type { HandedPicture } from './picture.ts';

/**
 * A picture in the words of Media RSS 1.5.1 (https://www.rssboard.org/media-rss), for RSS and Atom.
 * The roles are those of the European Broadcasting Union, by which it names whom a credit is for.
 */
export function mediaOf({ url, bytes, type, width, height, figure }: HandedPicture) {
  return {
    url,
    fileSize: bytes,
    type,
    medium: 'image',
    width,
    height,
    description: { value: figure.caption, type: 'plain' },
    credits: [
      {
        value: figure.credit,
        role: kindOf(figure) === 'illustration' ? 'illustrator' : 'photographer',
        scheme: 'urn:ebu',
      },
    ],
  };
}
