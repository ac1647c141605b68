import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { markAsBuilt } from '../build/build-marker.ts';
import { makeReady, readForAnyHost } from '../build/ready.ts';
import { contentFolder } from '../desk/desk.ts';
import { addToLock, newIn, readLock } from '../desk/lock.ts';
import { asDraftNotes } from '../desk/report.ts';
import { visible } from '../desk/visible.ts';
import type { Edition } from '../edition/model.ts';
import { move, moveAll } from '../files/link.ts';
import { isLeftover } from '../files/litter.ts';
import { filesIn } from '../files/walk.ts';
import { handOver, writeRedirects } from '../hosting/redirect-pages.ts';
import { writeMaps } from '../maps/files.ts';
import { writeCards } from '../outputs/cards/store.ts';
import { cardsOf } from '../outputs/preview.ts';
import { buildContext } from '../site/build-context.ts';
import { copyRecordings } from '../site/recordings.ts';
import { lastSite, type Planned, type SiteBuild } from './build.ts';

/**
 * Completes what Astro has built, makes it ready for its host, puts it in its place and says so.
 * @throws {FixableError} when the host would not read all that it needs
 * @throws {ContentError} when a page has what the Content Security Policy blocks
 */
export async function finishBuild(build: SiteBuild): Promise<void> {
  const { made, output, progress } = build;
  build.areWritten = true;
  progress.clear();
  const planned = await build.planned;
  const { edition, plan, beside } = planned;
  const there = await beside;
  progress.clear();
  const { publication } = edition;
  const stories = [...plan.toRender].map(edition.story);
  const isThere = (name: string) => plan.reused.has(name);
  await writeCards(cardsOf(edition, stories), made, isThere);
  await copyRecordings([...stories, ...edition.pages], made, isThere);
  await writeMaps(stories, made, isThere);
  // Astro copies all of public/, with what file managers leave in a folder.
  for (const name of filesIn(made).filter((name) => isLeftover(basename(name))))
    rmSync(join(made, name));
  writeRedirects(edition, made);
  handOver(edition, build.csp, made);
  const files = [...new Set([...there, ...filesIn(made)])].sort();
  moveAll(made, output.next);
  const read = { known: plan.known, files };
  const { hostFacts, left } = publication.host
    ? await makeReady(publication.host, output.next, progress, read)
    : readForAnyHost(output.next, read);
  plan.keep(output.next, hostFacts);
  markAsBuilt(output.next);
  const unrecorded = record(edition, build.isRecorded);
  swap(build);
  build.release();
  if (buildContext.asked?.isBrief) sayBriefly(planned);
  else say(build, planned, unrecorded, left);
}

/**
 * Writes the addresses of new stories into addresses.lock, if so asked: before anybody can read the story, so
 * that no address is given out that is not kept.
 * @returns how many were not in it
 */
function record({ stories }: Edition, isRecorded: boolean): number {
  const lockFile = readLock(contentFolder());
  const published = stories.map(({ path, frontmatter }) => ({ path, id: frontmatter.id }));
  return isRecorded ? addToLock(lockFile, published) : newIn(lockFile, published);
}

function swap({ output: { folder, next, last } }: SiteBuild): void {
  if (existsSync(folder)) move(folder, last);
  move(next, folder);
  try {
    renameSync(last, lastSite());
  } catch {
    // There is none, or it is on another disk.
    rmSync(last, { recursive: true, force: true });
  }
}

function say(
  { name, isRecorded }: SiteBuild,
  { edition, warnings, plan: { unchanged, stale, reason } }: Planned,
  unrecorded: number,
  left: string[],
): void {
  const notes = asDraftNotes(warnings);
  if (notes) console.error(`${notes}\n`);
  const number = (value: number) => value.toLocaleString('en');
  console.log(
    `Built ${name.replace(/\/*$/, '/')} in ${process.uptime().toFixed(1)} s: rebuilt ${number(stale.length)} pages and feeds${reason ? ` (${reason})` : ''}; ${number(unchanged.size)} unchanged.`,
  );
  if (unrecorded > 0)
    console.log(
      isRecorded
        ? `Added ${number(unrecorded)} ${unrecorded === 1 ? 'address' : 'addresses'} to addresses.lock; commit it with the content.`
        : `${number(unrecorded)} ${unrecorded === 1 ? 'address is' : 'addresses are'} not in addresses.lock: build with --record before readers see this site, so that later changes cannot break them.`,
    );
  for (const sentence of left) console.log(visible(sentence));
  console.log(
    `Next release: ${edition.next ? edition.language.dates.long(edition.next) : 'none scheduled'}`,
  );
}

/** Says in one line what was made, for who only wants to look at the site. */
function sayBriefly({ plan: { unchanged, stale } }: Planned): void {
  const number = (value: number) => value.toLocaleString('en');
  console.log(
    stale.length === 0
      ? 'Nothing has changed since the last build.'
      : `Built ${number(stale.length)} pages and feeds; ${number(unchanged.size)} are unchanged.`,
  );
}
