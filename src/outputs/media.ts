import type { Entry } from './feed.ts';
import { kindOf } from './figure.ts';
import type { SyndicatedPicture } from './picture.ts';
import type { SharedRecording } from './recording.ts';

/**
 * The pictures and recordings of a story in Media RSS 1.5.1 (https://www.rssboard.org/media-rss), for
 * every feed format. Credit roles are those of the European Broadcasting Union.
 */
export function mediaOf({ pictures, recordings }: Pick<Entry, 'pictures' | 'recordings'>) {
  return [...pictures.map(pictureMedia), ...recordings.map(recordingMedia)];
}

function pictureMedia({ url, bytes, type, width, height, figure }: SyndicatedPicture) {
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

function recordingMedia({ url, bytes, type, block }: SharedRecording) {
  return {
    url,
    fileSize: bytes,
    type,
    medium: block.type,
    description: { value: block.title, type: 'plain' },
    credits: [{ value: block.credit, role: 'author', scheme: 'urn:ebu' }],
  };
}
