import { kindsOfCorrection } from '../desk/schema/correction.ts';
import { taken, type ImportedStory } from './imported-story.ts';
import { idFor } from './identity.ts';
import type { Fields } from './json-taking.ts';
import { dayOrTime } from './ninjs-time.ts';
import { pick } from './ninjs-words.ts';

/**
 * Takes the associated items in which this software’s wire sends updates, corrections and sources of a
 * story.
 * @returns the other associated items
 */
export function takeRelated(associated: Fields[], imported: ImportedStory): Fields[] {
  return associated.filter((entry) => {
    const rel = entry.text('rel');
    const isChange = rel === 'update' || kindsOfCorrection.some((kind) => kind === rel);
    if (isChange) takeChange(rel, entry, imported);
    else if (rel === 'source') takeSource(entry, imported);
    else if (rel === 'translatedFrom') takeOriginal(entry, imported);
    else return true;
    const passed = ['name', 'type', 'uri', 'language'];
    for (const { what, text } of entry.rest())
      if (!passed.includes(what)) imported.lost.push({ what: `${rel}’s ${what}`, text });
    return false;
  });
}

/** Takes the original of a translation; its id here is the same as when it is imported by itself. */
function takeOriginal(entry: Fields, imported: ImportedStory): void {
  const sourceId = entry.text('uri');
  if (sourceId) imported.translationOf = { value: idFor(sourceId), how: 'taken', from: sourceId };
}

function takeChange(rel: string, entry: Fields, imported: ImportedStory): void {
  const date = dayOrTime(entry.text('contentCreated') || entry.text('versionCreated'));
  const text = pick(entry.list('bodies'), imported);
  if (!date || text === '')
    imported.lost.push({ what: `${rel} without time or words`, text: text || rel });
  else if (rel !== 'update') imported.corrections.push({ date: date.value, kind: rel, text });
  else Object.assign(imported, { updated: date, updateNote: taken(text) });
}

/** Takes the source of a story; it overrides the item’s own source. */
function takeSource(entry: Fields, imported: ImportedStory): void {
  const [first] = entry.list('infoSources');
  const address = entry.text('uri');
  const parts = {
    name: taken(first?.text('name')),
    byline: taken(entry.text('by')),
    place: taken(entry.text('located')),
    url: /^https?:/.test(address) ? taken(address) : undefined,
  };
  const { url } = imported.source;
  if (url) imported.lost.push({ what: 'address at the sender', text: url.value });
  imported.source = Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}
