import { execFile } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { filesIn } from '../src/files/walk.ts';
import { writeFixture } from './fixture.ts';
import { turnBack, yesterday } from './yesterday.ts';

/** A site built for the tests. */
export interface Site {
  /** Where it is built. */
  folder: string;
  /** The path of its front page. */
  base: string;
  /** The address of its front page. */
  url: string;
}

export const root = '.cache/tests';
export const networkLog = join(root, 'network.log');

/** The real content, at the root. */
export const home: Site = { folder: join(root, 'home'), base: '/', url: 'https://anh.example/' };

/** The real content once more, after others were built in the same checkout. */
export const homeAgain: Site = { ...home, folder: join(root, 'home-again') };

/** The fixture, below a path: built a day before, and then again after what editors did since. */
export const archive: Site = {
  folder: join(root, 'archive'),
  base: '/news/',
  url: 'https://anh.example/news/',
};

/** The fixture again, from another folder, in other surroundings, and with nothing that stands. */
export const again: Site = { ...archive, folder: join(root, 'again') };

/** Runs `npm run build -- --record` in a project with the network off; rejects when it fails, with what it printed. */
export function build(folder: string, environment: Record<string, string>, project = '.') {
  mkdirSync(root, { recursive: true });
  const env = {
    ...process.env,
    CACHE: join(root, 'cache'),
    NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
    NETWORK_LOG: networkLog,
    NODE_OPTIONS: `--import=${resolve('tests/no-network.ts')}`,
    NODE_ENV: 'production',
    ...environment,
  };
  return promisify(execFile)(process.execPath, ['src/cli/build.ts', folder, '--record'], {
    cwd: project,
    env,
  });
}

/** Every file of a built site with its bytes, by path; read once. Those of the search are unpacked. */
export function filesOf({ folder }: Site): Map<string, Buffer> {
  const known = files.get(folder) ?? readFiles(folder);
  files.set(folder, known);
  return known;
}

const files = new Map<string, Map<string, Buffer>>();

function readFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), read(path)]),
  );
}

function read(path: string): Buffer {
  const bytes = readFileSync(path);
  return /\.pf_\w+$/.test(path) ? gunzipSync(bytes) : bytes;
}

/** Every page of a built site, by the path of its file. */
export function pagesOf(site: Site): [string, string][] {
  return [...filesOf(site)]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, bytes.toString()]);
}

/** Writes the fixture beside a site’s folder. */
export async function writeContentOf({ folder }: Site): Promise<string> {
  // Apart from the builds' cache, which is to be cold at first.
  process.env.CACHE = join(root, 'setup-cache');
  const content = `${folder}-content`;
  rmSync(content, { recursive: true, force: true });
  await writeFixture(content);
  return content;
}

/** What the build of the archive printed, with what stands of the day before. */
export const archivePrinted = join(root, 'archive-printed');

/** Builds each site once for all tests: each project of vitest loads this file, and waits for the first. */
export default function setup(): Promise<void> {
  return (shared.sites ??= buildAll());
}

const shared = globalThis as { sites?: Promise<void> };

async function buildAll(): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(networkLog, '');
  const ownCache = { CACHE: join(root, 'home-cache') };
  await build(home.folder, ownCache);
  // The archive is built as it was a day before, and then brought up to date; below again from nothing.
  const CONTENT = await writeContentOf(archive);
  const turnForth = await turnBack(CONTENT);
  const surroundings = { CONTENT, TZ: 'America/Los_Angeles' };
  await build(archive.folder, { ...surroundings, NEWSROOM_CLOCK: yesterday });
  turnForth();
  const { stdout } = await build(archive.folder, surroundings);
  writeFileSync(archivePrinted, stdout);
  rmSync(join(root, 'cache/output'), { recursive: true });
  damageCaches(join(root, 'cache'));
  await build(again.folder, {
    CONTENT: await writeContentOf(again),
    TZ: 'Pacific/Kiritimati',
    NODE_ENV: 'test',
    DEV: '1',
    PROD: '',
    MODE: 'development',
  });
  await build(homeAgain.folder, ownCache);
}

/** Cuts files of a cache in half, as a full disk leaves them: all that Astro keeps, and some pictures of ours. */
function damageCaches(cache: string): void {
  const halve = (file: string) => truncateSync(file, statSync(file).size >> 1);
  for (const folder of ['astro/assets', 'astro/fonts'])
    filesIn(join(cache, folder)).forEach((name) => halve(join(cache, folder, name)));
  filesIn(join(cache, 'pictures'))
    .filter((_, at) => at % 20 === 0)
    .forEach((name) => halve(join(cache, 'pictures', name)));
}
