import { plain, type Associated } from './ninjs.ts';
import type { StoryBundle } from '../story-html.ts';

/** The recordings of a story that may be syndicated, as separate items. */
export function wireRecordings({ story, recordings }: StoryBundle): Associated[] {
  return [...recordings.values()].map(({ block, url, type, bytes, rights }, index) => ({
    name: `recording ${index + 1}`,
    rel: 'recording',
    uri: `urn:uuid:${story.frontmatter.id}#${encodeURIComponent(block.file.slice(2))}`,
    type: block.type,
    headlines: plain('main', block.title),
    by: block.credit,
    infoSources: [{ name: block.credit, role: 'credit' }],
    ...(rights?.holder && { copyrightHolder: rights.holder }),
    ...(rights?.licence && { usageTerms: rights.licence }),
    ...(rights?.licenceUrl && { rightsInfo: { linkedRights: rights.licenceUrl } }),
    renditions: [{ name: 'main', href: url, contentType: type, sizeInBytes: bytes }],
  }));
}
