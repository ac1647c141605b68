import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { markdownWords } from './markdown-words.ts';
import type { Vocabulary } from '../desk/vocabulary.ts';
import type { Arrival, Found } from './arrival.ts';
import { arrivalsOf } from './arrivals.ts';
import { failureOf } from './failure.ts';
import { fetchPicture } from './fetch-picture.ts';
import { formerAddress } from './former-address.ts';
import { millisecondsOf } from './moment-of.ts';
import { NewTags } from './new-tags.ts';
import { file, type Filing, type Wishes } from './filing.ts';
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
  /** Whether tags of the source that the newsroom has not are added to tags.yaml. */
  withTags?: boolean;
}

/** What an import has at hand for all of its stories. */
interface Hands {
  order: Order;
  shelf: Shelf;
  tags: NewTags;
}

/**
 * Imports files, one story at a time so that large exports do not fill the memory.
 * @returns what became of each story; a file that cannot be read is a failure among them
 */
export async function* receive(files: string[], order: Order): AsyncGenerator<Report> {
  const shelf = new Shelf(order.content, order.vocabulary.publication.timeZone);
  const tags = new NewTags(order.content, order.vocabulary.tags);
  try {
    for (const from of files) yield* receiveFile(from, { order, shelf, tags });
  } finally {
    tags.write();
    shelf.close();
  }
}

async function* receiveFile(from: string, hands: Hands): AsyncGenerator<Report> {
  let count = 0;
  try {
    const format = await recognise(from);
    for await (const incoming of arrivalsOf(from, format)) {
      if ('aside' in incoming) yield { kind: 'aside', from, lost: incoming.aside };
      else if ('item' in incoming) yield failureOf(incoming.error, from, incoming.item);
      else yield await receiveStory(incoming, { from, format }, hands);
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
  { order, shelf, tags }: Hands,
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
    const written = arrival.language?.value ?? language;
    if (order.withTags) addTags(filing, tags, written);
    const pictures = namePictures(arrival);
    const month = arrival.published?.value.slice(0, 7).replace('-', '/') ?? 'undated';
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
    const source = { from: origin.from, version: arrival.version };
    const { path, ...shelved } = shelf.put(id, markdown, place, source);
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
  const { changed, published } = arrival;
  if (changed === undefined) return;
  const isAfter = !published || millisecondsOf(changed) > millisecondsOf(published.value);
  if (isInSubstance && isAfter) arrival.updated = { value: changed, how: 'taken' };
  else arrival.lost.push({ what: 'when it was last saved', text: changed });
}

/** Files a story under tags that the newsroom has not yet. */
function addTags(filing: Filing, tags: NewTags, language: string): void {
  filing.unknownTags = filing.unknownTags.filter((name) => {
    const key = tags.add(name, language);
    if (key !== undefined) filing.tags.push(key);
    return key === undefined;
  });
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
