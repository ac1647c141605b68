import type { Vocabulary } from '../desk/schema/vocabulary.ts';
import { comparable } from '../desk/schema/old-address.ts';
import { termNamed } from './filing.ts';
import { addressIn, readable } from './former-address.ts';
import type { NewTags } from './new-tags.ts';
import type { DraftsFolder } from './drafts-folder.ts';

/** A page of the old site that listed the stories of a tag, a category or an author. */
export interface OldList {
  kind: 'tag' | 'section' | 'author';
  name: string;
  /** Full, or a path from the root of its host. */
  address: string;
}

/** A term here to which such pages redirect. */
export interface LeadingTerm {
  /** The file in the vocabulary, and the key of the term in it. */
  file: string;
  key: string;
  /** Old addresses that do not redirect there yet. */
  formerly: string[];
  /** Whether the import has written them; otherwise an editor has to. */
  isWritten: boolean;
}

/**
 * Finds the lists here that match those of the old site. Redirects are written only for tags that the import
 * adds to `tags.yaml`; editors maintain the others.
 * @returns the terms with a list here to which the old addresses do not redirect yet
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

/** What an editor has to write for a term: `authors/ana.yaml, formerly: [/author/ana/]`. */
export function sayLeading({ file, key, formerly }: LeadingTerm): string {
  const place = file.startsWith('authors/') ? file : `${file}, ${key}`;
  return `${place}: formerly: [${formerly.join(', ')}]`;
}
