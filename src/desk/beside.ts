import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, relative } from 'node:path';
import { isHidden } from '../files/litter.ts';
import { isWithin } from './content-files.ts';
import type { ProblemText } from './problem.ts';
import { isNear, nearest, unlike } from './nearest.ts';

/**
 * What is wrong with the name of a file that a text expects beside it.
 * @param root the folder of the text’s kind, which the file must not leave
 * @param folder the folder of the text
 * @param kind what the file should be, in a word: picture, file
 * @param isKind whether a file could be meant, by its name
 * @returns undefined when the file is there
 */
export function problemOfName(
  { root, folder }: { root: string; folder: string },
  path: string,
  kind: string,
  isKind: (name: string) => boolean,
): ProblemText | undefined {
  const file = join(folder, path);
  if (relative(root, file).startsWith('..'))
    return {
      summary: `The ${kind} ${path} is outside the content folder.`,
      fix: 'Put it beside the story’s text.',
    };
  if (statSync(file, { throwIfNoEntry: false })?.isFile())
    return [root, dirname(root)].some((whole) => isWithin(whole, file))
      ? undefined
      : {
          summary: `The ${kind} ${path} is a symbolic link that points outside the content folder.`,
          fix: 'Put the file itself beside the story’s text.',
        };
  const near = nearestIn(dirname(file), basename(path), isKind);
  return {
    summary: `There is no ${kind} ${path}.`,
    fix: near
      ? `The nearest one is \`${near}\`. ${unlike(basename(path), near)}`.trim()
      : 'Put the file beside the text, or correct its name here.',
  };
}

/** The file in a folder whose name is so close to another that it is probably meant. */
function nearestIn(folder: string, name: string, isKind: (name: string) => boolean) {
  if (!existsSync(folder)) return undefined;
  const there = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !isHidden(entry.name) && isKind(entry.name))
    .map((entry): [string, string[]] => [entry.name, []]);
  const near = nearest(name, new Map(there));
  return near !== undefined && isNear(parse(name).name, parse(near).name) ? near : undefined;
}
