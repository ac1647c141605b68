/** A text in a ninjs list: a headline, description or body. */
interface Wording {
  role: string;
  contentType: 'text/plain' | 'text/html';
  wordCount?: number;
  value: string;
}

/** A name with its relation to the item. */
interface Named {
  name: string;
  rel?: string;
  role?: string;
  literal?: string;
  uri?: string;
}

/** A file of a picture, with width and height in px, or of a recording. */
interface Rendition {
  name: string;
  href: string;
  contentType: string;
  width?: number;
  height?: number;
  sizeInBytes?: number;
  /** The point of interest, in px from the top left. */
  poi?: { x: number; y: number };
}

/**
 * A news item in JSON, with the fields that this newsroom uses: IPTC ninjs 3.2
 * (https://iptc.org/std/ninjs/ninjs-schema_3.2.json). Times are RFC 3339 with an offset.
 */
export interface Ninjs {
  uri: string;
  standard?: typeof standard;
  type: 'text' | 'picture' | 'graphic' | 'audio' | 'video' | 'composite';
  title?: string;
  language?: string;
  pubStatus?: 'usable' | 'canceled';
  firstCreated?: string;
  versionCreated?: string;
  contentCreated?: string;
  expires?: string;
  headlines?: Wording[];
  descriptions?: Wording[];
  bodies?: Wording[];
  by?: string;
  located?: string;
  people?: Named[];
  infoSources?: Named[];
  copyrightHolder?: string;
  copyrightNotice?: string;
  usageTerms?: string;
  rightsInfo?: { linkedRights: string };
  digitalSourceType?: { uri: string };
  subjects?: Named[];
  genres?: Named[];
  places?: (Named & { geoJSON: { type: 'Point'; coordinates: [number, number] } })[];
  edNote?: string;
  altIds?: { role: string; value: string }[];
  renditions?: Rendition[];
  associations?: Associated[];
}

/** An item within another, with its relation to it. */
export interface Associated extends Ninjs {
  name: string;
  rel: string;
}

/** The version of the standard, stated in every item. */
export const standard = {
  name: 'ninjs',
  version: '3.2',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.2.json',
} as const;

/** A list with one plain text. */
export function plain(role: string, value: string): Wording[] {
  return [{ role, contentType: 'text/plain', value }];
}
