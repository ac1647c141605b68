import { z } from 'astro/zod';
import { findForbidden, retype } from '../characters.ts';
import { hasMarks } from '../stray-marks.ts';

/**
 * A line of text: not empty, not too long, without invisible characters and Markdown formatting. Line
 * breaks, tabs and repeated spaces become one space: programs show them differently.
 * @param longest in characters
 */
export function text(longest: number) {
  return z
    .string()
    .refine((written) => !/\S[ \t]*\n[ \t]*\n\s*\S/.test(written), {
      error: 'has several paragraphs',
      params: { fix: 'Make it one paragraph, without an empty line: it is shown as one.' },
    })
    .overwrite((written) => written.replaceAll(/[ \t\r\n\u2028\u2029]+/g, ' '))
    .trim()
    .min(1, { error: 'is empty' })
    .max(longest, { error: `is longer than ${longest} characters` })
    .refine((written) => !findForbidden(written), {
      error: 'contains a forbidden invisible character',
      params: { fix: retype },
    })
    .refine((written) => !hasMarks(written), {
      error: 'contains Markdown formatting',
      params: {
        fix: 'Remove it: readers see this field as it is written, without emphasis and links.',
      },
    });
}
