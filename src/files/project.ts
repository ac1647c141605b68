import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What all copies of this module in a process share: pages are bundled with one of their own. */
const shared = globalThis as { newsroomProject?: string };

/** The project's root, an absolute path: that of this module, unless Astro was given another. */
export const projectFolder = (): string =>
  (shared.newsroomProject ??= fileURLToPath(new URL('../..', import.meta.url)));

/** Says where the project is. */
export const setProjectFolder = (folder: string) => void (shared.newsroomProject = folder);

/** An absolute path of one that is given from the project's root. */
export const inProject = (...path: string[]) => resolve(projectFolder(), ...path);

/** A path from the project's root, as editors know the files of the content. */
export const fromProject = (path: string) =>
  relative(projectFolder(), resolve(projectFolder(), path));
