import type { AudioObject, VideoObject } from 'schema-dts';
import type { Story } from '../../edition/model.ts';
import { plainText } from '../plain-text.ts';
import type { SharedRecording } from '../recording.ts';

/**
 * A recording with its transcript; a video also has the properties that Google requires
 * (https://developers.google.com/search/docs/appearance/structured-data/video).
 */
export function recordingObject(
  { block, url, type, bytes, poster }: SharedRecording,
  { frontmatter: { published } }: Pick<Story, 'frontmatter'>,
): AudioObject | VideoObject {
  const known = {
    name: block.title,
    contentUrl: url,
    encodingFormat: type,
    contentSize: `${bytes}`,
    creditText: block.credit,
    transcript: plainText(block.transcript),
    uploadDate: published.iso,
  };
  return block.type === 'audio'
    ? { '@type': 'AudioObject', ...known }
    : { '@type': 'VideoObject', ...known, ...(poster && { thumbnailUrl: poster.url }) };
}
