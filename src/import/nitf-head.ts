import { taken, type ImportedStory } from './imported-story.ts';
import { withoutBy } from './byline-line.ts';
import type { Release } from './embargo.ts';
import { readReporter } from './line-kinds.ts';
import { momentOf } from './moment-of.ts';
import type { XmlNode } from './xml.ts';
import { findAll, leftovers, take, takeAll, takeText, wordsIn } from './xml-taking.ts';

/**
 * Takes a NITF document’s metadata: `head`, `body.head` and `body.end` (NITF 2.5 to 3.6). Fields that the
 * story already has stay; different words for them are reported as lost.
 * @returns when it may be published
 */
export function takeNitf(nitf: XmlNode, imported: ImportedStory): Release {
  const body = take(nitf, 'body');
  const head = take(body, 'body.head');
  takeHeadlines(take(head, 'hedline'), head, imported);
  takeBylines(head, imported);
  const dateline = take(head, 'dateline');
  const place = wordsIn(take(dateline, 'location')) || wordsIn(dateline);
  put(imported, 'dateline', place.replace(/\s*[—–-]+\s*$/, ''));
  if (dateline) imported.lost.push(...leftovers(dateline).filter(({ text }) => text !== place));
  for (const note of head ? takeAll(head, 'note') : [])
    imported.notes.push(`Note from its sender: ${wordsIn(note)}`);
  const distributor = takeText(head, 'distributor');
  if (imported.source.name && distributor && distributor !== imported.source.name.from)
    imported.lost.push({ what: 'distributor', text: distributor });
  else if (distributor) imported.source.name ??= { value: distributor, how: 'taken' };
  takeEnd(take(body, 'body.end'), imported);
  if (head) imported.lost.push(...leftovers(head));
  return takeDocument(take(nitf, 'head'), imported);
}

/** Sets a field that the story does not have yet; otherwise different words are reported as lost. */
function put(
  imported: ImportedStory,
  field: 'headline' | 'standfirst' | 'dateline',
  words: string,
): void {
  const found = taken(words);
  if (!found) return;
  if (!imported[field]) imported[field] = found;
  else if (imported[field].value !== words) imported.lost.push({ what: field, text: words });
}

/** Takes headlines; without a summary, the second line of a headline is the standfirst. */
function takeHeadlines(
  hedline: XmlNode | undefined,
  head: XmlNode | undefined,
  imported: ImportedStory,
): void {
  put(imported, 'headline', wordsIn(take(hedline, 'hl1')));
  for (const node of head ? takeAll(head, 'abstract') : [])
    put(imported, 'standfirst', wordsIn(node));
  for (const node of hedline ? takeAll(hedline, 'hl2') : []) {
    if (imported.standfirst) imported.lost.push({ what: 'hl2', text: wordsIn(node) });
    else put(imported, 'standfirst', wordsIn(node));
  }
}

/** Takes all names in one byline; titles come after the names. */
function takeBylines(head: XmlNode | undefined, imported: ImportedStory): void {
  const bylines = (head ? takeAll(head, 'byline') : []).flatMap((node) => {
    const [titles, others] = [findAll(node, 'byttl').map(wordsIn), { ...node }];
    others.children = node.children.filter(
      (child) => typeof child === 'string' || child.name !== 'byttl',
    );
    const written = wordsIn(others);
    const name = withoutBy(written).replace(/[\s,;]+$/, '');
    return [[name, ...titles].filter(Boolean).join(', ')].filter(Boolean);
  });
  if (bylines.length === 0) return;
  const value = listOf(bylines, imported.language?.value);
  const { byline } = imported.source;
  if (!byline) imported.source.byline = { value, how: 'taken' };
  // The surrounding document has fewer names, or names without titles.
  else if (value.includes(byline.value)) imported.source.byline = { value, how: 'taken' };
  else if (byline.value !== value) imported.lost.push({ what: 'byline', text: value });
}

/** Joins several names as a language does. */
function listOf(names: string[], language = 'en'): string {
  try {
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  } catch {
    return names.join(', ');
  }
}

/** Takes a tagline such as “Arta K. reported from Tirana.”, which names reporter and place. */
function takeEnd(end: XmlNode | undefined, imported: ImportedStory): void {
  if (!end) return;
  for (const node of takeAll(end, 'tagline')) {
    const text = wordsIn(node);
    const reporter = readReporter(text);
    if (reporter && !imported.source.place) {
      imported.source.byline ??= { value: reporter.byline, how: 'taken', from: text };
      imported.source.place = { value: reporter.place, how: 'taken', from: text };
    }
    imported.lost.push({ what: 'tagline', text });
  }
  imported.lost.push(...leftovers(end));
}

const attribute = (node: XmlNode | undefined, name: string) => node?.attributes.get(name) ?? '';

/** Takes dates, status, ids and topics, which NITF has in attributes. */
function takeDocument(head: XmlNode | undefined, imported: ImportedStory): Release {
  if (!head) return { embargoes: [], status: '' };
  const title = takeText(head, 'title');
  if (title && imported.headline && title !== imported.headline.value)
    imported.lost.push({ what: 'title', text: title });
  else put(imported, 'headline', title);
  const data = take(head, 'docdata');
  imported.sourceId ||= attribute(take(data, 'doc-id'), 'id-string');
  const issued = attribute(take(data, 'date.issue'), 'norm');
  const release = attribute(take(data, 'date.release'), 'norm');
  const printed = takeAll(head, 'pubdata').map((node) => {
    const words = ['name', 'position.section', 'edition.name'].map((name) => attribute(node, name));
    const text = words.filter(Boolean).join(', ');
    if (text) imported.lost.push({ what: 'pubdata', text });
    return attribute(node, 'date.publication');
  });
  for (const time of [issued, release, ...printed]) {
    const when = taken(momentOf(time));
    if (when) imported.published ??= { ...when, from: time };
  }
  if (issued && imported.published?.from !== issued)
    imported.lost.push({ what: 'date.issue', text: issued });
  const keys = data ? findAll(data, 'keyword').map((node) => attribute(node, 'key')) : [];
  imported.tags.push(...keys.filter((key) => key !== '' && !imported.tags.includes(key)));
  take(data, 'key-list');
  const message = attribute(take(data, 'ed-msg'), 'info');
  if (message) imported.notes.push(`Note from its sender: ${message}`);
  const status = attribute(data, 'management-status').toLowerCase();
  for (const part of [head, data]) if (part) imported.lost.push(...leftovers(part));
  const embargoes = [
    { what: 'date.release', time: release },
    ...printed.map((time) => ({ what: 'date.publication', time })),
  ].filter(({ time }) => momentOf(time) !== '');
  if (status !== 'embargoed') return { embargoes, status };
  return { embargoes: release ? embargoes : [{ what: 'embargo', time: '' }], status: '' };
}
