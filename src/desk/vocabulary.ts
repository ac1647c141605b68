import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'astro/zod';
import { Refusal, type Fault } from './fault.ts';
import { publication, type Publication } from './schema/publication.ts';
import { addressAdvice, fitsAddress } from './schema/address.ts';
import { author, sections, tags, type Author, type Term } from './schema/vocabulary.ts';
import { readTextFile } from './text-file.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** Who publishes, and the words by which stories are filed. Keys are in the order of the files. */
export interface Vocabulary {
  publication: Publication;
  sections: Map<string, Term>;
  tags: Map<string, Term>;
  authors: Map<string, Author>;
  /** None where there is no series.yaml. */
  series: Map<string, Term>;
}

/**
 * Reads publication.yaml, sections.yaml, tags.yaml, authors/*.yaml and, if there is one, series.yaml.
 * @param content the content folder
 * @throws {Refusal} with every fault of these files
 */
export function readVocabulary(content: string): Vocabulary {
  const faults: Fault[] = [];
  const read = <Schema extends z.ZodType>(schema: Schema, name: string) => {
    const path = join(content, name);
    const file = relative('', path);
    if (existsSync(path)) {
      const text = readTextFile(path);
      if (typeof text === 'string') return validate(schema, readYaml(text), file, faults);
      faults.push({ file, ...text });
      return undefined;
    }
    faults.push({
      file,
      line: 1,
      column: 1,
      problem: 'This file is missing.',
      mend: `A content folder needs it; CONTENT names the folder, now “${content}”.`,
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
    if (!name.endsWith('.yaml')) continue;
    const key = basename(name, '.yaml');
    const found = read(author, join('authors', name));
    if (found) vocabulary.authors.set(key, found);
    if (!fitsAddress(key))
      faults.push({
        file: relative('', join(folder, name)),
        line: 1,
        column: 1,
        problem: `“${key}” is not fit for an address.`,
        mend: `Rename the file. ${addressAdvice}`,
      });
  }
  if (faults.length > 0 || !vocabulary.publication) throw new Refusal(faults);
  return { ...vocabulary, publication: vocabulary.publication };
}
