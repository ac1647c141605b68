import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { writeFixture } from './fixture.ts';

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

/** The fixture, below a path. */
export const archive: Site = {
  folder: join(root, 'archive'),
  base: '/news/',
  url: 'https://anh.example/news/',
};

/** The fixture again, from another folder and with a warm cache, in other surroundings. */
export const again: Site = { ...archive, folder: join(root, 'again') };

/** Runs `npm run build` with the network off; rejects when it fails, with what it printed. */
export function build(folder: string, environment: Record<string, string>) {
  mkdirSync(root, { recursive: true });
  const env = {
    ...process.env,
    CACHE: join(root, 'cache'),
    NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
    NETWORK_LOG: networkLog,
    NODE_OPTIONS: '--import=./tests/no-network.ts',
    NODE_ENV: 'production',
    ...environment,
  };
  return promisify(execFile)(process.execPath, ['src/cli/build.ts', folder], { env });
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

/** Writes the fixture beside a site’s folder and builds it there. */
export async function buildFixture(site: Site, surroundings: Record<string, string>) {
  // Apart from the builds' cache, which is to be cold at first.
  process.env.CACHE = join(root, 'setup-cache');
  const CONTENT = `${site.folder}-content`;
  rmSync(CONTENT, { recursive: true, force: true });
  await writeFixture(CONTENT);
  await build(site.folder, { CONTENT, ...surroundings });
}

/** Builds each site once for all tests: each project of vitest loads this file, and waits for the first. */
export default function setup(): Promise<void> {
  return (shared.sites ??= buildAll());
}

const shared = globalThis as { sites?: Promise<void> };

async function buildAll(): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(networkLog, '');
  await build(home.folder, {});
  await buildFixture(archive, { TZ: 'America/Los_Angeles' });
  await buildFixture(again, {
    TZ: 'Pacific/Kiritimati',
    DEV: '1',
    PROD: '',
    MODE: 'development',
  });
}
