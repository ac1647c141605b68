import type { Metadata } from 'sharp';
import type { ProblemText } from './problem.ts';

/** The formats of pictures that a story can have, with their file extensions; the first is the usual one. */
const endings = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  tiff: ['tiff', 'tif'],
};

type PictureKind = keyof typeof endings;

/**
 * The longest side of a picture on the site, in px: WebP has 14 bits for it (RFC 9649, 2.7), and the AVIF
 * encoder allows one px more.
 */
export const longestSide = 16_383;

/** The usual names of formats. */
const names: Record<string, string> = { webp: 'WebP', heic: 'HEIC (HEIF)' };

/** The format of a picture by its bytes: `jpeg`, `heic`. HEIF contains AVIF or HEIC. */
export function kindOf({ format, compression }: Pick<Metadata, 'format' | 'compression'>): string {
  if (format !== 'heif') return format;
  return compression === 'av1' ? 'avif' : 'heic';
}

/** Whether a story can have a picture in a format. */
export const isUsable = (kind: string): kind is PictureKind => Object.hasOwn(endings, kind);

/** A format by the name that editors use. */
export const nameOf = (kind: string): string => names[kind] ?? kind.toUpperCase();

/** The format that a file name’s extension states; undefined if no story can have such a picture. */
export function kindNamed(path: string): PictureKind | undefined {
  const ending = /[^.]*$/.exec(path)![0].toLowerCase();
  return (Object.keys(endings) as PictureKind[]).find((kind) => endings[kind].includes(ending));
}

/**
 * What is wrong with a picture whose format is not the one that its name states. Feed readers, hosts and
 * editors’ programs rely on the name.
 */
export function mismatch(kind: string, path: string): ProblemText | undefined {
  if (kindNamed(path) === kind) return undefined;
  const summary = `The picture ${path} is in fact ${nameOf(kind)}.`;
  if (!isUsable(kind))
    return { summary, fix: 'Stories can’t use this format. Save it as JPEG or PNG.' };
  const renamed = `${path.replace(/\.[^.]*$/, '')}.${endings[kind][0]}`;
  return { summary, fix: `Rename the file to ${renamed}, and change the name here too.` };
}
