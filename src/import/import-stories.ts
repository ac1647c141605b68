import type { ImportOptions } from './options.ts';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markdownWords } from './markdown-words.ts';
import type { ImportedStory, Found } from './imported-story.ts';
import { storiesOf } from './imported-stories.ts';
import { type Failure, failureOf } from './failure.ts';
import { Downloads } from './downloads.ts';
import { fetchFile, nameFiles, stateOf } from './fetch-file.ts';
import { fetchPicture } from './fetch-picture.ts';
import { formerAddresses } from './former-address.ts';
import { millisecondsOf } from './moment-of.ts';
import { NewTags } from './new-tags.ts';
import { file, type Filing } from './filing.ts';
import { leadFromLists, type OldList } from './old-lists.ts';
import { linkOwnStories, readOwnAddresses, type OwnAddresses } from './own-addresses.ts';
import { identified, placeOf } from './placing.ts';
import { namePictures } from './pictures.ts';
import { detectFormat } from './detect-format.ts';
import type { Report, StoryReport } from './report.ts';
import { DraftsFolder } from './drafts-folder.ts';
import { writeStoryFile } from './story-file.ts';
import { fromProject } from '../files/project.ts';

/** What an import uses for all of its stories. */
interface Tools {
  options: ImportOptions;
  drafts: DraftsFolder;
  tags: NewTags;
  own: OwnAddresses;
  downloads: Downloads;
}

/**
 * Imports files, one story at a time so that large exports do not fill the memory.
 * @returns a report on each story; a file that cannot be read is reported as a failure
 */
export async function* receive(files: string[], options: ImportOptions): AsyncGenerator<Report> {
  const drafts = new DraftsFolder(options.content, options.vocabulary);
  const tags = new NewTags(options.content, options.vocabulary.tags);
  const downloads = new Downloads(options.fromPrivateNetwork ? { mayReach: () => true } : {});
  try {
    const own = await readOwnAddresses(files, options, drafts);
    for (const from of files) yield* receiveFile(from, { options, drafts, tags, own, downloads });
  } finally {
    tags.write();
    drafts.close();
  }
}

async function* receiveFile(from: string, tools: Tools): AsyncGenerator<Report> {
  let count = 0;
  try {
    const format = await detectFormat(from);
    for await (const incoming of storiesOf(from, format, tools.options.site)) {
      if ('aside' in incoming) yield { kind: 'aside', from, lost: incoming.aside };
      else if ('lists' in incoming) yield* receiveLists(incoming.lists, from, tools);
      else if ('item' in incoming) yield failureOf(incoming.error, from, incoming.item);
      else yield await receiveStory(incoming, { from, format }, tools);
      count += 1;
    }
  } catch (error) {
    const rest =
      count > 0 ? ` The items before it were imported (${count}); the rest was not read.` : '';
    const failure = failureOf(error, from);
    yield { ...failure, summary: `${failure.summary}${rest}` };
  }
}

function* receiveLists(
  lists: OldList[],
  from: string,
  { options, drafts, tags }: Tools,
): Generator<Report> {
  const terms = leadFromLists(lists, options.vocabulary, tags, drafts);
  if (terms.length > 0) yield { kind: 'lists', from, terms };
}

async function receiveStory(
  incoming: ImportedStory,
  origin: { from: string; format: string },
  { options, drafts, tags, own, downloads }: Tools,
): Promise<StoryReport | Failure> {
  try {
    const imported = identified(incoming, origin.from, options, drafts);
    const { id, place } = placeOf(imported, options, drafts);
    const files = nameFiles(imported.text, place, own, options);
    imported.lost.push(...linkOwnStories(imported.text, own, files));
    const sentence = firstSentence(imported);
    if (sentence) imported.standfirst ??= sentence;
    takeChange(imported, options.withUpdates);
    const filing = file(imported, options.vocabulary, options.wishes);
    const { language } = options.vocabulary.publication;
    if (options.withTags) addTags(filing, tags, imported.language?.value ?? language);
    const pictures = namePictures(imported);
    const old = formerAddresses(imported, place, id, drafts.ids, drafts.surroundings);
    const { markdown, fields, lost } = writeStoryFile(
      { ...imported, ...old },
      filing,
      options.wishes,
      pictures,
    );
    const source = { from: origin.from, version: imported.version };
    const { path, ...saved } = drafts.put(id, markdown, place, source);
    const beside = dirname(join(options.content, path));
    const isTouched = options.withPictures && saved.outcome !== 'left alone';
    const notes = [];
    for (const picture of pictures) {
      const state = isTouched
        ? await fetchPicture(picture, beside, origin.from, downloads)
        : existsSync(join(beside, picture.file))
          ? 'saved beside the story'
          : 'missing; put it beside the story under this name';
      notes.push({ ...picture, state });
    }
    const fetched = [];
    for (const file of files)
      fetched.push(isTouched ? await fetchFile(file, origin.from, downloads) : stateOf(file));
    return {
      kind: 'story',
      ...origin,
      ...saved,
      path: fromProject(join(options.content, path)),
      fields,
      pictures: notes,
      files: fetched,
      lost,
      notes: imported.notes,
      ...(imported.held !== undefined && { held: imported.held }),
    };
  } catch (error) {
    return failureOf(error, origin.from, incoming.sourceId || incoming.headline?.value);
  }
}

/** Takes the time of the last save: systems record every save, but only the newsroom knows what changed. */
function takeChange(imported: ImportedStory, isInSubstance: boolean): void {
  const { changed, published } = imported;
  if (changed === undefined) return;
  const isAfter = !published || millisecondsOf(changed) > millisecondsOf(published.value);
  if (isInSubstance && isAfter) imported.updated = { value: changed, how: 'taken' };
  else imported.lost.push({ what: 'when it was last saved', text: changed });
}

/** Files a story under tags that the newsroom does not have yet. */
function addTags(filing: Filing, tags: NewTags, language: string): void {
  filing.unknownTags = filing.unknownTags.filter((name) => {
    const key = tags.add(name, language);
    if (key !== undefined) filing.tags.push(key);
    return key === undefined;
  });
}

/** The story's first sentence, which is its standfirst until an editor writes one. */
function firstSentence({ text }: ImportedStory): Found | undefined {
  for (const node of text.children) {
    if (node.type !== 'paragraph') continue;
    const words = markdownWords(node).replace(/\s+/g, ' ').trim();
    const [sentence] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words);
    const value = sentence?.segment.trim() ?? '';
    if (value !== '' && value.length <= 500)
      return { value, how: 'guessed', from: 'the first sentence' };
  }
  return undefined;
}
