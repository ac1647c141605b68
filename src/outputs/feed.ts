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

/** The content of a feed in any format; all addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  /** The page that the feed belongs to. */
  page: string;
  /** The addresses of the feed. */
  self: Record<FeedFormat, string>;
  icon: string;
  language: string;
  /** The WebSub hub that distributes it. */
  hub: string | undefined;
  /**
   * The last change of a story in it. The date of the build would change the feed without a change of any
   * story.
   */
  updated: Moment | undefined;
  /** Newest first. */
  entries: Entry[];
}

export interface Entry {
  /** A permanent identifier; a link may change. */
  id: string;
  title: string;
  summary: string;
  page: string;
  /** BCP 47, if it differs from the feed’s. */
  language: string | undefined;
  published: Moment;
  updated: Moment;
  authors: { name: string; page: string }[];
  /** All authors’ names, as on the story’s page. */
  byline: string;
  /** The section and topics. */
  categories: Pick<Listing, 'key' | 'name'>[];
  html: string;
  /** The lead picture first. */
  pictures: SyndicatedPicture[];
  recordings: SharedRecording[];
  /** The place in the dateline. */
  place: Place | undefined;
}

/** @param list the section, topic, author or series of the feed; undefined for the whole site */
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

/** The title of a feed, the same as its page’s. */
export function feedTitle({ publication }: Pick<Edition, 'publication'>, list?: Listing): string {
  return list ? `${list.name} · ${publication.name}` : publication.name;
}

/** A story as a feed entry. */
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
