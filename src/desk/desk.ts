import { join, relative } from 'node:path';
import { claims, top, type Claim } from './claims.ts';
import { readCopy, type Copy } from './copy.ts';
import { Refusal, type Fault } from './fault.ts';
import { fitsTopAddress, topAddressAdvice } from './schema/address.ts';
import { page, type Page } from './schema/page.ts';
import type { Publication } from './schema/publication.ts';
import { faultsOfVersions } from './versions.ts';
import { disorderedParts } from './series.ts';
import { languageOf, markdownIn, readStories, type Memory, type StoryCopy } from './stories.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A page that is no story, such as about. */
export type PageCopy = Copy<Page>;

/** Everything in the content folder, checked; drafts and embargoed stories too. */
export interface Content {
  vocabulary: Vocabulary;
  stories: StoryCopy[];
  pages: PageCopy[];
  /** What an editor should look at; nothing is refused for it. */
  warnings: Fault[];
}

/** The content folder: `CONTENT`, or `content`. */
export function contentFolder(): string {
  return process.env.CONTENT ?? 'content';
}

/**
 * Reads and checks a content folder.
 * @param memory of stories that need not be read again; those that are read now are added
 * @throws {Refusal} with every fault of every file
 */
export async function readContent(
  content: string,
  memory: Memory = { stories: new Map() },
): Promise<Content> {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  let vocabulary: Vocabulary | undefined;
  try {
    vocabulary = readVocabulary(content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(...error.faults);
  }
  const claim = claims(faults);
  for (const key of vocabulary?.sections.keys() ?? [])
    claim('address', `/${key}/`, relative('', join(content, 'sections.yaml')));
  const stories = await readStories(
    join(content, 'articles'),
    vocabulary,
    claim,
    faults,
    warnings,
    memory,
  );
  faults.push(...faultsOfVersions(stories, languageOf(vocabulary)));
  const pages = await readPages(join(content, 'pages'), languageOf(vocabulary), claim, faults);
  faults.push(...disorderedParts(stories, languageOf(vocabulary)));
  if (faults.length > 0 || !vocabulary) throw new Refusal(faults, warnings);
  return { vocabulary, stories, pages, warnings };
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

async function readPages(
  folder: string,
  language: string,
  claim: Claim,
  faults: Fault[],
): Promise<PageCopy[]> {
  const pages: PageCopy[] = [];
  for (const name of markdownIn(folder)) {
    const read = await readCopy(page, folder, name, language, faults);
    if (!read) continue;
    const { copy, sheet } = read;
    if (!fitsTopAddress(copy.id))
      faults.push({
        ...top(copy.file),
        problem: `The address /${copy.id}/ is taken, or not fit for an address.`,
        mend: `Rename the file. ${topAddressAdvice}`,
      });
    claim('address', `/${copy.id}/`, copy.file);
    copy.front.policies?.forEach((policy, index) =>
      claim(
        'policy',
        policy,
        copy.file,
        () => sheet.placeOf(['policies', index]),
        () => 'Take it out of one of the two.',
      ),
    );
    pages.push(copy);
  }
  return pages;
}
