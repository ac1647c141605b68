import type { Moment } from '../desk/moment.ts';
import type { Place } from '../desk/schema/place.ts';
import type { FeedFormat } from '../edition/addresses.ts';
import { datelinePlace } from '../edition/dateline.ts';
import type { Edition, Listing } from '../edition/model.ts';
import { langOf } from '../edition/language.ts';
import { called } from '../edition/listing.ts';
import type { SyndicatedPicture } from './picture.ts';
import type { SharedRecording } from './recording.ts';
import { feedHtml, type StoryBundle } from './story-html.ts';

/** The media type of each format. */
export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** What a feed says, in whatever format; all addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  /** The page of which it is the feed. */
  page: string;
  /** Where it lies itself. */
  self: Record<FeedFormat, string>;
  icon: string;
  language: string;
  /** The WebSub hub that hands it on. */
  hub: string | undefined;
  /** When a story in it last changed: the date of the build would change it where no story did. */
  updated: Moment | undefined;
  /** Newest first. */
  entries: Entry[];
}

export interface Entry {
  /** A link may change, this never does. */
  id: string;
  title: string;
  summary: string;
  page: string;
  /** BCP 47, where it is another than the feed’s. */
  language: string | undefined;
  published: Moment;
  updated: Moment;
  authors: { name: string; page: string }[];
  /** All their names, as the story’s page has them. */
  byline: string;
  /** Section and topics. */
  categories: Pick<Listing, 'key' | 'name'>[];
  html: string;
  /** The lead first. */
  pictures: SyndicatedPicture[];
  recordings: SharedRecording[];
  /** Where the dateline says that the story was reported. */
  place: Place | undefined;
}

/** @param list the section, topic, author or series of the feed; without one it is the whole site’s */
export function feedOf(edition: Edition, list: Listing | undefined, entries: Entry[]): Feed {
  const { publication, addresses, language } = edition;
  const page = list?.address ?? addresses.home;
  const self = (format: FeedFormat) => addresses.absolute(addresses.feed(page, format));
  return {
    title: feedTitle(edition, list),
    description: list
      ? (list.description ?? language.words.list.description(list.name, publication.name))
      : publication.description,
    page: addresses.absolute(page),
    self: { rss: self('rss'), atom: self('atom'), json: self('json') },
    icon: addresses.absolute(addresses.path('favicon.svg')),
    language: publication.language,
    hub: publication.hub,
    updated: entries.map(({ updated }) => updated).toSorted((a, b) => b.at - a.at)[0],
    entries,
  };
}

/** What a feed is called, as its page is. */
export function feedTitle({ publication }: Pick<Edition, 'publication'>, list?: Listing): string {
  return list ? `${list.name} · ${publication.name}` : publication.name;
}

/** A story as feeds have it. */
export function entryOf(edition: Edition, bundle: StoryBundle): Entry {
  const { story, language, pictures, recordings } = bundle;
  const lists = edition.filed(story);
  const authors = lists.authors.map((author) => ({
    name: called(author, language.tag).name,
    page: edition.addresses.absolute(author.address),
  }));
  return {
    id: `urn:uuid:${story.frontmatter.id}`,
    title: story.frontmatter.headline,
    summary: story.frontmatter.standfirst,
    page: edition.addresses.absolute(story.address),
    language: langOf(language.tag, edition.language.tag).lang,
    published: story.frontmatter.published,
    updated: story.modified,
    authors,
    byline: language.list.format(authors.map(({ name }) => name)),
    categories: [lists.section, ...lists.tags].map((list) => ({
      key: list.key,
      name: called(list, language.tag).name,
    })),
    html: feedHtml(bundle, edition),
    pictures: [...pictures.values()],
    recordings: [...recordings.values()],
    place: datelinePlace(story.frontmatter),
  };
}
