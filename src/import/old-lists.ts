import type { Vocabulary } from '../desk/schema/vocabulary.ts';
import { comparable } from '../desk/schema/old-address.ts';
import { termNamed } from './filing.ts';
import { addressIn, readable } from './former-address.ts';
import type { NewTags } from './new-tags.ts';
import type { DraftsFolder } from './drafts-folder.ts';

/** A page of an older site that listed stories: of a tag, a category or an author. */
export interface OldList {
  kind: 'tag' | 'section' | 'author';
  name: string;
  /** Whole, or from the root of its host on. */
  address: string;
}

/** What leads on from such pages to the ones here. */
export interface LeadingTerm {
  /** The file of the vocabulary, and what stands in it for the list. */
  file: string;
  key: string;
  /** Addresses of before that do not lead there yet. */
  formerly: string[];
  /** Whether they stand there now; else an editor writes them. */
  isWritten: boolean;
}

/**
 * Finds where the lists of an older site are here. Only what an import adds to `tags.yaml` is written; in
 * what an editor keeps, lines are the editor's.
 * @returns those that have a list here, and whose addresses do not lead there yet
 */
export function leadFromLists(
  lists: OldList[],
  vocabulary: Vocabulary,
  tags: NewTags,
  { ids, surroundings }: Pick<DraftsFolder, 'ids' | 'surroundings'>,
): LeadingTerm[] {
  const found = new Map<string, LeadingTerm>();
  for (const { kind, name, address } of lists) {
    const term = termNamed(name, kind, vocabulary);
    const path = addressIn(address, surroundings.base);
    if (!term || path === undefined || ids.presentOf(path) !== undefined) continue;
    const { list, key } = term;
    const known = vocabulary[list].get(key)?.formerly ?? [];
    if (known.some((one) => comparable(one) === comparable(path))) continue;
    const file = list === 'authors' ? `authors/${key}.yaml` : `${list}.yaml`;
    const isWritten = list === 'tags' && tags.lead(key, readable(path));
    const before = found.get(`${file} ${key}`);
    if (before) before.formerly.push(readable(path));
    else found.set(`${file} ${key}`, { file, key, formerly: [readable(path)], isWritten });
  }
  return [...found.values()];
}

/** What an editor writes for a term, in words: `authors/ana.yaml, formerly: [/author/ana/]`. */
export function sayLeading({ file, key, formerly }: LeadingTerm): string {
  const place = file.startsWith('authors/') ? file : `${file}, ${key}`;
  return `${place}: formerly: [${formerly.join(', ')}]`;
}
