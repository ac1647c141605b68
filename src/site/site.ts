import { getCollection } from 'astro:content';
import type { Body } from '../desk/blocks.ts';
import { readParsedText } from '../desk/parsed-texts.ts';
import type { Listing, Story, Text } from '../edition/model.ts';
import { newestOf } from '../edition/newest.ts';
import { maySyndicate, warningOf } from '../edition/rights.ts';
import { publicationCard, storyCard } from '../outputs/cards/card.ts';
import { feedOf, entryOf, type Entry, type Feed } from '../outputs/feed.ts';
import { type ShownEdition, buildContext } from './build-context.ts';
import { figuresOf, leadingFigure } from '../outputs/figure.ts';
import type { SharedPicture } from '../outputs/picture.ts';
import { cardPreview, fitPicture, type Preview } from '../outputs/preview.ts';
import type { SharedRecording } from '../outputs/recording.ts';
import type { StoryBundle } from '../outputs/story-html.ts';
import { storyMarkdown } from '../outputs/story-markdown.ts';
import { picturesFor, type Pictures } from './images/pictures.ts';
import { isPreview } from './preview.ts';
import { recordingsOf } from './recordings.ts';

/** The edition as Astro's pages see it, with the pictures that Astro creates. */
export interface Site extends ShownEdition, Pictures {
  /** The preview image of a story or of another page: a suitable picture, else a card. */
  previewOf(story?: Story): Promise<Preview | undefined>;
  /** The uncovered pictures on a story’s page, the lead first. */
  shown(story: Story): Promise<SharedPicture[]>;
  /** The recordings of a text, in its order. */
  recordings(copy: { text: Text }): Promise<SharedRecording[]>;
  /** The recordings of a story that may be syndicated, by their blocks’ `file`. */
  syndicatedRecordings(story: Story): Promise<Map<string, SharedRecording>>;
  /** The parsed body of a text. */
  bodyOf(text: Text): Body;
  /** A story as plain Markdown. */
  markdownOf(story: Story): Promise<string>;
  /** Everything that is syndicated of a story. */
  bundle(story: Story): Promise<StoryBundle>;
  /** The newest stories of a list, or of the whole site. */
  feed(list: Listing | undefined): Promise<Feed>;
}

async function makeSite(): Promise<Site> {
  // Astro continues without a content collection that it cannot read.
  if (!buildContext.isCollected) throw new Error('The content collection was not read.');
  const { edition } = (await buildContext.news)!;
  // Astro assumes that an empty collection has the wrong name, and warns.
  const isShown = buildContext.toRender
    ? buildContext.toRender.size > 0
    : edition.stories.length > 0;
  const [stories, pages] = await Promise.all([
    isShown ? getCollection('articles') : [],
    edition.pages.length > 0 ? getCollection('pages') : [],
  ]);
  const pictures = picturesFor(
    edition.addresses,
    new Map([...stories, ...pages].map(({ filePath, data }) => [filePath, data.pictures])),
  );
  // A page requests its text several times in a row.
  let last: { textKey: string; body: Body } | undefined;
  const bodyOf: Site['bodyOf'] = ({ file, textKey }) => {
    if (last?.textKey === textKey) return last.body;
    const body = readParsedText(textKey)?.body;
    if (!body) throw new Error(`The text of ${file} is gone from the cache: build again.`);
    last = { textKey, body };
    return body;
  };
  const recordings: Site['recordings'] = (copy) =>
    recordingsOf(copy.text, bodyOf(copy.text).blocks, edition.addresses, (poster) =>
      pictures.poster(copy, poster),
    );
  const syndicatedRecordings: Site['syndicatedRecordings'] = async (story) => {
    const all = story.retraction ? [] : await recordings(story);
    const syndicated = all.filter(({ rights }) => rights?.syndicate ?? true);
    return new Map(syndicated.map((recording) => [recording.block.file, recording]));
  };
  const bundle: Site['bundle'] = async (story) => {
    const blocks = story.retraction ? [] : bodyOf(story.text).blocks;
    const figures = figuresOf(story, blocks).filter((figure) => maySyndicate(story, figure));
    const syndicated = await Promise.all(
      figures.map(async (one) => [one.image, await pictures.syndicated(story, one)] as const),
    );
    return {
      story,
      language: edition.languageOf(story),
      blocks,
      pictures: new Map(syndicated),
      recordings: await syndicatedRecordings(story),
    };
  };
  // A story is in the feeds of its section, topics, authors and series, in three formats each.
  const entries = new Map<string, Promise<Entry>>();
  const entry = (story: Story) => {
    const made = entries.get(story.id) ?? bundle(story).then((one) => entryOf(edition, one));
    entries.set(story.id, made);
    return made;
  };
  const shown: Site['shown'] = async (story) => {
    const blocks = story.retraction ? [] : bodyOf(story.text).blocks;
    const open = figuresOf(story, blocks).filter(
      (figure) => warningOf(story, figure) === undefined,
    );
    const leading = leadingFigure(story);
    const all = open.map(async (figure) => {
      const cuts = figure.image === leading?.image ? await pictures.cutsOf(story, figure) : [];
      return { ...(await pictures.onPage(story, figure)), cuts };
    });
    return Promise.all(all);
  };
  const markdownOf: Site['markdownOf'] = async (story) => {
    const language = edition.languageOf(story);
    const blocks = story.retraction ? [] : bodyOf(story.text).blocks;
    // The pictures of the page: a picture created only for the text would cost more than the text.
    const pictures = (await shown(story)).filter(({ figure }) => maySyndicate(story, figure));
    const recordings = await syndicatedRecordings(story);
    return storyMarkdown({ story, language, blocks, pictures, recordings }, edition);
  };
  // A build writes it next to the page; see src/integration/render.ts.
  buildContext.markdownOf = markdownOf;
  return {
    ...edition,
    ...pictures,
    async previewOf(story) {
      const figure = story && fitPicture(story);
      if (figure) {
        const { url, width, height } = await pictures.preview(story, figure);
        return { url, width, height, alt: figure.alt };
      }
      const { publication } = edition;
      const card = story ? storyCard(story, edition) : publicationCard(publication);
      return card && cardPreview(card, edition);
    },
    shown,
    recordings,
    syndicatedRecordings,
    bodyOf,
    markdownOf,
    bundle,
    async feed(list) {
      const newest = newestOf(edition, list);
      return feedOf(edition, list, await Promise.all(newest.map(entry)));
    },
  };
}

let made: Promise<Site> | undefined;

/** The site’s edition: created once per build, and for every request in a preview. */
export function getSite(): Promise<Site> {
  return isPreview() ? makeSite() : (made ??= makeSite());
}
