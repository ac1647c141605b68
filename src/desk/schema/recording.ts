import { z } from 'astro/zod';
import { decoded } from './figure.ts';

/** The media types of the recordings that browsers play, by the endings of their files. */
export const soundTypes = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
};
export const filmTypes = { mp4: 'video/mp4', webm: 'video/webm' };
export const captionTypes = { vtt: 'text/vtt' };

/** The ending of a file’s name, in small letters and without the point. */
export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

/**
 * A file beside the text, by its name. It becomes part of an address.
 * @param types the media types that it may be of, by ending
 */
export function fileOf(types: Record<string, string>) {
  const endings = Object.keys(types);
  return z
    .string()
    .overwrite(decoded)
    .refine((name) => /^(?:\.\/)?[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name), {
      error: 'is not the name of a file beside the text',
      params: { fix: 'Name a file of letters, digits, points, hyphens and underscores.' },
    })
    .refine((name) => endings.includes(endingOf(name)), {
      error: 'is not a file that every browser plays',
      params: { fix: `Name a file that ends in .${endings.join(', .')}.` },
    })
    .transform((name) => (name.startsWith('./') ? name : `./${name}`));
}
