import { join } from 'node:path';
import {
  contentFolder,
  separateDrafts,
  readContent,
  readForPreview,
  type Content,
} from '../desk/desk.ts';
import { inOrder, ContentError, type Problem } from '../desk/problem.ts';
import { readLock } from '../desk/lock.ts';
import { emptyMemory, forget } from '../desk/stories.ts';
import { readTextFile } from '../desk/text-file.ts';
import { readYaml } from '../desk/yaml.ts';
import { newsroomClock } from '../edition/clock.ts';
import { makeEdition } from '../edition/edition.ts';
import type { Edition } from '../edition/model.ts';
import { deadEnds } from '../edition/dead-ends.ts';
import { brokenLinks, linksToBreak } from '../edition/links.ts';
import { brokenAddresses } from '../edition/published-addresses.ts';
import { endingRights, rightsToEnd } from '../edition/rights.ts';
import { isLeftover } from '../files/litter.ts';
import { filesIn } from '../files/walk.ts';
import { ownHostFiles } from '../hosting/own-files.ts';
import { isPreview } from './preview.ts';
import { buildContext, type News, type ShownEdition } from './build-context.ts';
import { fromProject, inProject } from '../files/project.ts';

/** For previews: ten thousand stories cannot be read at each save. */
const known = emptyMemory();

/**
 * Reads the content folder and returns the current edition. Checks that every link and every address ever
 * published still works, and that every picture may still be shown. In a preview, problems are part of
 * the edition and nothing is rejected.
 * @param memory content that a preview need not read again
 * @throws {ContentError} with every problem
 */
export async function readNews(memory = known): Promise<News> {
  const now = newsroomClock();
  if (isPreview()) {
    const { problems: ofDesk, ...content } = await readForPreview(contentFolder(), memory);
    const edition = makeEdition(content, now, true);
    const found = look(content, edition, now);
    const inDrafts = found.warnings.filter(({ isInDraft }) => isInDraft);
    const problems = inOrder([...ofDesk, ...found.problems, ...inDrafts]);
    return { edition: { ...edition, problems }, warnings: found.warnings };
  }
  const content = await readContent(contentFolder());
  const edition = makeEdition(content, now);
  const { problems, warnings } = look(content, edition, now);
  if (problems.length > 0) throw new ContentError(problems, warnings);
  return { edition, warnings };
}

/** Finds problems that show only in the content as a whole. */
function look(content: Content, edition: Edition, now: number) {
  const { stories, drafts } = content;
  const files = filesIn(inProject('public'), { isLeftOut: isLeftover });
  const rights = endingRights(edition, now);
  const found = separateDrafts(
    [
      ...(isPreview() ? [] : ownHostFiles(edition.publication.host, files, placeOfHost)),
      ...brokenLinks(edition, files),
      ...deadEnds(edition, content, files),
      ...(isPreview() ? [] : linksToBreak(content, edition, now, files)),
      ...rights.problems,
      ...rightsToEnd(stories, edition.language, now),
    ],
    [...content.warnings, ...rights.warnings],
    drafts,
  );
  return { ...found, problems: [...publishedAddresses(content), ...found.problems] };
}

/** Where the host is set, for messages: `content/publication.yaml:11`. */
function placeOfHost(): string {
  const path = join(contentFolder(), 'publication.yaml');
  const { line } = readYaml(String(readTextFile(path))).placeOf(['host']);
  return `${fromProject(path)}:${line}`;
}

function publishedAddresses({ stories, redirects }: Content): Problem[] {
  try {
    return brokenAddresses(stories, readLock(contentFolder()), redirects);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems;
  }
}

/** The edition of this process, read on the first call. */
export async function theEdition(): Promise<ShownEdition> {
  return (await theNews()).edition;
}

/** The news of this process, read on the first call. */
export function theNews(): Promise<News> {
  return (buildContext.news ??= readNews());
}

/**
 * Reads the news again after a change of the content. If that fails, the last edition stays.
 * @throws {Error} if a file cannot be read
 */
export async function readAgain(): Promise<ShownEdition> {
  for (const { file, isNew } of changes.splice(0)) forget(known, file, isNew);
  const news = await readNews();
  buildContext.news = Promise.resolve(news);
  return news.edition;
}

/**
 * Records that a content file was written, added or deleted, so that it is read again.
 * @param isNew whether the number of files changed
 */
export const fileChanged = (file: string, isNew: boolean) => void changes.push({ file, isNew });

/** Applied only before the next reading, because a reading in progress would remember the old file. */
const changes: { file: string; isNew: boolean }[] = [];
