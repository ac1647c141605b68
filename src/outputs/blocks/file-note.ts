import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inProject } from '../../files/project.ts';

/**
 * The type and size of a file from `public/`.
 * @param href the link in the text, `/files/agreement.pdf`
 * @param language the language of the size, BCP 47
 * @returns `PDF, 120 kB`, or undefined if there is no such file
 */
export function fileNote(href: string, language: string): string | undefined {
  if (!/^\/[^?#]*\.\w+$/.test(href)) return undefined;
  const path = decodeURI(new URL(href, 'https://site.invalid').pathname);
  const file = statSync(inProject(join('public', path)), { throwIfNoEntry: false });
  if (!file?.isFile()) return undefined;
  return kindAndSize(path, file.size, language);
}

/**
 * The type and size of a file as text.
 * @param bytes its size
 */
export function kindAndSize(path: string, bytes: number, language: string): string {
  const isLarge = bytes >= 1_000_000;
  const size = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  // A file of 300 bytes is shown as 1 kB, not 0.
  const amount = Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000));
  return `${extname(path).slice(1).toUpperCase()}, ${size.format(amount)}`;
}
