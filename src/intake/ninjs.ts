import { Objection } from '../desk/fault.ts';
import { captionWith, emptyArrival, taken, type Arrival, type ArrivedPicture } from './arrival.ts';
import { agencyName } from './line-kinds.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { Fields } from './json-taking.ts';
import { momentOf } from './moment-of.ts';
import { textToMarkdown } from './text-to-markdown.ts';

/**
 * Reads a ninjs item: version 2, with a field for each form of a text, or version 3, with lists.
 * @throws {Objection} when it is not JSON, or its text is missing
 */
export function readNinjs(json: string): Arrival {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    throw new Objection(
      `It is not valid JSON: ${(error as Error).message}.`,
      'Ask the sender for another copy; it may have been cut off.',
    );
  }
  const item = new Fields(data);
  const arrival = emptyArrival(item.text('uri') || item.text('guid'));
  const put = <Key extends 'headline' | 'standfirst' | 'published' | 'updated' | 'dateline'>(
    key: Key,
    text: string,
  ) => {
    const found = taken(text);
    if (found) arrival[key] = found;
  };
  put(
    'headline',
    item.text('headline') || pick(item.list('headlines'), arrival) || item.text('title'),
  );
  put('standfirst', wordsOf(describe(item, arrival)));
  takeBody(item, arrival);
  put(
    'published',
    momentOf(
      item.text('firstpublished') || item.text('firstcreated') || item.text('versioncreated'),
    ),
  );
  const updated = momentOf(item.text('versioncreated') || item.text('contentmodified'));
  if (updated > (arrival.published?.value ?? '9')) put('updated', updated);
  const byline = taken(
    item.text('byline') || item.text('by') || pick(item.list('bylines'), arrival),
  );
  if (byline) arrival.source.byline = byline;
  put('dateline', item.text('located'));
  takeSubjects(item, arrival);
  takeSource(item, arrival);
  takePictures(item, arrival);
  const status = item.text('pubstatus');
  if (status !== '' && status !== 'usable') arrival.notes.push(`Its sender marks it “${status}”.`);
  arrival.lost.push(...item.rest());
  return arrival;
}

/** The main one of several texts; the others are lost, with their roles. */
function pick(texts: Fields[], arrival: Arrival): string {
  const all = texts.map((text) => ({ role: text.text('role'), value: text.text('value') }));
  const main =
    all.find(({ role }) => role === '' || /main|headline|summary|caption/.test(role)) ?? all[0];
  for (const { role, value } of all)
    if (value !== main?.value) arrival.lost.push({ what: role || 'another wording', text: value });
  return main?.value ?? '';
}

function describe(item: Fields, arrival: Arrival): string {
  const [text, html] = [item.text('description_text'), item.text('description_html')];
  return text || html || pick(item.list('descriptions'), arrival);
}

function wordsOf(text: string): string {
  if (!/<\w/.test(text)) return text;
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function takeBody(item: Fields, arrival: Arrival): void {
  const bodies = [
    { type: 'text/html', value: item.text('body_html') || item.text('body_xhtml') },
    { type: 'text/plain', value: item.text('body_text') },
    ...item.list('bodies').map((body) => ({
      type: body.text('contenttype') || body.text('role'),
      value: body.text('value'),
    })),
  ].filter(({ value }) => value !== '');
  const body = bodies.find(({ type }) => /html/i.test(type)) ?? bodies[0];
  if (!body) return;
  if (!/html/i.test(body.type) && !/^\s*<\w/.test(body.value)) {
    arrival.text = textToMarkdown(body.value);
    return;
  }
  const { text, lost, notes } = htmlToMarkdown(body.value);
  arrival.text = text;
  arrival.lost.push(...lost);
  arrival.notes.push(...notes);
}

function takeSubjects(item: Fields, arrival: Arrival): void {
  for (const name of [
    'subject',
    'subjects',
    'place',
    'places',
    'person',
    'people',
    'organisation',
    'organisations',
    'event',
    'events',
    'keywords',
  ])
    for (const entry of item.list(name)) {
      const term = entry.text('name') || entry.text('literal');
      if (term) arrival.tags.push(term);
    }
  for (const genre of item.list('genre'))
    if (genre.text('name')) arrival.sections.push(genre.text('name'));
}

function takeSource(item: Fields, arrival: Arrival): void {
  const [first] = item.list('infosource').concat(item.list('infosources'));
  const stated = first?.text('name') || item.text('copyrightholder') || item.text('provider');
  if (stated) arrival.source.name = { value: agencyName(stated), how: 'taken', from: stated };
  const url = [...item.list('altids'), item].map(
    (entry) => entry.text('url') || entry.text('link'),
  );
  const address = url.find((text) => /^https?:/.test(text) && URL.canParse(text));
  if (address) arrival.source.url = { value: address, how: 'taken' };
}

/** Associated pictures stand at the end of the text; the one that is called main is the lead. */
function takePictures(item: Fields, arrival: Arrival): void {
  for (const entry of item.list('associations')) {
    const role = entry.text('name') || entry.text('rel');
    const isPicture = /picture|graphic|image|^$/.test(entry.text('type'));
    const picture = pictureOf(entry, arrival);
    arrival.lost.push(
      ...entry.rest().map(({ what, text }) => ({ what: `${role}’s ${what}`, text })),
    );
    if (!isPicture || picture.address === '')
      arrival.lost.push({
        what: `associated item ${role}`,
        text: `${picture.caption} ${entry.text('uri')}`.trim(),
      });
    else if (/feature|main|lead/i.test(role) && !arrival.lead) arrival.lead = picture;
    else
      arrival.text.children.push({
        type: 'paragraph',
        children: [
          { type: 'image', url: picture.address, alt: picture.alt, title: picture.caption },
        ],
      });
  }
}

function pictureOf(entry: Fields, arrival: Arrival): ArrivedPicture {
  const renditions = entry
    .list('renditions')
    .map((rendition) => ({
      address: rendition.text('href'),
      width: Number(rendition.text('width')),
    }))
    .filter(({ address }) => address !== '')
    .toSorted((a, b) => (b.width || 0) - (a.width || 0));
  const words = wordsOf(describe(entry, arrival)) || entry.text('headline');
  const by = [
    entry.text('byline') || entry.text('by'),
    entry.text('copyrightholder') || entry.text('creditline'),
  ];
  return {
    address: renditions[0]?.address ?? '',
    alt: entry.text('altText') || entry.text('alttext'),
    caption: captionWith(words, by.filter(Boolean).join('/')),
  };
}
