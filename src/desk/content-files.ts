import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isHidden } from '../files/litter.ts';
import { filesIn } from '../files/walk.ts';
import { top } from './claims.ts';
import type { Problem } from './problem.ts';

/** The Markdown files of a folder. */
export interface Listed {
  /** Their paths within the folder, in order. */
  names: string[];
  /** Symbolic links that are not followed. */
  problems: Problem[];
}

/**
 * Lists the stories or the pages of a folder: every `.md` file but README.md, which is for whoever works
 * on the folder, and hidden ones.
 * @param folder `content/articles`; there need not be one
 */
export function listMarkdown(folder: string): Listed {
  if (!existsSync(folder)) return { names: [], problems: [] };
  const links: string[] = [];
  const names = markdownOf(folder, (path) => links.push(path));
  const problems = links.flatMap((path) => {
    const problemText = problemOfLink(folder, path);
    return problemText ? [{ ...top(relative('', join(folder, path))), ...problemText }] : [];
  });
  const refused = new Set(problems.map(({ file }) => file));
  const isTaken = (name: string) => !refused.has(relative('', join(folder, name)));
  return { names: problems.length > 0 ? names.filter(isTaken) : names, problems };
}

/** The paths of a folder’s Markdown files within it, those that symbolic links lead to included. */
export const markdownIn = (folder: string): string[] => listMarkdown(folder).names;

const markdownOf = (folder: string, onLink?: (path: string) => void) =>
  filesIn(folder, { isLeftOut: isHidden, ...(onLink && { onLink }) }).filter(
    (name) => name.endsWith('.md') && !/(?:^|\/)README\.md$/.test(name),
  );

/** Why a symbolic link is not followed, where somebody could think that it is. */
function problemOfLink(folder: string, path: string) {
  const link = join(folder, path);
  const target = statSync(link, { throwIfNoEntry: false });
  if (!target)
    return path.endsWith('.md')
      ? {
          summary: 'This symbolic link leads nowhere.',
          fix: 'Put the file itself here, or take the link away.',
        }
      : undefined;
  if (target.isDirectory())
    return markdownOf(link).length > 0
      ? {
          summary: 'This folder is a symbolic link, and no story is read through one.',
          fix: 'Put the folder itself here, or take the link away.',
        }
      : undefined;
  return path.endsWith('.md') && ![folder, dirname(folder)].some((whole) => isWithin(whole, link))
    ? {
        summary: 'This symbolic link leads out of the content.',
        fix: 'Put the file itself here, or take the link away.',
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
