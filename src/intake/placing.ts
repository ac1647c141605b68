import { basename, join } from 'node:path';
import type { Arrival } from './arrival.ts';
import { digestOf, idFor, slugFor, slugOfSource } from './identity.ts';
import type { Order } from './reception.ts';
import { settleLanguage } from './settle-language.ts';
import type { DraftsFolder } from './drafts-folder.ts';
import { tidy } from './tidy.ts';

/**
 * A story as a reader gave it, with all by which it is known here: its mark, its feed, its language.
 * @param from the file that it came in
 */
export function identified(
  incoming: Arrival,
  from: string,
  order: Order,
  drafts: DraftsFolder,
): Arrival {
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
  settleLanguage(arrival, language, (id) => drafts.register.pathOf(id) !== undefined);
  if (wasWrittenAlone(arrival, order, drafts)) arrival.feed = '';
  return arrival;
}

/** Whether the story was imported when a mark counted alone, without its feed: then it keeps its id. */
function wasWrittenAlone(arrival: Arrival, order: Order, drafts: DraftsFolder): boolean {
  const [id, alone] = [idFor(arrival.mark, arrival.feed), idFor(arrival.mark)];
  const before = drafts.writtenAt(alone);
  if (id === alone || before === undefined || drafts.writtenAt(id) !== undefined) return false;
  // Another feed may have the same mark, but hardly for a story of that name and month.
  const { folder, slug } = wishedPlace(arrival, order);
  return before === `${folder}/${slug}/index.md`;
}

/** Where a story would lie if nothing else did. */
function wishedPlace(arrival: Arrival, order: Order): { folder: string; slug: string } {
  const month = arrival.published?.value.slice(0, 7).replace('-', '/') ?? 'undated';
  const language = arrival.language?.value ?? order.vocabulary.publication.language;
  const slug =
    slugOfSource(arrival.slug ?? '', language) ||
    slugFor(arrival.headline?.value ?? '', language, arrival.mark);
  return { folder: join('articles', order.into ?? month), slug };
}

/** The id of such a story, and its file within the content folder, where it lies or is going to. */
export function placeOf(
  arrival: Arrival,
  order: Order,
  drafts: DraftsFolder,
): { id: string; place: string } {
  const { folder, slug } = wishedPlace(arrival, order);
  const id = idFor(arrival.mark, arrival.feed);
  return { id, place: drafts.placeFor(id, folder, slug) };
}
