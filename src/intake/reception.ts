import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { markdownWords } from './markdown-words.ts';
import type { Vocabulary } from '../desk/vocabulary.ts';
import { Objection } from '../desk/fault.ts';
import type { Arrival, Found } from './arrival.ts';
import { arrivalsOf } from './arrivals.ts';
import { fetchPicture } from './fetch-picture.ts';
import { formerAddress } from './former-address.ts';
import { file, type Wishes } from './filing.ts';
import { digestOf, idFor, slugFor, slugOfSource } from './identity.ts';
import { namePictures } from './pictures.ts';
import { recognise } from './recognise.ts';
import type { Failure, Report, StoryReport } from './report.ts';
import { settleLanguage } from './settle-language.ts';
import { Shelf } from './shelf.ts';
import { writeStoryFile } from './story-file.ts';
import { tidy } from './tidy.ts';

/** How to import. */
export interface Order {
  /** The content folder. */
  content: string;
  vocabulary: Vocabulary;
  wishes: Wishes;
  /** A folder within articles/ for all stories, instead of their year and month. */
  into?: string;
  /** Whether to fetch the pictures that the copy names. */
  withPictures: boolean;
  /** Whether the time when a source was last saved is that of a change in substance. */
  withUpdates: boolean;
}

/**
 * Imports files, one story at a time so that large exports do not fill the memory.
 * @returns what became of each story; a file that cannot be read is a failure among them
 */
export async function* receive(files: string[], order: Order): AsyncGenerator<Report> {
  const shelf = new Shelf(order.content, order.vocabulary.publication.timeZone);
  try {
    for (const from of files) yield* receiveFile(from, order, shelf);
  } finally {
    shelf.close();
  }
}

async function* receiveFile(from: string, order: Order, shelf: Shelf): AsyncGenerator<Report> {
  let count = 0;
  try {
    const format = await recognise(from);
    for await (const incoming of arrivalsOf(from, format)) {
      if ('aside' in incoming) yield { kind: 'aside', from, lost: incoming.aside };
      else if ('item' in incoming) yield failureOf(incoming.error, from, incoming.item);
      else yield await receiveStory(incoming, { from, format }, order, shelf);
      count += 1;
    }
  } catch (error) {
    const rest =
      count > 0 ? ` What came before it was imported (${count}), the rest was not read.` : '';
    const failure = failureOf(error, from);
    yield { ...failure, problem: `${failure.problem}${rest}` };
  }
}

async function receiveStory(
  incoming: Arrival,
  origin: { from: string; format: string },
  order: Order,
  shelf: Shelf,
): Promise<StoryReport | Failure> {
  try {
    const arrival = tidy(incoming);
    if (arrival.mark) arrival.feed ??= basename(origin.from);
    else arrival.mark = digestOf(JSON.stringify(incoming));
    const own = order.vocabulary.publication.name;
    if (arrival.source.name?.value === own) {
      // Its own story comes home: the address was this site's.
      if (arrival.source.url) arrival.link = arrival.source.url.value;
      arrival.source = {};
      arrival.notes.push(`${own} is its source, which is this newsroom.`);
    }
    const { language } = order.vocabulary.publication;
    settleLanguage(arrival, language, (id) => shelf.register.pathOf(id) !== undefined);
    const sentence = firstSentence(arrival);
    if (sentence) arrival.standfirst ??= sentence;
    takeChange(arrival, order.withUpdates);
    const filing = file(arrival, order.vocabulary, order.wishes);
    const pictures = namePictures(arrival);
    const month = arrival.published?.value.slice(0, 7).replace('-', '/') ?? 'undated';
    const written = arrival.language?.value ?? language;
    const slug =
      slugOfSource(arrival.slug ?? '', written) ||
      slugFor(arrival.headline?.value ?? '', written, arrival.mark);
    const id = idFor(arrival.mark, arrival.feed);
    const place = shelf.placeFor(id, join('articles', order.into ?? month), slug);
    const former = formerAddress(arrival, place, id, shelf.register);
    const { markdown, fields, lost } = writeStoryFile(
      { ...arrival, ...(former && { former }) },
      filing,
      order.wishes,
      pictures,
    );
    const { path, ...shelved } = shelf.put(id, markdown, place);
    const beside = dirname(join(order.content, path));
    const isTouched = order.withPictures && shelved.outcome !== 'left alone';
    const notes = [];
    for (const picture of pictures) {
      const state = isTouched
        ? await fetchPicture(picture, beside, origin.from)
        : existsSync(join(beside, picture.file))
          ? 'lies beside the story'
          : `not here yet; put it beside the story under this name`;
      notes.push({ ...picture, state });
    }
    return {
      kind: 'story',
      ...origin,
      ...shelved,
      path: relative('', join(order.content, path)),
      fields,
      pictures: notes,
      lost,
      notes: arrival.notes,
      ...(arrival.held !== undefined && { held: arrival.held }),
    };
  } catch (error) {
    return failureOf(error, origin.from, incoming.mark || incoming.headline?.value);
  }
}

/** A system that publishes notes each saving, of a comma too; only the newsroom knows what it changed. */
function takeChange(arrival: Arrival, isInSubstance: boolean): void {
  if (arrival.changed === undefined) return;
  if (isInSubstance) arrival.updated = { value: arrival.changed, how: 'taken' };
  else arrival.lost.push({ what: 'when it was last saved', text: arrival.changed });
}

/** Until an editor writes one, the story's own first sentence is its standfirst. */
function firstSentence({ text }: Arrival): Found | undefined {
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

function failureOf(error: unknown, from: string, item?: string): Failure {
  return { kind: 'failure', from, ...(item && { item }), ...reasonOf(error) };
}

/** Why something could not be imported, in words for an editor. */
function reasonOf(error: unknown): { problem: string; mend: string } {
  if (error instanceof Objection) return { problem: error.problem, mend: error.mend };
  if (error instanceof RangeError)
    return {
      problem: 'It is nested too deeply.',
      mend: 'No story is; ask the sender for another.',
    };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { problem: 'There is no such file.', mend: 'Correct its name.' };
  if (code === 'EISDIR') return { problem: 'This is a folder.', mend: 'Name the files in it.' };
  if (code)
    return { problem: `It cannot be read or written: ${message}.`, mend: 'Mend that first.' };
  throw error;
}
