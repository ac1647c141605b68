import { readFileSync } from 'node:fs';
import { inCache } from '../files/cache-folder.ts';
import { writeWhole } from '../files/write-whole.ts';

/** What a hub was last told of: the digest of each feed by its address. */
export type Pinged = Map<string, string>;

const place = () => inCache('pinged.json');

/** What a hub was told of; nothing when another hub was told, or the record cannot be read. */
export function readPinged(hub: string): Pinged {
  try {
    const record = JSON.parse(readFileSync(place(), 'utf8')) as { hub: string; feeds: object };
    return new Map(record.hub === hub ? Object.entries(record.feeds) : []);
  } catch {
    return new Map();
  }
}

/** Keeps what a hub was told of; a command that is ended meanwhile leaves the old record or the new. */
export function keepPinged(hub: string, pinged: Pinged): void {
  writeWhole(place(), JSON.stringify({ hub, feeds: Object.fromEntries(pinged) }));
}
