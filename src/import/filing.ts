import type { Term, Vocabulary } from '../desk/schema/vocabulary.ts';
import type { ImportedStory } from './imported-story.ts';

/** What the user has decided for all stories of the import. */
export interface Wishes {
  section?: string;
  author?: string;
}

/** The keys under which a story is filed, and the names for which the vocabulary has none. */
export interface Filing {
  section?: string;
  tags: string[];
  authors: string[];
  series?: string;
  unknownTags: string[];
  unknownSections: string[];
  unknownAuthors: string[];
}

/** Matches the names that a source uses with the newsroom's vocabulary. */
export function file(imported: ImportedStory, vocabulary: Vocabulary, wishes: Wishes): Filing {
  const sections = byForm(vocabulary.sections);
  const tags = byForm(vocabulary.tags);
  const authors = byForm(vocabulary.authors);
  const series = byForm(vocabulary.series).get(form(imported.series ?? ''));
  const sectionNames = imported.sections.filter((name) => sections.has(form(name)));
  // Ghost, Blogger and most feeds have only tags; one of them may be a section here.
  const tagged = imported.tags.find((name) => sections.has(form(name)));
  const section = wishes.section ?? sections.get(form(sectionNames[0] ?? tagged ?? ''));
  // A section of the source may be a tag here.
  const others = imported.sections.filter(
    (name) => sections.get(form(name)) !== section || section === undefined,
  );
  const isFiled = (name: string) => section !== undefined && sections.get(form(name)) === section;
  const [knownTags, noTags] = sort(imported.tags, tags);
  const unknownTags = noTags.filter((name) => !isFiled(name));
  const [sectionTags, unknownSections] = sort(others, tags);
  const [knownAuthors, unknownAuthors] = sort(imported.authors, authors);
  const about = (imported.about ?? '').toLowerCase();
  const named = [...vocabulary.authors].filter(([, { name }]) =>
    about.includes(name.toLowerCase()),
  );
  const found = [...knownAuthors, ...named.map(([key]) => key)];
  return {
    ...(section !== undefined && { section }),
    tags: [...new Set([...knownTags, ...sectionTags])],
    authors: wishes.author ? [wishes.author] : [...new Set(found)],
    ...(series !== undefined && { series }),
    unknownTags,
    unknownSections,
    unknownAuthors: wishes.author ? [...imported.authors] : unknownAuthors,
  };
}

/**
 * Finds a name from a source in the newsroom's vocabulary: a tag may be a section here, or the reverse, as
 * in `file()`.
 */
export function termNamed(
  name: string,
  kind: 'tag' | 'section' | 'author',
  vocabulary: Vocabulary,
): { list: 'sections' | 'tags' | 'authors'; key: string } | undefined {
  const lists = (
    { tag: ['tags', 'sections'], section: ['sections', 'tags'], author: ['authors'] } as const
  )[kind];
  for (const list of lists) {
    const key = byForm(vocabulary[list]).get(form(name));
    if (key !== undefined) return { list, key };
  }
  return undefined;
}

function sort(names: string[], keys: Map<string, string>): [known: string[], unknown: string[]] {
  const known = names.flatMap((name) => keys.get(form(name)) ?? []);
  return [known, [...new Set(names.filter((name) => !keys.has(form(name))))]];
}

/** The spellings of each list of terms, until the list grows. */
const formsOf = new WeakMap<Map<string, Term>, { size: number; keys: Map<string, string> }>();

function byForm(terms: Map<string, Term>): Map<string, string> {
  const known = formsOf.get(terms);
  if (known?.size === terms.size) return known.keys;
  const keys = readForms(terms);
  formsOf.set(terms, { size: terms.size, keys });
  return keys;
}

/** Every spelling of a term, with its key; “KSF (Kosovo Security Force)” has three. */
function readForms(terms: Map<string, Term>): Map<string, string> {
  const keys = new Map<string, string>();
  const note = (name: string | undefined, key: string) => {
    if (name && !keys.has(form(name))) keys.set(form(name), key);
  };
  for (const key of terms.keys()) note(key, key);
  for (const [key, { name }] of terms) note(name, key);
  for (const [key, { names = {} }] of terms)
    for (const name of Object.values(names)) note(name, key);
  for (const [key, { name }] of terms) {
    const { outer, inner } = /^(?<outer>.+?)\s*\((?<inner>[^()]+)\)$/.exec(name)?.groups ?? {};
    note(outer, key);
    note(inner, key);
  }
  return keys;
}

/** A name for comparison: #UsCentralCommand, us-central-command and “US Central Command” are equal. */
function form(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^#|[\s_-]+/g, '');
}
