import type { ElementContent } from 'hast';
import type { AudioObject, VideoObject } from 'schema-dts';
import type { Article } from '../../edition/edition.ts';
import type { SharedRecording } from '../recording.ts';

/**
 * A recording with what is said in it; of a film also what Google asks for
 * (https://developers.google.com/search/docs/appearance/structured-data/video).
 */
export function recordingObject(
  { block, url, type, bytes, poster }: SharedRecording,
  { front: { published } }: Pick<Article, 'front'>,
): AudioObject | VideoObject {
  const known = {
    name: block.title,
    contentUrl: url,
    encodingFormat: type,
    contentSize: `${bytes}`,
    creditText: block.credit,
    transcript: wordsOf(block.transcript),
    uploadDate: published.iso,
  };
  return block.type === 'audio'
    ? { '@type': 'AudioObject', ...known }
    : { '@type': 'VideoObject', ...known, ...(poster && { thumbnailUrl: poster.url }) };
}

function wordsOf(nodes: ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      // Blocks do not run together.
      return wordsOf(node.children) + (/^(?:p|li|h\d|br)$/.test(node.tagName) ? '\n' : '');
    })
    .join('')
    .trim()
    .replace(/\n\s*/g, '\n');
}
