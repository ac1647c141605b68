import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { contentFolder } from '../desk/desk.ts';
import type { Problem } from '../desk/problem.ts';
import { addToLock, newIn, readLock } from '../desk/lock.ts';
import type { Edition } from '../edition/model.ts';
import { move, moveAll } from '../files/link.ts';
import { isLeftover } from '../files/litter.ts';
import { filesIn } from '../files/walk.ts';
import { fileChanged, readAgain, theEdition, theNews } from '../site/news.ts';
import { writeCards } from '../outputs/cards/store.ts';
import { writeMaps } from '../maps/files.ts';
import { writeRedirects } from '../hosting/redirect-pages.ts';
import { cardsOf } from '../outputs/preview.ts';
import { noHostFacts } from '../build/build-manifest.ts';
import { outputCache } from '../build/output-cache.ts';
import { startFileWorker } from '../build/file-worker.ts';
import { planBuild, type BuildPlan } from '../build/incremental.ts';
import { copyRecordings } from '../site/recordings.ts';
import { indexStories } from '../search/search.ts';
import { buildContext } from '../site/build-context.ts';
import { markAsBuilt } from './build-marker.ts';
import { lock } from './lock.ts';
import type { OutputFolder } from './output-folder.ts';
import { makeReady } from './ready.ts';
import { watchDesk } from './progress.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Server and preview are to stay where the person who started them can stop them.
process.env.ASTRO_DEV_BACKGROUND = '0';
process.env.ASTRO_PREVIEW_BACKGROUND = '0';
// What is in the environment by chance must not change a site: Vite and Astro would take these for theirs.
for (const name of ['DEV', 'PROD', 'SSR', 'MODE', 'SITE', 'BASE_URL', 'NODE_ENV', 'VITEST'])
  delete process.env[name];
/** Astro, with nothing sent home; imported only now because it reads the environment at import. */
export const astro = await import('astro');
buildContext.newsroom = { contentFolder, theEdition, readAgain, fileChanged };

/** A finished build. */
export interface Built {
  edition: Edition;
  /** What an editor should look at. */
  warnings: Problem[];
  /** How many addresses were not in addresses.lock before. */
  unrecorded: number;
  plan: Pick<BuildPlan, 'unchanged' | 'stale' | 'reason'>;
  /** What is left to be done by hand for the host, in sentences. */
  left: string[];
}

/** Where Astro builds. It must lie in the project: Astro moves files there from folders of its own. */
const made = resolve('.astro/made');

/**
 * Builds the site beside the folder where it belongs and puts it there only when all went well, so
 * that the last good build stays until the next good one.
 * @param output where it belongs
 * @param record whether to write the addresses of new stories into addresses.lock
 * @throws {ContentError} when the desk refuses the content
 * @throws {FixableError} when another build is at work
 */
export async function buildSite(output: OutputFolder, { record = false } = {}): Promise<Built> {
  // Known before all the work: without it the build would fail at its end.
  if (record) accessSync(contentFolder(), constants.W_OK);
  // Of three things there is one for each build: Astro’s own folder in the project, the cache and the output.
  const release = lock([
    resolve('.astro/building'),
    join(process.env.CACHE ?? '.cache', 'building'),
    output.lock,
  ]);
  try {
    return await buildInto(output, record);
  } finally {
    release();
  }
}

async function buildInto({ folder, next, last }: OutputFolder, record: boolean): Promise<Built> {
  delete process.env.NEWSROOM_PREVIEW;
  const progress = watchDesk();
  const fileWorker = startFileWorker();
  const corrupt = fileWorker.corrupt();
  // A build before was killed just when it put its site in place.
  if (existsSync(last) && !existsSync(folder)) renameSync(last, folder);
  const cleared = Promise.all([made, next, last, ...astroCaches()].map(fileWorker.remove));
  void fileWorker.remove(lastSite());
  const { edition, warnings } = await theNews();
  const plan = planBuild(edition, await corrupt);
  // Astro writes where a build that was killed may have left what is still being taken away.
  await cleared;
  buildContext.folder = made;
  ({ unchanged: buildContext.unchanged, toRender: buildContext.toRender } = plan);
  const linked = fileWorker.link(plan.reused, outputCache(), next);
  const stale = plan.stale.filter((path) => path.endsWith('/')).length;
  const watch = setInterval(() => {
    // Some pages are made at every build.
    if (buildContext.pages > 0)
      progress.tell('Writing pages', buildContext.pages, Math.max(stale, buildContext.pages + 1));
  }, 500);
  let areWritten = false;
  const pages = astro.build({ outDir: made, logLevel: 'warn' }).finally(() => {
    clearInterval(watch);
    progress.clear();
    areWritten = true;
  });
  // Pagefind works meanwhile, in a process of its own.
  const tell = (done: number) => {
    if (areWritten) progress.tell('Indexing stories', done);
  };
  const index = indexStories(edition, tell, fileWorker.linkAll);
  const search = index.then((writeIndex) => writeIndex(join(next, 'search')));
  const beside = Promise.all([search, linked]).then(() => fileWorker.filesIn(next));
  const [there] = await Promise.all([beside, pages]);
  progress.clear();
  const { publication } = edition;
  const stories = [...plan.toRender].map(edition.story);
  const isThere = (name: string) => plan.reused.has(name);
  await writeCards(cardsOf(edition, stories), made, isThere);
  copyRecordings(made, isThere);
  await writeMaps(stories, made, isThere);
  // Astro copies all of public/, with what file managers leave in a folder.
  for (const name of filesIn(made).filter((name) => isLeftover(basename(name))))
    rmSync(join(made, name));
  writeRedirects(edition, made);
  const files = [...new Set([...there, ...filesIn(made)])].sort();
  moveAll(made, next);
  const { hostFacts, left } = publication.host
    ? await makeReady(publication.host, next, progress, { known: plan.known, files })
    : { hostFacts: noHostFacts, left: [] };
  plan.keep(next, hostFacts);
  markAsBuilt(next);
  // Before anybody can read the story, so that no address is given out that is not kept.
  const lockFile = readLock(contentFolder());
  const published = edition.stories.map(({ path, frontmatter }) => ({ path, id: frontmatter.id }));
  const unrecorded = record ? addToLock(lockFile, published) : newIn(lockFile, published);
  if (existsSync(folder)) move(folder, last);
  move(next, folder);
  putAway(last);
  return { edition, warnings, unrecorded, plan, left };
}

/**
 * Where the site before is left until the next build takes it away, beside other work: that takes as long
 * as to read ten thousand stories.
 */
const lastSite = () => join(process.env.CACHE ?? '.cache', 'last-site');

/**
 * Where Astro keeps pictures and fonts from one build to the next. It publishes what lies there as it is,
 * also half of a file; so each build starts with none, and pictures are kept by src/site/images/make-picture.ts.
 */
const astroCaches = () =>
  ['assets', 'fonts'].map((name) => join(process.env.CACHE ?? '.cache', 'astro', name));

function putAway(site: string): void {
  try {
    renameSync(site, lastSite());
  } catch {
    // There is none, or it is on another disk.
    rmSync(site, { recursive: true, force: true });
  }
}
