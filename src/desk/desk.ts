import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { claims, top, type Claim } from './claims.ts';
import { findConflict } from './conflict.ts';
import { listMarkdown } from './content-files.ts';
import { readCopy, type Copy } from './copy.ts';
import { inOrder, Refusal, type Fault } from './fault.ts';
import { ofText, ofVocabulary, takeOut, type OldAddress } from './old-addresses.ts';
import { provisional } from './provisional.ts';
import { readRedirects, type Redirect } from './redirects.ts';
import { fitsTopAddress, topAddressAdvice } from './schema/address.ts';
import { page, type Page } from './schema/page.ts';
import type { Publication } from './schema/publication.ts';
import { faultsOfVersions } from './versions.ts';
import { disorderedParts } from './series.ts';
import { emptyMemory, languageOf, readStories, type Memory, type StoryCopy } from './stories.ts';
import { completed, findVocabulary, readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A page that is no story, such as about. */
export type PageCopy = Copy<Page>;

/** Everything in the content folder; drafts and embargoed stories too. */
export interface Content {
  vocabulary: Vocabulary;
  /** Drafts last. Those with faults are provisional. */
  stories: StoryCopy[];
  pages: PageCopy[];
  /** The files of drafts: nothing is refused for what is wrong in them. */
  drafts: ReadonlySet<string>;
  /** What stories, pages, sections, tags, series and authors say of where they were before. */
  formerly: OldAddress[];
  /** Of redirects.yaml: single addresses, then patterns, the most specific first. */
  redirects: Redirect[];
  /** What an editor should look at; nothing is refused for it. Faults in drafts are the last of it. */
  warnings: Fault[];
}

/** The content folder: `CONTENT`, or `content`. */
export function contentFolder(): string {
  return process.env.CONTENT ?? 'content';
}

/**
 * Reads and checks a content folder.
 * @throws {Refusal} with every fault of every file but those in drafts
 */
export async function readContent(content: string): Promise<Content> {
  const { vocabulary, faults } = findVocabulary(content);
  const { publication } = vocabulary;
  const isRight = faults.length === 0 && publication !== undefined;
  const checked = isRight ? { ...vocabulary, publication } : undefined;
  const read = await readTexts(content, checked, emptyMemory());
  faults.push(...read.faults);
  if (faults.length > 0 || !checked) throw new Refusal(faults, read.warnings);
  return { ...read, vocabulary: checked };
}

/**
 * Reads a content folder for an editor who is at work on it: whatever is wrong in it, there is something to
 * show.
 * @param memory of stories that need not be read again; those that are read now are added
 * @returns the content, with every fault of every file but those in drafts
 */
export async function readForPreview(
  content: string,
  memory: Memory,
): Promise<Content & { faults: Fault[] }> {
  const { vocabulary, faults } = findVocabulary(content);
  const { publication } = vocabulary;
  if (faults.length === 0 && publication) memory.vocabulary = { ...vocabulary, publication };
  const read = await readTexts(content, memory.vocabulary, memory);
  const known = memory.vocabulary ?? completed(vocabulary, read.stories);
  return { ...read, vocabulary: known, faults: [...faults, ...read.faults] };
}

/** @param vocabulary undefined where it is faulty; then every key will do */
async function readTexts(content: string, vocabulary: Vocabulary | undefined, memory: Memory) {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const claim = claims(faults);
  for (const key of vocabulary?.sections.keys() ?? [])
    claim('address', `/${key}/`, relative('', join(content, 'sections.yaml')));
  const { stories, drafts } = await readStories(
    join(content, 'articles'),
    vocabulary,
    claim,
    faults,
    warnings,
    memory,
  );
  const language = languageOf(vocabulary);
  faults.push(...faultsOfVersions(stories, drafts, language));
  faults.push(...disorderedParts(stories, drafts, language));
  const pages = await readPages(join(content, 'pages'), language, claim, faults);
  const log = join(content, 'imports.lock');
  const conflict = existsSync(log) && findConflict(readFileSync(log, 'utf8'));
  if (conflict) faults.push({ file: relative('', log), ...conflict });
  const ofTerms = vocabulary ? ofVocabulary(content, vocabulary) : [];
  const redirects = readRedirects(content, vocabulary?.publication.url, faults);
  for (const { address, file, place } of [...ofTerms, ...pages.flatMap(ofText)])
    claim('address', address, file, place, takeOut);
  for (const { from, file, fromPlace } of redirects)
    claim('address', from, file, fromPlace, takeOut);
  const formerly = [...stories.flatMap(ofText), ...pages.flatMap(ofText), ...ofTerms];
  const told = parted(faults, warnings, drafts);
  return { stories, pages, drafts, formerly, redirects, ...told };
}

/** Parts what stops a build from what does not: faults in drafts become the last of the warnings. */
export function parted(faults: Fault[], warnings: Fault[], drafts: ReadonlySet<string>) {
  const inDrafts = faults.filter(({ file }) => drafts.has(file));
  return {
    faults: faults.filter(({ file }) => !drafts.has(file)),
    warnings: [
      ...warnings.filter(({ isInDraft }) => !isInDraft),
      ...inOrder([
        ...warnings.filter(({ isInDraft }) => isInDraft),
        ...inDrafts.map((fault) => ({ ...fault, isInDraft: true })),
      ]),
    ],
  };
}

/**
 * Reads who publishes, and nothing else if that is in order.
 * @throws {Refusal} with every fault of every file
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
  faults: Fault[],
): Promise<PageCopy[]> {
  const pages: PageCopy[] = [];
  const { names, faults: unlisted } = listMarkdown(folder);
  faults.push(...unlisted);
  for (const name of names) {
    const kind = { schema: page, root: folder, language };
    const read = await readCopy(kind, name, (fields) => provisional(page, fields, blankPage));
    const { copy, yaml } = read;
    faults.push(...read.faults);
    const isFit = fitsTopAddress(copy.id);
    if (!isFit)
      faults.push({
        ...top(copy.file),
        problem: `The address /${copy.id}/ is taken, or not fit for an address.`,
        mend: `Rename the file. ${topAddressAdvice}`,
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
