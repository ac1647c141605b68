import { constants, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { markdownIn } from '../desk/content-files.ts';
import { readLock } from '../desk/lock.ts';
import { slugIn } from '../desk/slug.ts';

/**
 * Tells which names a month’s stories have: those of its folder, those of stories that lie elsewhere
 * but were published in it, for these would have the same address on the same day, and those at
 * which readers found a story that has moved since or is gone.
 * @param content the content folder
 * @param month `2021-03`
 * @throws {ContentError} when addresses.lock cannot be read
 */
export function takenNames(content: string, month: string): (slug: string) => boolean {
  const articles = join(content, 'articles');
  const names = markdownIn(articles);
  const folder = monthFolder(articles, month);
  const promised = readLock(content)
    .addresses.filter(({ path }) => path.startsWith(`/${month.replace('-', '/')}/`))
    .map(({ path }) => basename(path));
  const published = new RegExp(`^published: *["']?${month}-`, 'm');
  return (slug) =>
    promised.includes(slug) ||
    existsSync(join(folder, slug)) ||
    names
      .map((name) => join(articles, name))
      .filter((file) => slugIn(file) === slug)
      .some((file) => dirname(file) === folder || published.test(readFileSync(file, 'utf8')));
}

const monthFolder = (articles: string, month: string) => join(articles, ...month.split('-'));

/**
 * Makes a story’s folder with its text and, beside it, the picture. Overwrites nothing.
 * @returns the text’s file
 * @throws {Error} when the folder is there already
 */
export function makeStoryFolder(
  articles: string,
  month: string,
  slug: string,
  text: string,
  picture?: string,
): string {
  const folder = join(monthFolder(articles, month), slug);
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder);
  const file = join(folder, 'index.md');
  writeFileSync(file, text, { flag: 'wx' });
  if (picture !== undefined)
    copyFileSync(picture, join(folder, basename(picture)), constants.COPYFILE_EXCL);
  return file;
}
