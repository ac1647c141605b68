import { basename, join } from 'node:path';
import type { Arrival } from './arrival.ts';
import { digestOf, idFor, slugFor, slugOfSource } from './identity.ts';
import type { Order } from './reception.ts';
import { settleLanguage } from './settle-language.ts';
import type { Shelf } from './shelf.ts';
import { tidy } from './tidy.ts';

/**
 * A story as a reader gave it, with all by which it is known here: its mark, its feed, its language.
 * @param from the file that it came in
 */
export function identified(incoming: Arrival, from: string, order: Order, shelf: Shelf): Arrival {
  const arrival = tidy(incoming);
  if (arrival.mark) arrival.feed ??= basename(from);
  else arrival.mark = digestOf(JSON.stringify(incoming));
  const { name, language } = order.vocabulary.publication;
  if (arrival.source.name?.value === name) {
    // Its own story comes home: the address was this site's.
    if (arrival.source.url) arrival.link = arrival.source.url.value;
    arrival.source = {};
    arrival.notes.push(`${name} is its source, which is this newsroom.`);
  }
  settleLanguage(arrival, language, (id) => shelf.register.pathOf(id) !== undefined);
  return arrival;
}

/** The id of such a story, and its file within the content folder, where it lies or is going to. */
export function placeOf(
  arrival: Arrival,
  order: Order,
  shelf: Shelf,
): { id: string; place: string } {
  const month = arrival.published?.value.slice(0, 7).replace('-', '/') ?? 'undated';
  const language = arrival.language?.value ?? order.vocabulary.publication.language;
  const slug =
    slugOfSource(arrival.slug ?? '', language) ||
    slugFor(arrival.headline?.value ?? '', language, arrival.mark);
  const id = idFor(arrival.mark, arrival.feed);
  return { id, place: shelf.placeFor(id, join('articles', order.into ?? month), slug) };
}
