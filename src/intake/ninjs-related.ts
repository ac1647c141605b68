import { kindsOfCorrection } from '../desk/schema/correction.ts';
import { taken, type Arrival } from './arrival.ts';
import { idFor } from './identity.ts';
import type { Fields } from './json-taking.ts';
import { dayOrTime } from './ninjs-time.ts';
import { pick } from './ninjs-words.ts';

/**
 * Takes the associated items by which this newsroom’s wire tells what became of a story and what it
 * rests on.
 * @returns the other associated items
 */
export function takeRelated(associated: Fields[], arrival: Arrival): Fields[] {
  return associated.filter((entry) => {
    const rel = entry.text('rel');
    const isChange = rel === 'update' || kindsOfCorrection.some((kind) => kind === rel);
    if (isChange) takeChange(rel, entry, arrival);
    else if (rel === 'source') takeSource(entry, arrival);
    else if (rel === 'translatedFrom') takeOriginal(entry, arrival);
    else return true;
    const passed = ['name', 'type', 'uri', 'language'];
    for (const { what, text } of entry.rest())
      if (!passed.includes(what)) arrival.lost.push({ what: `${rel}’s ${what}`, text });
    return false;
  });
}

/** The story that it is a translation of, which has the same mark here as when it comes by itself. */
function takeOriginal(entry: Fields, arrival: Arrival): void {
  const mark = entry.text('uri');
  if (mark) arrival.translationOf = { value: idFor(mark), how: 'taken', from: mark };
}

function takeChange(rel: string, entry: Fields, arrival: Arrival): void {
  const date = dayOrTime(entry.text('contentCreated') || entry.text('versionCreated'));
  const text = pick(entry.list('bodies'), arrival);
  if (!date || text === '')
    arrival.lost.push({ what: `${rel} without time or words`, text: text || rel });
  else if (rel !== 'update') arrival.corrections.push({ date: date.value, kind: rel, text });
  else Object.assign(arrival, { updated: date, updateNote: taken(text) });
}

/** The original that a story rests on; what it says of it counts for more than the item’s own words. */
function takeSource(entry: Fields, arrival: Arrival): void {
  const [first] = entry.list('infoSources');
  const address = entry.text('uri');
  const parts = {
    name: taken(first?.text('name')),
    byline: taken(entry.text('by')),
    place: taken(entry.text('located')),
    url: /^https?:/.test(address) ? taken(address) : undefined,
  };
  const { url } = arrival.source;
  if (url) arrival.lost.push({ what: 'address at its sender', text: url.value });
  arrival.source = Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}
