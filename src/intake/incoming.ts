import type { Arrival, Lost } from './arrival.ts';

/** An item that cannot be read: by what its source calls it, and why. */
export interface Unreadable {
  item: string;
  error: unknown;
}

/** What a reader gives: a story, what the file has that is none, or an item that cannot be read. */
export type Incoming = Arrival | { aside: Lost[] } | Unreadable;

/**
 * Reads one item of a file, so that one that cannot be read does not end the whole file.
 * @param source what it is read from; its fault, where it has one, is why it cannot be read
 * @param item what its source calls it
 */
export function attempt(
  source: { fault?: Error | undefined },
  item: string,
  read: () => Arrival,
): Arrival | Unreadable {
  try {
    if (source.fault) throw source.fault;
    return read();
  } catch (error) {
    return { item, error };
  }
}
