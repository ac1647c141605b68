import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import { isHidden } from '../files/litter.ts';
import { top } from './claims.ts';
import { ContentError, type Problem } from './problem.ts';
import { publication, type Publication } from './schema/publication.ts';
import { addressAdvice, fitsAddress } from './schema/address.ts';
import type { StoryFrontmatter } from './schema/story.ts';
import {
  author,
  sections,
  tags,
  type Author,
  type Term,
  type Vocabulary,
} from './schema/vocabulary.ts';
import { readTextFile } from './text-file.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';
import { fromProject } from '../files/project.ts';

/** A vocabulary as far as it can be read, without what has problems. */
type FoundVocabulary = Omit<Vocabulary, 'publication'> & { publication: Publication | undefined };

/**
 * Reads publication.yaml, sections.yaml, tags.yaml, authors/*.yaml and, if there is one, series.yaml.
 * @param content the content folder
 * @throws {ContentError} with every problem of these files
 */
export function readVocabulary(content: string): Vocabulary {
  const { vocabulary, problems } = findVocabulary(content);
  const { publication } = vocabulary;
  if (problems.length > 0 || !publication) throw new ContentError(problems);
  return { ...vocabulary, publication };
}

/**
 * Reads what `readVocabulary` reads, but continues when something is wrong.
 * @param content the content folder
 */
export function findVocabulary(content: string): {
  vocabulary: FoundVocabulary;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const read = <Schema extends z.ZodType>(schema: Schema, name: string) => {
    const path = join(content, name);
    const file = fromProject(path);
    if (existsSync(path)) {
      const text = readTextFile(path);
      if (typeof text === 'string') return validate(schema, readYaml(text), file, problems);
      problems.push({ file, ...text });
      return undefined;
    }
    problems.push({
      ...top(file),
      summary: 'This file is missing.',
      fix: `Add it: every content folder needs it. The environment variable CONTENT sets the folder, now “${content}”.`,
    });
    return undefined;
  };
  const hasSeries = existsSync(join(content, 'series.yaml'));
  const vocabulary = {
    publication: read(publication, 'publication.yaml'),
    sections: new Map(Object.entries(read(sections, 'sections.yaml') ?? {})),
    tags: new Map(Object.entries(read(tags, 'tags.yaml') ?? {})),
    authors: new Map<string, Author>(),
    series: new Map(Object.entries((hasSeries && read(tags, 'series.yaml')) || {})),
  };
  const folder = join(content, 'authors');
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.yaml') || isHidden(name)) continue;
    const key = basename(name, '.yaml');
    const found = read(author, join('authors', name));
    if (found) vocabulary.authors.set(key, found);
    if (!fitsAddress(key))
      problems.push({
        ...top(fromProject(join(folder, name))),
        summary: `“${key}” is not valid in an address.`,
        fix: `Rename the file. ${addressAdvice}`,
      });
  }
  return { vocabulary, problems };
}

/**
 * Completes a vocabulary that could not be fully read: every key that stories use gets an entry.
 * @param stories stories that were read without a vocabulary, so that any key was valid
 */
export function completed(
  { publication, ...found }: FoundVocabulary,
  stories: { frontmatter: Pick<StoryFrontmatter, 'section' | 'tags' | 'authors' | 'series'> }[],
): Vocabulary {
  const vocabulary = { ...found, publication: publication ?? unknownPublication };
  const add = (terms: Map<string, Term>, keys: string[]) => {
    for (const key of keys) if (!terms.has(key)) terms.set(key, { name: key });
  };
  for (const { frontmatter } of stories) {
    add(vocabulary.sections, [frontmatter.section]);
    add(vocabulary.tags, frontmatter.tags);
    add(vocabulary.series, frontmatter.series === undefined ? [] : [frontmatter.series]);
    for (const key of frontmatter.authors)
      if (!vocabulary.authors.has(key)) vocabulary.authors.set(key, { name: key, description: '' });
  }
  return vocabulary;
}

/** The publication when publication.yaml cannot be read. */
const unknownPublication: Publication = {
  name: 'Publication',
  description: 'publication.yaml has problems.',
  url: 'http://localhost/',
  language: 'en',
  timeZone: 'UTC',
  ai: 'search',
};
