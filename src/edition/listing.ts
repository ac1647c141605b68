import type { Author, Term } from '../desk/schema/vocabulary.ts';
import type { Addresses } from './addresses.ts';
import type { Article } from './edition.ts';
import { langOf, likelyLocale, type Language } from './language.ts';

/** A list of stories with a page of its own: a section, a tag, an author or a month. */
export interface Listing {
  kind: 'section' | 'tag' | 'author' | 'month';
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

export interface Year {
  name: string;
  address: string;
  /** Newest first. */
  months: Listing[];
}

/** The terms of a vocabulary as lists that are still empty. */
export function listed(
  kind: Listing['kind'],
  folder: string,
  terms: Map<string, Term | Author>,
  language: Language,
  addresses: Addresses,
): Map<string, Listing> {
  return new Map(
    [...terms].map(([key, term]): [string, Listing] => {
      const { name, names, description } = term;
      const address = addresses.path(`${folder}${key}/`);
      const author = kind === 'author' && { author: term as Author };
      return [
        key,
        { kind, key, name, language, names, description, ...author, address, articles: [] },
      ];
    }),
  );
}

/**
 * What a list is called on a page in a language.
 * @returns its name, with the attributes of an element for it where that is in another language
 */
export function called(
  { name, names = {}, language }: Pick<Listing, 'name' | 'names' | 'language'>,
  around: Pick<Language, 'tag'>,
): { name: string } & ReturnType<typeof langOf> {
  const own = names[around.tag] ?? names[likelyLocale(around.tag).language];
  return own === undefined ? { name, ...langOf(language, around) } : { name: own };
}

/** The months of stories, gathered by year. */
export function yearsOf(months: Listing[], addresses: Addresses): Year[] {
  const byYear = Map.groupBy(months, ({ key }) => key.slice(0, 4));
  return [...byYear].map(([name, months]) => ({
    name,
    address: addresses.path(`${name}/`),
    months,
  }));
}
