import { z } from 'astro/zod';
import { findForbidden, retype } from '../characters.ts';
import { hasMarks } from '../stray-marks.ts';

/**
 * A line of text: not empty, no longer than a reader will bear, nothing invisible and no marks in it. Line
 * breaks, tabs and several spaces are one space: every program shows them otherwise.
 * @param longest in characters
 */
export function text(longest: number) {
  return z
    .string()
    .refine((written) => !/\S[ \t]*\n[ \t]*\n\s*\S/.test(written), {
      error: 'is several paragraphs',
      params: { fix: 'Make it one, without an empty line: it is shown as one.' },
    })
    .overwrite((written) => written.replaceAll(/[ \t\r\n\u2028\u2029]+/g, ' '))
    .trim()
    .min(1, { error: 'is empty' })
    .max(longest, { error: `is longer than ${longest} characters` })
    .refine((written) => !findForbidden(written), {
      error: 'has a forbidden invisible character in it',
      params: { fix: retype },
    })
    .refine((written) => !hasMarks(written), {
      error: 'has marks of Markdown in it',
      params: {
        fix: 'Take them out: readers see this field as it is written, without emphasis and links.',
      },
    });
}
