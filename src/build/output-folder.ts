import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { inCache } from '../files/cache-folder.ts';
import { contentFolder } from '../desk/desk.ts';
import { FixableError } from '../desk/problem.ts';
import { filesOfHosts } from '../hosting/built-site.ts';
import { builtNames, isBuiltBefore } from './build-marker.ts';

/** Where a build puts its site, as absolute paths without links. */
export interface OutputFolder {
  folder: string;
  /** Beside it, and so on the same file system: where the site is put together, and where the one before waits. */
  next: string;
  last: string;
  /** Says to other builds that one is at work here. */
  lock: string;
}

const elsewhere = 'Name another folder, such as dist.';

/**
 * Finds the folder into which a site may be built. A link is followed: what it leads to is replaced, not the link.
 * @param path the folder; a relative path begins where the command runs
 * @param given the folder as it was named, for messages
 * @throws {FixableError} where a build would replace something that no build made, or could not put its site there
 * @throws {Error} of the system, where nothing can be written beside the folder
 */
export function outputFolder(path: string, given = path): OutputFolder {
  const folder = realFolder(path, given);
  const project = resolveLinks('.');
  if (isWithin(project, folder))
    refuse(given, 'is or holds the project itself, and a build replaces all of its folder');
  for (const [path, what] of kept()) {
    if (isWithin(folder, path))
      refuse(
        given,
        folder === path
          ? `is ${what}, and a build replaces all of its folder`
          : `lies in ${what}, where a build would be in the way`,
      );
    if (isWithin(path, folder))
      refuse(given, `holds ${what}, and a build replaces all of its folder`);
  }
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found) checkFound(given, folder, found);
  mkdirSync(dirname(folder), { recursive: true });
  // Astro writes into the project, and the site is put together beside its folder.
  for (const written of [project, dirname(folder)]) accessSync(written, constants.W_OK);
  const [next, last] = [`${folder}.newsroom-next`, `${folder}.newsroom-last`];
  return { folder, next, last, lock: lockBeside(folder) };
}

/** The file by which a command says that it works in a folder, given without links. */
export const lockBeside = (folder: string) => `${folder}.newsroom-lock`;

/** What no build may replace or write into, with how to call it. */
function kept(): [string, string][] {
  const named: [string, string][] = [
    [contentFolder(), 'the content'],
    [inCache(), 'the cache'],
    ...['src', 'public', 'tests', '.git', '.github', '.astro', 'node_modules'].map(
      (name): [string, string] => [name, `the project’s ${name}`],
    ),
  ];
  return named.map(([path, what]) => [resolveLinks(path), what]);
}

function checkFound(given: string, folder: string, found: Stats): void {
  if (!found.isDirectory()) refuse(given, 'is a file');
  // What a system is mounted on can be neither renamed nor removed, even when it is empty.
  try {
    rmdirSync(folder);
    mkdirSync(folder, { mode: found.mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBUSY')
      throw new FixableError(
        `${given} is where another file system is mounted, and a finished site could not take its place in one step.`,
        `Build into a folder in it, such as ${join(given, 'site')}.`,
      );
  }
  const own = builtNames(folder);
  const isDefault = folder === join(resolveLinks('.'), 'dist');
  const there = readdirSync(folder).filter((name) => !isOfNobody(name));
  if (there.length === 0) return;
  if (!own && !(isDefault && isBuiltBefore(folder)))
    refuse(given, 'is not empty and was not made by a build, which would replace all of it', [
      'Name a folder that is new or empty; or empty this one, if nothing in it is needed.',
    ]);
  const strange = there.filter((name) => own && !own.has(name) && !filesOfHosts.includes(name));
  if (strange.length > 0)
    refuse(given, `holds what no build made and the next one would remove: ${strange.join(', ')}`, [
      'Move it elsewhere; what is to be in every build belongs into public/.',
    ]);
}

/** What systems and tools leave in any folder, and can do without. */
const isOfNobody = (name: string) =>
  name.startsWith('.') || /^(?:Thumbs\.db|desktop\.ini)$/i.test(name);

function refuse(given: string, why: string, [fix = elsewhere] = [elsewhere]): never {
  throw new FixableError(`${given} ${why}.`, fix);
}

/** A folder without links; what is not there yet lies where its parent leads to. */
function realFolder(named: string, given: string): string {
  const path = resolve(named);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink && !existsSync(path))
    throw new FixableError(
      `${given} is a link that leads nowhere.`,
      'Make the folder that it names.',
    );
  return resolveLinks(path);
}

function resolveLinks(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  return whole === dirname(whole) ? whole : join(resolveLinks(dirname(whole)), basename(whole));
}

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
