import type { Copy } from '../desk/copy.ts';
import type { PageCopy } from '../desk/desk.ts';
import type { Moment } from '../desk/moment.ts';
import type { Correction } from '../desk/schema/correction.ts';
import type { Policy } from '../desk/schema/page.ts';
import type { Publication } from '../desk/schema/publication.ts';
import type { Author } from '../desk/schema/vocabulary.ts';
import type { StoryCopy } from '../desk/story-copy.ts';
import type { Addresses } from './addresses.ts';
import type { Language } from './language.ts';

/** What the desk knows of a text and of the files beside it. */
export type Text = Omit<Copy<unknown>, 'id' | 'frontmatter'>;

/**
 * A published story: its own facts, as plain data. It names lists by their keys; the stories around it
 * are in its context.
 */
export interface Story extends Pick<StoryCopy, 'id' | 'slug' | 'path'> {
  /** In which it is written, and its page speaks: BCP 47. */
  language: string;
  frontmatter: Omit<StoryCopy['frontmatter'], 'section' | 'tags' | 'authors' | 'series'>;
  address: string;
  section: string;
  tags: string[];
  authors: string[];
  series?: string;
  /** What had to be put right by now, oldest first. */
  corrections: Correction[];
  /** The entry that took the story back; then it has no text and no pictures. */
  retraction?: Correction;
  /** The last change of which readers are told: publication, update or correction. */
  modified: Moment;
  /** Why readers do not see it, when an editor previews what is not published. */
  withheld?: Withheld;
  /** What only its own page, feeds and the search show; lists and other stories have no use for it. */
  text: Text;
}

export type Withheld = 'draft' | 'embargoed' | 'expired';

/** How a story relates to others and to the moment. Stories are named by their ids. */
export interface StoryContext {
  /** The stories in its language that were published just before and just after this one. */
  older?: string;
  newer?: string;
  /** What else to read on its topics. */
  related: string[];
  /** Where there are several: the story in each of its languages, the original first. */
  versions: string[];
  /** Its place in its series. */
  part?: Part;
  /** Whether it was published, and updated in substance, more than a year ago. */
  isOld: boolean;
}

/** A list of stories with a page of its own: a section, a tag, an author, a series or a month. */
export interface Listing {
  kind: 'section' | 'tag' | 'author' | 'series' | 'month';
  key: string;
  /** In the publication’s language, as the description is. */
  name: string;
  /** BCP 47. */
  language: string;
  /** By language tag. */
  names?: Record<string, string> | undefined;
  description?: string | undefined;
  /** What else is known of an author. */
  author?: Author;
  address: string;
  /** Ids, newest first; never empty. */
  stories: string[];
}

/** A story’s place in its series. */
export interface Part {
  /** As the editor has it, else counted from 1. */
  number: number;
  /** The number of the last part that is published. */
  last: number;
  /** Ids of the parts in its language before and after it. */
  previous?: string;
  next?: string;
}

export interface Year {
  name: string;
  address: string;
  /** Newest first. */
  months: Listing[];
}

/** The address of a story that was taken down on purpose. */
export interface Gone {
  address: string;
  published: Moment;
  expires: Moment;
}

/** A page that is no story. */
export interface StaticPage extends Pick<PageCopy, 'id' | 'frontmatter'> {
  /** BCP 47. */
  language: string;
  address: string;
  text: Text;
}

/**
 * Addresses that lead to another one, or that are gone for good. `from` is a whole path, `/news/2019/a/`,
 * decoded; `to` is what a browser is told: a path or an address elsewhere, encoded.
 */
export interface OldAddresses {
  /** Single paths. Each has a page too, which leads on where a host can’t. */
  moved: { from: string; to: string }[];
  /** Paths with a parameter, `/?p=12`, beside which others may stand. */
  byQuery: { from: string; name: string; value: string; to: string }[];
  /**
   * Paths with one `*`, which stands for anything, the most specific first. A `*` in `to` is the same text;
   * without `to` they are gone.
   */
  patterns: { from: string; to?: string }[];
  /** Single paths of which redirects.yaml says that they are gone. */
  removed: string[];
}

/** What is published at a moment, as plain data. */
export interface Published {
  /** The moment, in milliseconds since 1970. */
  now: number;
  publication: Publication;
  /** Newest first; of the same moment, by id. */
  stories: Story[];
  /** By the ids of stories. */
  contexts: Map<string, StoryContext>;
  /** In the order of sections.yaml, those with stories. */
  sections: Listing[];
  /** By name, those with stories. */
  tags: Listing[];
  /** By name, those with stories. */
  authors: Listing[];
  /** In the order of series.yaml, those with stories. */
  series: Listing[];
  /** Newest first. */
  years: Year[];
  pages: StaticPage[];
  /** Where each policy is told, those that are. */
  policies: Partial<Record<Policy, StaticPage>>;
  gone: Gone[];
  oldAddresses: OldAddresses;
  /** Every correction, newest first, with the id of its story. */
  corrected: { id: string; correction: Correction }[];
  /** When the next story is released, changes or is taken down, if that is known already. */
  next?: Moment;
}

/** The lists that a story is on, those of its month left out. */
export interface Filed {
  section: Listing;
  tags: Listing[];
  authors: Listing[];
  series?: Listing;
}

/** What is published at a moment, computed once, and how to look things up in it; pages and feeds only read it. */
export interface Edition extends Published {
  addresses: Addresses;
  /** The publication’s, in which every page speaks that has none of its own. */
  language: Language;
  /** That, and every other in which a story or a page is. */
  languages: Language[];
  /** The language of a story, a page or a list. */
  languageOf(copy: { language: string }): Language;
  /** @throws {Error} when no story has the id */
  story(id: string): Story;
  contextOf(story: Pick<Story, 'id'>): StoryContext;
  /** The lists that a story names. */
  filed(story: Pick<Story, 'section' | 'tags' | 'authors' | 'series'>): Filed;
}
