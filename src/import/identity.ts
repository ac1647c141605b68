import { createHash } from 'node:crypto';
import { fitsAddress } from '../desk/schema/address.ts';
import { slugOf } from '../desk/slug.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A digest of a text, as hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** An absolute URI, such as a URL, a URN or a tag URI (RFC 4151), names one thing everywhere. */
const uri = /^[a-z][a-z0-9+.-]*:\S+$/i;

/**
 * The story's id: the source's own mark when it is a UUID, else always the same UUID for a mark.
 * @param feed where the mark comes from: two feeds may give two stories the same one, such as 4711
 */
export function idFor(mark: string, feed = ''): string {
  const bare = mark.replace(/^urn:uuid:/i, '');
  if (uuid.test(bare)) return bare.toLowerCase();
  const hex = digestOf(feed === '' || uri.test(mark) ? mark : `${feed} ${mark}`);
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  // Version 8 of RFC 9562: the bits are the maker's own.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/**
 * The last part of a story's address as its source had it, when it can be that here.
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
 * The last part of a story's address, from its headline.
 * @param language BCP 47 tag
 * @param mark names the story when nothing of the headline can stand in an address
 */
export function slugFor(headline: string, language: string, mark: string): string {
  // Nobody knows how long a headline from elsewhere is.
  return slugOf(headline.slice(0, 300), language) || `story-${digestOf(mark).slice(0, 8)}`;
}
