import { z } from 'astro/zod';
import { decoded } from './figure.ts';

/** The media types of the recordings that browsers play, by file extension. */
export const audioTypes = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
};
export const videoTypes = { mp4: 'video/mp4', webm: 'video/webm' };
export const captionTypes = { vtt: 'text/vtt' };

/** A file’s extension, in lowercase and without the dot. */
export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

/**
 * A file beside the text, by its name. It becomes part of an address.
 * @param types the media types that it may have, by file extension
 */
export function fileOf(types: Record<string, string>) {
  const endings = Object.keys(types);
  return z
    .string()
    .overwrite(decoded)
    .refine((name) => /^(?:\.\/)?[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name), {
      error: 'is not the name of a file beside the text',
      params: { fix: 'Use only letters, digits, dots, hyphens and underscores in the name.' },
    })
    .refine((name) => endings.includes(endingOf(name)), {
      error: 'is not a file that every browser plays',
      params: { fix: `Name a file that ends in .${endings.join(', .')}.` },
    })
    .transform((name) => (name.startsWith('./') ? name : `./${name}`));
}
