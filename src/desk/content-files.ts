import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isHidden } from '../files/litter.ts';
import { filesIn } from '../files/walk.ts';
import { top } from './claims.ts';
import type { Fault } from './fault.ts';

/** The Markdown files of a folder. */
export interface Listed {
  /** Their paths within the folder, in order. */
  names: string[];
  /** Symbolic links that are not followed. */
  faults: Fault[];
}

/**
 * Lists the stories or the pages of a folder: every `.md` file but README.md, which is for whoever works
 * on the folder, and hidden ones.
 * @param folder `content/articles`; there need not be one
 */
export function listMarkdown(folder: string): Listed {
  if (!existsSync(folder)) return { names: [], faults: [] };
  const links: string[] = [];
  const names = markdownOf(folder, (path) => links.push(path));
  const faults = links.flatMap((path) => {
    const complaint = faultOfLink(folder, path);
    return complaint ? [{ ...top(relative('', join(folder, path))), ...complaint }] : [];
  });
  const refused = new Set(faults.map(({ file }) => file));
  const isTaken = (name: string) => !refused.has(relative('', join(folder, name)));
  return { names: faults.length > 0 ? names.filter(isTaken) : names, faults };
}

/** The paths of a folder’s Markdown files within it, those that symbolic links lead to included. */
export const markdownIn = (folder: string): string[] => listMarkdown(folder).names;

const markdownOf = (folder: string, onLink?: (path: string) => void) =>
  filesIn(folder, { isLeftOut: isHidden, ...(onLink && { onLink }) }).filter(
    (name) => name.endsWith('.md') && !/(?:^|\/)README\.md$/.test(name),
  );

/** Why a symbolic link is not followed, where somebody could think that it is. */
function faultOfLink(folder: string, path: string) {
  const link = join(folder, path);
  const target = statSync(link, { throwIfNoEntry: false });
  if (!target)
    return path.endsWith('.md')
      ? {
          problem: 'This symbolic link leads nowhere.',
          mend: 'Put the file itself here, or take the link away.',
        }
      : undefined;
  if (target.isDirectory())
    return markdownOf(link).length > 0
      ? {
          problem: 'This folder is a symbolic link, and no story is read through one.',
          mend: 'Put the folder itself here, or take the link away.',
        }
      : undefined;
  return path.endsWith('.md') && ![folder, dirname(folder)].some((whole) => isWithin(whole, link))
    ? {
        problem: 'This symbolic link leads out of the content.',
        mend: 'Put the file itself here, or take the link away.',
      }
    : undefined;
}

/**
 * Whether a file lies in a folder, once all symbolic links are followed.
 * @throws {Error} when one of the two is not there
 */
export function isWithin(folder: string, file: string): boolean {
  const path = relative(realpathSync.native(folder), realpathSync.native(file));
  return path !== '..' && !path.startsWith(`..${sep}`);
}
