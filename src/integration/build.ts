import { accessSync, constants, existsSync, renameSync } from 'node:fs';
import { planBuild, type BuildPlan } from '../build/incremental.ts';
import { startFileWorker, type FileWorker } from '../build/file-worker.ts';
import { lock } from '../build/lock.ts';
import { outputCache } from '../build/output-cache.ts';
import { outputFolder, type OutputFolder } from '../build/output-folder.ts';
import { noProgress, watchDesk, type Progress } from '../build/progress.ts';
import { contentFolder } from '../desk/desk.ts';
import type { Story } from '../edition/model.ts';
import { inCache } from '../files/cache-folder.ts';
import { nameOf, inProject, projectFolder } from '../files/project.ts';
import type { CspAdditions } from '../hosting/csp.ts';
import { indexStories } from '../search/search.ts';
import { buildContext, type News } from '../site/build-context.ts';
import { theNews } from '../site/news.ts';

/** A build at work, before its content is read. */
export interface SiteBuild {
  /** Where Astro builds. It must lie in the project: Astro moves files there from folders of its own. */
  made: string;
  output: OutputFolder;
  /** The output folder as it was named, for messages. */
  name: string;
  isRecorded: boolean;
  /** The additions to the Content Security Policy. */
  csp: CspAdditions;
  progress: Progress;
  /** @throws {ContentError} when the desk refuses the content */
  planned: Promise<Planned>;
  /** Pages rendered so far, and whether they are all. */
  pages: number;
  areWritten: boolean;
  /** Lets other builds begin. */
  release(): void;
}

/** What is known once the content is read. */
export interface Planned extends News {
  plan: BuildPlan;
  /** The stories whose pages are to be rendered, by their addresses. */
  stories: Map<string, Story>;
  /** How many pages are stale: those of stories, and of lists. */
  stalePages: number;
  /** The files that are in the next site without Astro, once they are there. */
  beside: Promise<string[]>;
}

/** How a build is started. */
interface Start {
  /** Where the site belongs, an absolute path. */
  folder: string;
  /** Whether to write the addresses of new stories into addresses.lock. */
  record: boolean;
  csp: CspAdditions;
  /** Whether Astro itself tells how far it is. */
  isTold: boolean;
}

/**
 * Starts a build beside the folder where the site belongs. The site is put there only when all went well, so
 * that the last good one stays until then. The content is read while Astro gets ready.
 * @throws {FixableError} when another build is at work, or no site may be built into the folder
 */
export async function startBuild({ folder, record, csp, isTold }: Start): Promise<SiteBuild> {
  const { asked } = buildContext;
  const isRecorded = record || asked?.record === true;
  const name = asked?.folder ?? nameOf(folder);
  const output = outputFolder(folder, name);
  // Known before all the work: without it the build would fail at its end.
  if (isRecorded) accessSync(contentFolder(), constants.W_OK);
  // Of three things there is one for each build: Astro’s own folder in the project, the cache and the output.
  const release = lock([inProject('.astro/building'), inCache('building'), output.lock]);
  const fileWorker = startFileWorker();
  await Promise.all(astroCaches().map(fileWorker.remove));
  // Astro 7.3.5 writes what it renders pages with into the working directory, unless it builds below that;
  // from there packages would not be found.
  process.chdir(projectFolder());
  const progress = isTold ? noProgress : watchDesk();
  const made = inProject('.astro/made');
  const build = { made, output, name, isRecorded, csp, progress, pages: 0, areWritten: false };
  const planned = plan(build, fileWorker);
  // It is awaited where Astro asks for the content.
  planned.catch(() => {});
  return Object.assign(build, { planned, release });
}

async function plan(
  build: Omit<SiteBuild, 'planned' | 'release'>,
  fileWorker: FileWorker,
): Promise<Planned> {
  const { folder, next, last } = build.output;
  const corrupt = fileWorker.corrupt();
  // A build before was killed just when it put its site in place.
  if (existsSync(last) && !existsSync(folder)) renameSync(last, folder);
  const cleared = Promise.all([build.made, next, last].map(fileWorker.remove));
  void fileWorker.remove(lastSite());
  const news = await theNews();
  const { edition } = news;
  const plan = planBuild(edition, await corrupt);
  // Astro writes where a build that was killed may have left what is still being taken away.
  await cleared;
  ({ unchanged: buildContext.unchanged, toRender: buildContext.toRender } = plan);
  const linked = fileWorker.link(plan.reused, outputCache(), next);
  // Pagefind works meanwhile, in a process of its own.
  const tell = (done: number) => {
    if (build.areWritten) build.progress.tell('Indexing stories', done);
  };
  const search = indexStories(edition, tell, fileWorker.linkAll).then((writeIndex) =>
    writeIndex(`${next}/search`),
  );
  const beside = Promise.all([search, linked]).then(() => fileWorker.filesIn(next));
  beside.catch(() => {});
  const stories = edition.stories.filter(({ address }) => !plan.unchanged.has(address));
  return {
    ...news,
    plan,
    stories: new Map(stories.map((one) => [one.address, one])),
    stalePages: plan.stale.filter((path) => path.endsWith('/')).length,
    beside,
  };
}

/**
 * Where the site before is left until the next build takes it away, beside other work: that takes as long
 * as to read ten thousand stories.
 */
export const lastSite = () => inCache('last-site');

/**
 * Where Astro 7.3.5 keeps pictures and fonts from one build to the next. It publishes what lies there as it is,
 * also half of a file; so each build starts with none, and pictures are kept by src/site/images/make-picture.ts.
 */
const astroCaches = () => ['assets', 'fonts'].map((name) => inCache('astro', name));
