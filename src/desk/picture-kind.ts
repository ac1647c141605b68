import type { Metadata } from 'sharp';
import type { ProblemText } from './problem.ts';

/** The kinds of pictures that a story can have, with the endings of their files; the first is the usual one. */
const endings = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  tiff: ['tiff', 'tif'],
};

type PictureKind = keyof typeof endings;

/**
 * The longest side that a picture of the site may have, in px: WebP has 14 bits for it (RFC 9649, 2.7),
 * and the encoder of AVIF ends one px later.
 */
export const longestSide = 16_383;

/** What people call a kind. */
const names: Record<string, string> = { webp: 'WebP', heic: 'HEIC (HEIF)' };

/** The kind of a picture by its bytes: `jpeg`, `heic`; HEIF holds AVIF as well as HEIC. */
export function kindOf({ format, compression }: Pick<Metadata, 'format' | 'compression'>): string {
  if (format !== 'heif') return format;
  return compression === 'av1' ? 'avif' : 'heic';
}

/** Whether a story can have a picture of a kind. */
export const isUsable = (kind: string): kind is PictureKind => Object.hasOwn(endings, kind);

/** A kind in an editor’s words. */
export const nameOf = (kind: string): string => names[kind] ?? kind.toUpperCase();

/** The kind that the name of a file tells; undefined where no story can have a picture of it. */
export function kindNamed(path: string): PictureKind | undefined {
  const ending = /[^.]*$/.exec(path)![0].toLowerCase();
  return (Object.keys(endings) as PictureKind[]).find((kind) => endings[kind].includes(ending));
}

/**
 * What is wrong with a picture of a kind that its name does not tell: readers of feeds, hosts and editors’
 * programs go by the name.
 */
export function mismatch(kind: string, path: string): ProblemText | undefined {
  if (kindNamed(path) === kind) return undefined;
  const summary = `The picture ${path} is ${nameOf(kind)}, whatever its name says.`;
  if (!isUsable(kind))
    return { summary, fix: 'A story can’t have such a picture. Save it as JPEG, or as PNG.' };
  const renamed = `${path.replace(/\.[^.]*$/, '')}.${endings[kind][0]}`;
  return { summary, fix: `Rename the file to ${renamed}, and here, too.` };
}
