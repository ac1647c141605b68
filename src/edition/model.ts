import type { PageCopy } from '../desk/desk.ts';
import type { Moment } from '../desk/moment.ts';
import type { Correction } from '../desk/schema/correction.ts';
import type { Policy } from '../desk/schema/page.ts';
import type { Publication } from '../desk/schema/publication.ts';
import type { Author } from '../desk/schema/vocabulary.ts';
import type { StoryCopy } from '../desk/story-copy.ts';
import type { Addresses } from './addresses.ts';
import type { Language } from './language.ts';

/** A published story with everything it refers to. */
export interface Article extends Omit<StoryCopy, 'frontmatter'> {
  /** In which it is written, and its page speaks. */
  language: Language;
  /** Where there are several: the story in each of its languages, the original first. */
  versions: Article[];
  frontmatter: Omit<StoryCopy['frontmatter'], 'section' | 'tags' | 'authors' | 'series'>;
  address: string;
  section: Listing;
  tags: Listing[];
  authors: Listing[];
  /** Its place in a series. */
  part?: Part;
  /** What had to be put right by now, oldest first. */
  corrections: Correction[];
  /** The entry that took the story back; then it has no text and no pictures. */
  retraction?: Correction;
  /** The last change of which readers are told: publication, update or correction. */
  modified: Moment;
  /** Whether it was published, and updated in substance, more than a year ago. */
  isOld: boolean;
  /** The stories in its language that were published just before and just after this one. */
  older?: Article;
  newer?: Article;
  /** What else to read on its topics. */
  related: Article[];
  /** Why readers do not see it, when an editor previews what is not published. */
  withheld?: Withheld;
}

export type Withheld = 'draft' | 'embargoed' | 'expired';

/** A list of stories with a page of its own: a section, a tag, an author, a series or a month. */
export interface Listing {
  kind: 'section' | 'tag' | 'author' | 'series' | 'month';
  key: string;
  /** In the publication’s language, as the description is. */
  name: string;
  language: Language;
  /** By language tag. */
  names?: Record<string, string> | undefined;
  description?: string | undefined;
  /** What else is known of an author. */
  author?: Author;
  address: string;
  /** Newest first; never empty. */
  articles: Article[];
}

/** A story’s place in its series. */
export interface Part {
  series: Listing;
  /** As the editor has it, else counted from 1. */
  number: number;
  /** The number of the last part that is published. */
  last: number;
  previous?: Article;
  next?: Article;
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

export interface StaticPage extends PageCopy {
  language: Language;
  address: string;
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

/** What is published at a moment. One value, computed once; pages and feeds only read it. */
export interface Edition {
  /** The moment, in milliseconds since 1970. */
  now: number;
  publication: Publication;
  addresses: Addresses;
  /** The publication’s, in which every page speaks that has none of its own. */
  language: Language;
  /** That, and every other in which a story or a page is. */
  languages: Language[];
  /** Newest first; of the same moment, by id. */
  articles: Article[];
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
  /** Every correction, newest first. */
  corrected: { article: Article; correction: Correction }[];
  /** When the next story is released, changes or is taken down, if that is known already. */
  next?: Moment;
}
