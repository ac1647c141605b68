/** A text that ninjs has in lists: headlines, descriptions, bodies. */
interface Wording {
  role: string;
  contentType: 'text/plain' | 'text/html';
  wordCount?: number;
  value: string;
}

/** Something named, with its relation to the item. */
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
 * A news item in JSON, as far as this newsroom has something to say: IPTC ninjs 3.2
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

/** An item within another, which says what it is to it. */
export interface Associated extends Ninjs {
  name: string;
  rel: string;
}

/** The version that every item names as its own. */
export const standard = {
  name: 'ninjs',
  version: '3.2',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.2.json',
} as const;

/** A list of one plain text. */
export function plain(role: string, value: string): Wording[] {
  return [{ role, contentType: 'text/plain', value }];
}
