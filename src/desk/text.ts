import { readFileSync } from 'node:fs';
import type { z } from 'astro/zod';
import type { Body } from './blocks.ts';
import { setBody } from './body.ts';
import type { ProblemText, Problem, Place } from './problem.ts';
import { readParsedText, parsedTextKey, keepParsedText } from './parsed-texts.ts';
import { looseFields } from './loose.ts';
import type { Fields } from './provisional.ts';
import { readTextFile } from './text-file.ts';
import { validate } from './validate.ts';
import { placesIn, readYaml, type Places, type YamlSource } from './yaml.ts';
import { fromProject, inProject } from '../files/project.ts';

/** The fields of a frontmatter that affect how its text is set. */
export interface Headed {
  dateline?: string | undefined;
  language?: string | undefined;
  /** A UUID; only stories have one. */
  id?: string | undefined;
}

/** A text that has been parsed and set. */
interface SetText<Frontmatter> extends Fields {
  /** The key of the body in the parsed-text cache; empty if the file cannot be read. */
  key: string;
  yaml: Places;
  /** Undefined if it has problems. */
  frontmatter: Frontmatter | undefined;
  body: Body;
  /** Whether the body has no problems. */
  isWhole: boolean;
  /** A BCP 47 tag. */
  language: string;
}

/**
 * Reads and sets the text of a Markdown file, or takes it from the parsed-text cache.
 * @param languageOfAll the default language, a BCP 47 tag
 * @param problems receives every problem
 * @param fixes advice for a field, in place of the schema’s
 */
export function readText<Frontmatter extends Headed>(
  schema: z.ZodType<Frontmatter>,
  path: string,
  languageOfAll: string,
  problems: Problem[],
  fixes?: Record<string, string>,
): SetText<Frontmatter> {
  const file = fromProject(path);
  const unread = (problem: Place & ProblemText): SetText<Frontmatter> => {
    problems.push({ file, ...problem });
    return {
      key: '',
      yaml: readYaml(''),
      data: looseFields(readFileSync(path, 'utf8')),
      isPartial: true,
      frontmatter: undefined,
      body: { blocks: [], links: [], words: 0 },
      isWhole: false,
      language: languageOfAll,
    };
  };
  const text = readTextFile(path);
  if (typeof text !== 'string') return unread(text);
  const written = frontmatterOf(text);
  if (!written) return unread(text.startsWith('---\n') ? unended : headless);
  const key = parsedTextKey(languageOfAll, text);
  const kept = readParsedText(key);
  const { fields } = written;
  const yaml: YamlSource = kept
    ? { data: kept.data, problems: [], commented: [], ...placesIn(() => fields, 1) }
    : readYaml(fields, 1);
  const frontmatter = validate(schema, yaml, file, problems, fixes);
  const language = frontmatter?.language ?? languageOfAll;
  const isPartial = yaml.problems.length > 0;
  const read = { key, yaml, frontmatter, language, isPartial, data: yaml.data };
  if (isPartial) read.data = looseFields(text);
  if (kept) return { ...read, body: kept.body, isWhole: true };
  // The frontmatter's lines stay, but empty, so that line numbers in the text are those of the file.
  const blank = '\n'.repeat(written.whole.split('\n').length - 1);
  const set = setBody(
    blank + text.slice(written.whole.length),
    frontmatter?.dateline === undefined
      ? undefined
      : { text: frontmatter.dateline, place: yaml.placeOf(['dateline']) },
    language,
    // These digits are random in every common version of UUID.
    frontmatter?.id?.slice(-12),
  );
  problems.push(...set.problems.map((problem) => ({ file, ...problem })));
  const isWhole = set.problems.length === 0;
  if (frontmatter && isWhole) keepParsedText(key, { data: yaml.data, body: set.body });
  return { ...read, body: set.body, isWhole };
}

const everyFile = 'Every .md file here is read, except README.md and hidden files.';
const headless = {
  line: 1,
  column: 1,
  summary: 'This file does not begin with frontmatter.',
  fix: `Put the fields at the top, between two lines of ---. ${everyFile}`,
};
const unended = {
  line: 1,
  column: 1,
  summary: 'The frontmatter is not closed.',
  fix: 'Put a line of --- between the fields and the text.',
};

/** A text’s frontmatter: whole, with its lines of ---, and its fields as YAML; undefined if there is none. */
function frontmatterOf(text: string): { whole: string; fields: string } | undefined {
  const found = /^---[ \t]*\n(.*?)^---[ \t]*(?:\n|$)/ms.exec(text);
  return found?.index === 0 ? { whole: found[0], fields: found[1] ?? '' } : undefined;
}

/** The places in the frontmatter of a file that was read before without problems. */
export const placesOf = (file: string): Places =>
  placesIn(() => {
    const text = readTextFile(inProject(file));
    return (typeof text === 'string' && frontmatterOf(text)?.fields) || '';
  }, 1);
