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
import { inProject, projectFolder } from '../files/project.ts';

/** The output folder of a build; absolute paths without symbolic links. */
export interface OutputFolder {
  folder: string;
  /**
   * Next to the folder, and so on the same file system: where the site is assembled (`next`) and where
   * the previous site is kept meanwhile (`last`).
   */
  next: string;
  last: string;
  /** The lock file, which tells other builds that one is running here. */
  lock: string;
}

const elsewhere = 'Name another folder, such as dist.';

/**
 * Finds the output folder for a site. A symbolic link is followed: its target is replaced, not the link.
 * @param path the folder; a relative path starts at the working directory
 * @param given the folder as named by the user, for messages
 * @throws {FixableError} if a build would replace something that no build created, or could not put its
 * site there
 * @throws {Error} a system error, if nothing can be written next to the folder
 */
export function outputFolder(path: string, given = path): OutputFolder {
  const folder = realFolder(path, given);
  const project = resolveLinks(projectFolder());
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
  // Astro writes into the project, and the site is assembled next to its folder.
  for (const written of [project, dirname(folder)]) accessSync(written, constants.W_OK);
  const [next, last] = [`${folder}.newsroom-next`, `${folder}.newsroom-last`];
  return { folder, next, last, lock: lockBeside(folder) };
}

/** The lock file of a folder, whose path must not contain symbolic links. */
export const lockBeside = (folder: string) => `${folder}.newsroom-lock`;

/** Folders that no build may replace or write to, with names for messages. */
function kept(): [string, string][] {
  const named: [string, string][] = [
    [contentFolder(), 'the content'],
    [inCache(), 'the cache'],
    ...['src', 'public', 'tests', '.git', '.github', '.astro', 'node_modules'].map(
      (name): [string, string] => [name, `the project’s ${name}`],
    ),
  ];
  return named.map(([path, what]) => [resolveLinks(inProject(path)), what]);
}

function checkFound(given: string, folder: string, found: Stats): void {
  if (!found.isDirectory()) refuse(given, 'is a file');
  // A mount point cannot be renamed or removed, even if it is empty.
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
  const isDefault = folder === join(resolveLinks(projectFolder()), 'dist');
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

/** Files that systems and tools create in any folder, and that may be lost. */
const isOfNobody = (name: string) =>
  name.startsWith('.') || /^(?:Thumbs\.db|desktop\.ini)$/i.test(name);

function refuse(given: string, why: string, [fix = elsewhere] = [elsewhere]): never {
  throw new FixableError(`${given} ${why}.`, fix);
}

/** A path without symbolic links; a missing folder is resolved through its parent. */
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

/** Whether a path is a folder or inside it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
