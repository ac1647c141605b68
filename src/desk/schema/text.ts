import { z } from 'astro/zod';
import { findForbidden, retype } from '../characters.ts';

/**
 * A line of text: not empty, no longer than a reader will bear, nothing invisible in it. Line
 * breaks, tabs and several spaces are one space: every program shows them otherwise.
 * @param longest in characters
 */
export function text(longest: number) {
  return z
    .string()
    .overwrite((written) => written.replaceAll(/[ \t\r\n\u2028\u2029]+/g, ' '))
    .trim()
    .min(1, { error: 'is empty' })
    .max(longest, { error: `is longer than ${longest} characters` })
    .refine((written) => !findForbidden(written), {
      error: 'has a forbidden invisible character in it',
      params: { mend: retype },
    });
}
