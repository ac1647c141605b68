import { contentFolder, readContent } from './desk/desk.ts';
import { forget, type Memory } from './desk/stories.ts';
import { Refusal, type Fault } from './desk/fault.ts';
import { readLock } from './desk/lock.ts';
import { newsroomClock } from './edition/clock.ts';
import { makeEdition, type Edition } from './edition/edition.ts';
import { brokenLinks } from './edition/links.ts';
import { filesIn } from './files/walk.ts';
import { brokenPromises } from './edition/promises.ts';
import { endingRights } from './edition/rights.ts';
import { isPreview } from './preview.ts';
import { shelf } from './shelf.ts';

/** While an editor writes: ten thousand stories cannot be read at each save. */
const memory: Memory = { stories: new Map() };

/**
 * The whole way from the content folder to what is published now: desk, clock, edition, and whether
 * every link and every address that was ever given out still leads somewhere, and every picture may
 * still be shown.
 * @returns the edition, and what an editor should look at though nothing is refused for it
 * @throws {Refusal} with every fault
 */
export async function readNews(): Promise<{ edition: Edition; warnings: Fault[] }> {
  const content = await readContent(contentFolder(), isPreview() ? memory : undefined);
  const now = newsroomClock();
  const edition = makeEdition(content, now, isPreview());
  const rights = endingRights(edition, now);
  const warnings = [...content.warnings, ...rights.warnings];
  const faults = [
    ...brokenPromises(content.stories, readLock(contentFolder())),
    ...brokenLinks(edition, filesIn('public')),
    ...rights.faults,
  ];
  if (faults.length > 0) throw new Refusal(faults, warnings);
  return { edition, warnings };
}

/** The edition of this process, read at the first call. */
export function theEdition(): Promise<Edition> {
  return (shelf.edition ??= readNews().then(({ edition }) => edition));
}

/**
 * Reads the news again after a change of the content; when it is refused, the last good edition
 * stays.
 * @throws {Refusal} with every fault
 */
export async function readAgain(): Promise<Edition> {
  for (const { file, isNew } of changes.splice(0)) forget(memory, file, isNew);
  const { edition } = await readNews();
  shelf.edition = Promise.resolve(edition);
  return edition;
}

/**
 * Says that a file of the content was written, added or removed, so that it is read again.
 * @param isNew whether there are more files or fewer than before
 */
export const fileChanged = (file: string, isNew: boolean) => void changes.push({ file, isNew });

/** Not forgotten before the next reading: one that is under way would remember the file as it was. */
const changes: { file: string; isNew: boolean }[] = [];
