import { basename, join } from 'node:path';
import type { ImportedStory } from './imported-story.ts';
import { contentDigest, idFor, slugFor, slugOfSource } from './identity.ts';
import type { ImportOptions } from './options.ts';
import { settleLanguage } from './settle-language.ts';
import type { DraftsFolder } from './drafts-folder.ts';
import { tidy } from './tidy.ts';

/**
 * Completes a story from a reader with its id, its feed and its language.
 * @param from the file that it came in
 */
export function identified(
  incoming: ImportedStory,
  from: string,
  options: ImportOptions,
  drafts: DraftsFolder,
): ImportedStory {
  const imported = tidy(incoming);
  if (imported.sourceId) imported.feed ??= basename(from);
  else imported.sourceId = contentDigest(incoming);
  const { name, language } = options.vocabulary.publication;
  if (imported.source.name?.value === name) {
    // The newsroom's own story comes back: the source's address was its old address.
    if (imported.source.url) imported.link = imported.source.url.value;
    imported.source = {};
    imported.notes.push(`Its source, ${name}, is this newsroom.`);
  }
  settleLanguage(imported, language, (id) => drafts.ids.pathOf(id) !== undefined);
  if (wasWrittenAlone(imported, options, drafts)) imported.feed = '';
  return imported;
}

/** Whether the story was imported when ids did not depend on the feed: then it keeps its id. */
function wasWrittenAlone(
  imported: ImportedStory,
  options: ImportOptions,
  drafts: DraftsFolder,
): boolean {
  const [id, alone] = [idFor(imported.sourceId, imported.feed), idFor(imported.sourceId)];
  const before = drafts.writtenAt(alone);
  if (id === alone || before === undefined || drafts.writtenAt(id) !== undefined) return false;
  // Another feed may have the same source id, but hardly for a story with that name and month.
  const { folder, slug } = wishedPlace(imported, options);
  return before === `${folder}/${slug}/index.md`;
}

/** The folder and name of a story if no other story had them. */
function wishedPlace(
  imported: ImportedStory,
  options: ImportOptions,
): { folder: string; slug: string } {
  const month = imported.published?.value.slice(0, 7).replace('-', '/') ?? 'undated';
  const language = imported.language?.value ?? options.vocabulary.publication.language;
  const slug =
    slugOfSource(imported.slug ?? '', language) ||
    slugFor(imported.headline?.value ?? '', language, imported.sourceId);
  return { folder: join('articles', options.into ?? month), slug };
}

/** The id of a story, and its current or future file within the content folder. */
export function placeOf(
  imported: ImportedStory,
  options: ImportOptions,
  drafts: DraftsFolder,
): { id: string; place: string } {
  const { folder, slug } = wishedPlace(imported, options);
  const id = idFor(imported.sourceId, imported.feed);
  return { id, place: drafts.placeFor(id, folder, slug) };
}
