import { constants, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Tells which names a month’s stories have: those of its folder, and those of stories that lie
 * elsewhere but were published in it, for these would have the same address on the same day.
 * @param articles the folder of all stories
 * @param month `2021-03`
 */
export function takenNames(articles: string, month: string): (slug: string) => boolean {
  const names = existsSync(articles)
    ? readdirSync(articles, { recursive: true, encoding: 'utf8' })
    : [];
  const folder = monthFolder(articles, month);
  const published = new RegExp(`^published: *["']?${month}-`, 'm');
  return (slug) =>
    existsSync(join(folder, slug)) ||
    names
      .map((name) => join(articles, name))
      .filter((file) => file.endsWith('.md') && slugIn(file) === slug)
      .some((file) => dirname(file) === folder || published.test(readFileSync(file, 'utf8')));
}

const monthFolder = (articles: string, month: string) => join(articles, ...month.split('-'));

/** `…/a-name/index.md` and `…/a-name.md` are both of the name `a-name`. */
const slugIn = (file: string) =>
  basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');

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
