import { kindsOfStory } from '../desk/schema/story.ts';
import { taken, type ImportedStory } from './imported-story.ts';
import type { Fields } from './json-taking.ts';
import { agencyName } from './line-kinds.ts';

/** The lists of things that an item is about, in ninjs 2 and 3. */
const subjects = [
  'subject',
  'subjects',
  'person',
  'people',
  'organisation',
  'organisations',
  'event',
  'events',
  'keywords',
];

/** Takes an item’s topics, byline, places and kind. */
export function takeFiling(item: Fields, imported: ImportedStory): void {
  for (const name of subjects)
    for (const entry of item.list(name)) {
      const term = termOf(entry);
      const rel = entry.text('rel');
      if (rel === 'series' && term && imported.series === undefined) {
        imported.series = term;
        continue;
      }
      const names =
        rel === 'section' ? imported.sections : rel === 'author' ? imported.authors : imported.tags;
      if (term) names.push(term);
    }
  for (const entry of [...item.list('place'), ...item.list('places')]) {
    const [name, at] = [termOf(entry), pointOf(entry)];
    if (name && at) imported.places.push({ name, at });
    else if (name) imported.tags.push(name);
  }
  for (const entry of [...item.list('genre'), ...item.list('genres')]) {
    const name = termOf(entry);
    const kind = kindsOfStory.find((kind) => kind === name.toLowerCase());
    const found = taken(kind);
    if (found) imported.kind = found;
    else if (name) imported.sections.push(name);
  }
}

const termOf = (entry: Fields) => entry.text('name') || entry.text('literal');

/** Latitude and longitude of a place; GeoJSON (RFC 7946, 3.1.1) has them in reverse order. */
function pointOf(place: Fields): [number, number] | undefined {
  const { type, coordinates } = (place.take('geoJSON') ?? {}) as Record<string, unknown>;
  if (type !== 'Point' || !Array.isArray(coordinates)) return undefined;
  const [longitude, latitude] = coordinates as unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [latitude, longitude]
    : undefined;
}

/** Takes the source of an item’s reporting, and its address. */
export function takeSource(item: Fields, imported: ImportedStory): void {
  const named = [...item.list('infosource'), ...item.list('infosources')].map(termOf);
  const holder = item.text('copyrightHolder');
  const stated = named[0] || holder || item.text('provider');
  if (stated) imported.source.name = { value: agencyName(stated), how: 'taken', from: stated };
  for (const text of new Set([...named.slice(1), holder]))
    if (text && text !== stated) imported.lost.push({ what: 'another source', text });
  const addresses = [...item.list('altids'), item].map(
    (entry) => entry.text('url') || entry.text('link') || entry.text('value'),
  );
  const address = addresses.find((text) => /^https?:/.test(text) && URL.canParse(text));
  if (address) imported.source.url = { value: address, how: 'taken' };
}
