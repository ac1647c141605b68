import { hash } from 'node:crypto';
import { fitsAddress } from '../desk/schema/address.ts';
import { slugOf } from '../desk/slug.ts';
import { uuidFrom } from '../desk/uuid.ts';
import type { ImportedStory } from './imported-story.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * A digest of a story's content, for a story whose source gives no id. It leaves out messages for editors:
 * their wording must not change ids.
 */
export function contentDigest(story: Omit<ImportedStory, 'language'>): string {
  const unsaid = { sourceId: undefined, held: undefined, notes: [] };
  const lost = story.lost.map(({ text }) => ({ text }));
  // The names and the order of fields are part of the digest: `mark` was the name of `sourceId` once.
  return hash('sha256', JSON.stringify({ mark: '', ...story, ...unsaid, lost }));
}

/** An absolute URI, such as a URL, a URN or a tag URI (RFC 4151), names one thing everywhere. */
const uri = /^[a-z][a-z0-9+.-]*:\S+$/i;

/**
 * The story's id: the source's own id if it is a UUID, otherwise a UUID that is always the same for it.
 * @param feed where the source id comes from: two feeds may give two stories the same one, such as 4711
 */
export function idFor(sourceId: string, feed = ''): string {
  const bare = sourceId.replace(/^urn:uuid:/i, '');
  if (uuid.test(bare)) return bare.toLowerCase();
  return uuidFrom(feed === '' || uri.test(sourceId) ? sourceId : `${feed} ${sourceId}`);
}

/**
 * A story's slug from its source, if it is valid here.
 * @param written as the source writes it, perhaps percent-encoded
 * @param language BCP 47 tag, for letters that are not Latin
 */
export function slugOfSource(written: string, language: string): string {
  if (fitsAddress(written)) return written;
  try {
    return slugOf(
      decodeURIComponent(written)
        .replace(/[-_/]+/g, ' ')
        .slice(0, 300),
      language,
    );
  } catch {
    return '';
  }
}

/**
 * A story's slug from its headline.
 * @param language BCP 47 tag
 * @param sourceId identifies the story if its headline has no letters for an address
 */
export function slugFor(headline: string, language: string, sourceId: string): string {
  // A headline from elsewhere may be of any length.
  return (
    slugOf(headline.slice(0, 300), language) || `story-${hash('sha256', sourceId).slice(0, 8)}`
  );
}
