import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims, top, type Claim } from './claims.ts';
import { findConflict } from './conflict.ts';
import { listMarkdown } from './content-files.ts';
import { readCopy, type Copy } from './copy.ts';
import { inOrder, ContentError, type Problem } from './problem.ts';
import { ofText, ofVocabulary, takeOut, type OldAddress } from './old-addresses.ts';
import { provisional } from './provisional.ts';
import { readRedirects, type Redirect } from './redirects.ts';
import { fitsTopAddress, topAddressAdvice } from './schema/address.ts';
import { page, type Page } from './schema/page.ts';
import type { Publication } from './schema/publication.ts';
import { problemsOfVersions } from './versions.ts';
import { disorderedParts } from './series.ts';
import { emptyMemory, languageOf, readStories, type Memory } from './stories.ts';
import type { StoryCopy } from './story-copy.ts';
import { completed, findVocabulary, readVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { fromProject, inProject } from '../files/project.ts';

/** A page that is not a story, such as about. */
export type PageCopy = Copy<Page>;

/** Everything in the content folder, including drafts and embargoed stories. */
export interface Content {
  vocabulary: Vocabulary;
  /** Drafts last. Those with problems are provisional. */
  stories: StoryCopy[];
  pages: PageCopy[];
  /** The files of drafts; problems in them do not stop a build. */
  drafts: ReadonlySet<string>;
  /** The old addresses of stories, pages, sections, tags, series and authors. */
  formerly: OldAddress[];
  /** From redirects.yaml: single addresses, then patterns, the most specific first. */
  redirects: Redirect[];
  /** What an editor should look at; it does not stop a build. Problems in drafts come last. */
  warnings: Problem[];
}

/** The content folder, an absolute path: `CONTENT`, or `content`. */
export function contentFolder(): string {
  return inProject(process.env.CONTENT ?? 'content');
}

/**
 * Reads and checks a content folder.
 * @throws {ContentError} with every problem of every file, except those in drafts
 */
export async function readContent(content: string): Promise<Content> {
  const { vocabulary, problems } = findVocabulary(content);
  const { publication } = vocabulary;
  const isRight = problems.length === 0 && publication !== undefined;
  const checked = isRight ? { ...vocabulary, publication } : undefined;
  const read = await readTexts(content, checked, emptyMemory());
  problems.push(...read.problems);
  if (problems.length > 0 || !checked) throw new ContentError(problems, read.warnings);
  return { ...read, vocabulary: checked };
}

/**
 * Reads a content folder for an editor who is working on it. Whatever is wrong, there is something to show.
 * @param memory stories that need not be read again; those that are read now are added
 * @returns the content, with every problem of every file, except those in drafts
 */
export async function readForPreview(
  content: string,
  memory: Memory,
): Promise<Content & { problems: Problem[] }> {
  const { vocabulary, problems } = findVocabulary(content);
  const { publication } = vocabulary;
  if (problems.length === 0 && publication) memory.vocabulary = { ...vocabulary, publication };
  const read = await readTexts(content, memory.vocabulary, memory);
  const known = memory.vocabulary ?? completed(vocabulary, read.stories);
  return { ...read, vocabulary: known, problems: [...problems, ...read.problems] };
}

/** @param vocabulary undefined when it has problems; then any key is valid */
async function readTexts(content: string, vocabulary: Vocabulary | undefined, memory: Memory) {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const claim = claims(problems);
  for (const key of vocabulary?.sections.keys() ?? [])
    claim('address', `/${key}/`, fromProject(join(content, 'sections.yaml')));
  const { stories, drafts } = await readStories(
    join(content, 'articles'),
    vocabulary,
    claim,
    problems,
    warnings,
    memory,
  );
  const language = languageOf(vocabulary);
  problems.push(...problemsOfVersions(stories, drafts, language));
  problems.push(...disorderedParts(stories, drafts, language));
  const pages = await readPages(join(content, 'pages'), language, claim, problems);
  const log = join(content, 'imports.lock');
  const conflict = existsSync(log) && findConflict(readFileSync(log, 'utf8'));
  if (conflict) problems.push({ file: fromProject(log), ...conflict });
  const ofTerms = vocabulary ? ofVocabulary(content, vocabulary) : [];
  const redirects = readRedirects(content, vocabulary?.publication.url, problems);
  for (const { address, file, place } of [...ofTerms, ...pages.flatMap(ofText)])
    claim('address', address, file, place, takeOut);
  for (const { from, file, fromPlace } of redirects)
    claim('address', from, file, fromPlace, takeOut);
  const formerly = [...stories.flatMap(ofText), ...pages.flatMap(ofText), ...ofTerms];
  const reports = separateDrafts(problems, warnings, drafts);
  return { stories, pages, drafts, formerly, redirects, ...reports };
}

/** Separates what stops a build from what does not: problems in drafts become the last warnings. */
export function separateDrafts(
  problems: Problem[],
  warnings: Problem[],
  drafts: ReadonlySet<string>,
) {
  const inDrafts = problems.filter(({ file }) => drafts.has(file));
  return {
    problems: problems.filter(({ file }) => !drafts.has(file)),
    warnings: [
      ...warnings.filter(({ isInDraft }) => !isInDraft),
      ...inOrder([
        ...warnings.filter(({ isInDraft }) => isInDraft),
        ...inDrafts.map((problem) => ({ ...problem, isInDraft: true })),
      ]),
    ],
  };
}

/**
 * Reads publication.yaml, and the rest of the content only if there are problems.
 * @throws {ContentError} with every problem of every file
 */
export async function readPublication(content: string): Promise<Publication> {
  try {
    return readVocabulary(content).publication;
  } catch {
    return (await readContent(content)).vocabulary.publication;
  }
}

/** The address of the front page, or a placeholder if it has a problem; reading the content reports that. */
export const siteAddress = (content: string): string =>
  completed(findVocabulary(content).vocabulary, []).publication.url;

async function readPages(
  folder: string,
  language: string,
  claim: Claim,
  problems: Problem[],
): Promise<PageCopy[]> {
  const pages: PageCopy[] = [];
  const { names, problems: unlisted } = listMarkdown(folder);
  problems.push(...unlisted);
  for (const name of names) {
    const kind = { schema: page, root: folder, language };
    const read = await readCopy(kind, name, (fields) => provisional(page, fields, blankPage));
    const { copy, yaml } = read;
    problems.push(...read.problems);
    const isFit = fitsTopAddress(copy.id);
    if (!isFit)
      problems.push({
        ...top(copy.file),
        summary: `The address /${copy.id}/ is reserved, or not valid in an address.`,
        fix: `Rename the file. ${topAddressAdvice}`,
      });
    const isFree = claim('address', `/${copy.id}/`, copy.file);
    copy.frontmatter.policies?.forEach((policy, index) =>
      claim(
        'policy',
        policy,
        copy.file,
        () => yaml.placeOf(['policies', index]),
        () => 'Remove it from one of the two.',
      ),
    );
    // Without an address of its own, a page cannot be shown.
    if (isFit && isFree) pages.push(copy);
  }
  return pages;
}

const blankPage = { title: '(no title yet)', description: '(no description yet)' };
