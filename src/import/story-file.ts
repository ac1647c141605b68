import { Document, isSeq } from 'yaml';
import { splitCaption, type ImportedStory, type Found, type Lost } from './imported-story.ts';
import type { Filing, Wishes } from './filing.ts';
import { idFor } from './identity.ts';
import type { StoryPicture } from './pictures.ts';
import { toMarkdown } from './to-markdown.ts';

/** The report on a field of the story. */
export interface FieldNote {
  field: string;
  how: 'taken' | 'guessed' | 'missing';
  value?: string;
  from?: string;
}

/** A story as it is written to its file, with the report on it. */
export interface StoryFile {
  id: string;
  markdown: string;
  fields: FieldNote[];
  lost: Lost[];
}

/**
 * Writes a story's file: the known fields, `draft: true`, and the text. Unknown required fields are left
 * out, so that the desk asks for them.
 */
export function writeStoryFile(
  imported: ImportedStory,
  filing: Filing,
  wishes: Wishes,
  pictures: StoryPicture[],
): StoryFile {
  const fields: FieldNote[] = [];
  const found = (field: string, entry: Found | undefined, isRequired = false) => {
    if (entry) {
      const { value, how, from } = entry;
      fields.push({ field, how, value, ...(from !== undefined && from !== value && { from }) });
    } else if (isRequired) fields.push({ field, how: 'missing' });
    return entry?.value;
  };
  const filed = (field: string, keys: string[], isWish: boolean, names: string[]) => {
    if (keys.length === 0) fields.push({ field, how: 'missing' });
    else {
      const from = isWish ? `--${field.replace(/s$/, '')}` : names.join(', ');
      fields.push({ field, how: isWish ? 'taken' : 'guessed', value: keys.join(', '), from });
    }
    return keys.length > 0 ? keys : undefined;
  };
  const several = <Entry>(field: string, entries: Entry[], say: (entry: Entry) => string) => {
    for (const entry of entries) fields.push({ field, how: 'taken', value: say(entry) });
    return entries.length > 0 ? entries : undefined;
  };
  const severalFound = (field: string, entries: Found[]) => {
    const values = entries.flatMap((entry) => found(field, entry) ?? []);
    return values.length > 0 ? values : undefined;
  };
  const { source } = imported;
  const from = {
    name: found('source.name', source.name, Boolean(source.byline ?? source.place)),
    byline: found('source.byline', source.byline),
    place: found('source.place', source.place),
    url: found('source.url', source.url),
  };
  const id = idFor(imported.sourceId, imported.feed);
  const frontmatter = {
    id,
    headline: found('headline', imported.headline, true),
    standfirst: found('standfirst', imported.standfirst, true),
    section: filed(
      'section',
      filing.section === undefined ? [] : [filing.section],
      wishes.section !== undefined,
      imported.sections,
    )?.[0],
    tags: filed('tags', filing.tags, false, [...imported.tags, ...imported.sections]),
    authors: filed('authors', filing.authors, wishes.author !== undefined, [
      ...imported.authors,
      ...(imported.about ? ['About the Author'] : []),
    ]),
    series: filing.series && filed('series', [filing.series], false, [imported.series ?? ''])?.[0],
    kind: found('kind', imported.kind),
    language: found('language', imported.language),
    translationOf: found('translationOf', imported.translationOf),
    dateline: found('dateline', imported.dateline),
    published: found('published', imported.published, true),
    updated: found('updated', imported.updated),
    // Few formats say what changed, but readers must know.
    updateNote: found('updateNote', imported.updateNote, imported.updated !== undefined),
    formerly: severalFound('formerly', imported.former ?? []),
    corrections: several(
      'corrections',
      imported.corrections,
      ({ kind, date, text }) => `${kind}, ${date}: ${text}`,
    ),
    places: several('places', imported.places, ({ name, at }) => `${name} (${at.join(', ')})`),
    lead: leadOf(imported, pictures),
    pictures: settingsOf(
      several('pictures', focusedOf(imported, pictures), ({ file, focus }) => `${file}: ${focus}`),
    ),
    source: Object.values(from).some(Boolean) ? from : undefined,
    draft: true,
  };
  const text = toMarkdown(imported.text);
  if (text.trim() === '') fields.push({ field: 'text', how: 'missing' });
  return {
    id,
    markdown: `---\n${yamlOf(frontmatter)}---\n\n${text}`,
    fields,
    lost: lostOf(imported, filing),
  };
}

function leadOf({ lead }: ImportedStory, pictures: StoryPicture[]): object | undefined {
  const picture = pictures.find(({ isLead }) => isLead);
  if (!lead || !picture) return undefined;
  const { caption, credit } = splitCaption(lead.caption);
  return {
    image: picture.file,
    alt: lead.alt || undefined,
    caption: caption || undefined,
    credit: credit || undefined,
  };
}

/** The pictures for which the source states a focus. */
function focusedOf({ focused }: ImportedStory, pictures: StoryPicture[]) {
  return pictures.flatMap(({ file, address }) =>
    focused.filter((one) => one.address === address).map(({ focus }) => ({ file, focus })),
  );
}

function settingsOf(focused: ReturnType<typeof focusedOf> | undefined): object | undefined {
  return focused && Object.fromEntries(focused.map(({ file, focus }) => [file, { focus }]));
}

function yamlOf(frontmatter: object): string {
  const document = new Document(JSON.parse(JSON.stringify(frontmatter)));
  const places = document.get('places');
  const points = isSeq(places) ? places.items.map((_, index) => ['places', index, 'at']) : [];
  for (const path of [['tags'], ['authors'], ['formerly'], ...points]) {
    const list = document.getIn(path);
    if (isSeq(list)) list.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function lostOf(imported: ImportedStory, filing: Filing): Lost[] {
  const all = (what: string, texts: string[]) => texts.map((text) => ({ what, text }));
  return [
    ...all('unknown tag', filing.unknownTags),
    ...all('section not used', filing.unknownSections),
    ...all('unknown author', filing.unknownAuthors),
    ...all('unknown series', imported.series && !filing.series ? [imported.series] : []),
    ...all('about the author', imported.about ? [imported.about] : []),
    ...all('its old address', imported.left ?? []),
    ...imported.lost,
  ];
}
