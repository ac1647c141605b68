import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * State shared by all copies of this module in a process; the bundle of the pages contains its own copy.
 */
const shared = globalThis as { newsroomProject?: string };

/**
 * The absolute path of the project's root: the parent folder of this code, unless Astro was given
 * another.
 */
export const projectFolder = (): string =>
  (shared.newsroomProject ??= fileURLToPath(new URL('../..', import.meta.url)));

/** Sets the project's root. */
export const setProjectFolder = (folder: string) => void (shared.newsroomProject = folder);

/** Converts a path relative to the project's root to an absolute path. */
export const inProject = (...path: string[]) => resolve(projectFolder(), ...path);

/** A path relative to the project's root, the form in which editors know content files. */
export const fromProject = (path: string) =>
  relative(projectFolder(), resolve(projectFolder(), path));

/** How messages name a file or a folder: from the project’s root, if it is in there. */
export function nameOf(path: string): string {
  const inside = fromProject(path);
  return inside.startsWith('..') ? path : inside;
}
