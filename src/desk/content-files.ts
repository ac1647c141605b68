import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isHidden } from '../files/litter.ts';
import { filesIn } from '../files/walk.ts';
import { top } from './claims.ts';
import type { Problem } from './problem.ts';
import { fromProject } from '../files/project.ts';

/** The Markdown files of a folder. */
export interface Listed {
  /** Their paths within the folder, sorted. */
  names: string[];
  /** Reports symbolic links that are not followed. */
  problems: Problem[];
}

/**
 * Lists the stories or the pages of a folder: every `.md` file except hidden ones and README.md, which is
 * for people who work on the folder.
 * @param folder `content/articles`; it need not exist
 */
export function listMarkdown(folder: string): Listed {
  if (!existsSync(folder)) return { names: [], problems: [] };
  const links: string[] = [];
  const names = markdownOf(folder, (path) => links.push(path));
  const problems = links.flatMap((path) => {
    const problemText = problemOfLink(folder, path);
    return problemText ? [{ ...top(fromProject(join(folder, path))), ...problemText }] : [];
  });
  const refused = new Set(problems.map(({ file }) => file));
  const isTaken = (name: string) => !refused.has(fromProject(join(folder, name)));
  return { names: problems.length > 0 ? names.filter(isTaken) : names, problems };
}

/** The paths of a folder’s Markdown files within it, including those that symbolic links point to. */
export const markdownIn = (folder: string): string[] => listMarkdown(folder).names;

const markdownOf = (folder: string, onLink?: (path: string) => void) =>
  filesIn(folder, { isLeftOut: isHidden, ...(onLink && { onLink }) }).filter(
    (name) => name.endsWith('.md') && !/(?:^|\/)README\.md$/.test(name),
  );

/** Why a symbolic link is not followed, if an editor might expect it to be. */
function problemOfLink(folder: string, path: string) {
  const link = join(folder, path);
  const target = statSync(link, { throwIfNoEntry: false });
  if (!target)
    return path.endsWith('.md')
      ? {
          summary: 'This symbolic link is broken.',
          fix: 'Put the file itself here, or delete the link.',
        }
      : undefined;
  if (target.isDirectory())
    return markdownOf(link).length > 0
      ? {
          summary:
            'This folder is a symbolic link; stories are not read through symbolic links to folders.',
          fix: 'Put the folder itself here, or delete the link.',
        }
      : undefined;
  return path.endsWith('.md') && ![folder, dirname(folder)].some((whole) => isWithin(whole, link))
    ? {
        summary: 'This symbolic link points outside the content folder.',
        fix: 'Put the file itself here, or delete the link.',
      }
    : undefined;
}

/**
 * Whether a file is in a folder, after all symbolic links are followed.
 * @throws {Error} when one of the two does not exist
 */
export function isWithin(folder: string, file: string): boolean {
  const path = relative(realpathSync.native(folder), realpathSync.native(file));
  return path !== '..' && !path.startsWith(`..${sep}`);
}
