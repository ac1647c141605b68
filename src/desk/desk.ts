import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** A page that is no story, such as about. */
export type PageCopy = Copy<Page>;

/** Everything in the content folder; drafts and embargoed stories too. */
export interface Content {
  vocabulary: Vocabulary;
  /** Drafts last. Those with problems are provisional. */
  stories: StoryCopy[];
  pages: PageCopy[];
  /** The files of drafts: nothing is refused for what is wrong in them. */
  drafts: ReadonlySet<string>;
  /** What stories, pages, sections, tags, series and authors say of where they were before. */
  formerly: OldAddress[];
  /** Of redirects.yaml: single addresses, then patterns, the most specific first. */
  redirects: Redirect[];
  /** What an editor should look at; nothing is refused for it. Problems in drafts are the last of it. */
  warnings: Problem[];
}

/** The content folder: `CONTENT`, or `content`. */
export function contentFolder(): string {
  return process.env.CONTENT ?? 'content';
}

/**
 * Reads and checks a content folder.
 * @throws {ContentError} with every problem of every file but those in drafts
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
 * Reads a content folder for an editor who is at work on it: whatever is wrong in it, there is something to
 * show.
 * @param memory of stories that need not be read again; those that are read now are added
 * @returns the content, with every problem of every file but those in drafts
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

/** @param vocabulary undefined where it is faulty; then every key will do */
async function readTexts(content: string, vocabulary: Vocabulary | undefined, memory: Memory) {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const claim = claims(problems);
  for (const key of vocabulary?.sections.keys() ?? [])
    claim('address', `/${key}/`, relative('', join(content, 'sections.yaml')));
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
  if (conflict) problems.push({ file: relative('', log), ...conflict });
  const ofTerms = vocabulary ? ofVocabulary(content, vocabulary) : [];
  const redirects = readRedirects(content, vocabulary?.publication.url, problems);
  for (const { address, file, place } of [...ofTerms, ...pages.flatMap(ofText)])
    claim('address', address, file, place, takeOut);
  for (const { from, file, fromPlace } of redirects)
    claim('address', from, file, fromPlace, takeOut);
  const formerly = [...stories.flatMap(ofText), ...pages.flatMap(ofText), ...ofTerms];
  const told = parted(problems, warnings, drafts);
  return { stories, pages, drafts, formerly, redirects, ...told };
}

/** Parts what stops a build from what does not: problems in drafts become the last of the warnings. */
export function parted(problems: Problem[], warnings: Problem[], drafts: ReadonlySet<string>) {
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
 * Reads who publishes, and nothing else if that is in order.
 * @throws {ContentError} with every problem of every file
 */
export async function readPublication(content: string): Promise<Publication> {
  try {
    return readVocabulary(content).publication;
  } catch {
    return (await readContent(content)).vocabulary.publication;
  }
}

/** Where the front page is; something else where that is faulty, as is told by who reads the content. */
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
        summary: `The address /${copy.id}/ is taken, or not fit for an address.`,
        fix: `Rename the file. ${topAddressAdvice}`,
      });
    const isFree = claim('address', `/${copy.id}/`, copy.file);
    copy.frontmatter.policies?.forEach((policy, index) =>
      claim(
        'policy',
        policy,
        copy.file,
        () => yaml.placeOf(['policies', index]),
        () => 'Take it out of one of the two.',
      ),
    );
    // Under another address there is nothing to show.
    if (isFit && isFree) pages.push(copy);
  }
  return pages;
}

const blankPage = { title: '(no title yet)', description: '(no description yet)' };
