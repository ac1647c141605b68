import { z } from 'astro/zod';
import { refuse } from './refuse.ts';

/** Which part of a series a story is. */
export const part = z
  .number()
  .refine((number) => Number.isInteger(number) && number > 0, {
    error: 'is not a whole number of 1 or more',
  })
  .optional()
  .meta({
    description:
      'The number of the part in its series. Needed only if the reading order is not the order of publication; then every part needs one.',
    examples: ['2'],
  });

/** Checks that a story with a part number belongs to a series. */
export function checkPart(
  story: { series?: string | undefined; part?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (story.part !== undefined && story.series === undefined)
    refuse(
      context,
      '`part` is set but `series` is missing.',
      'Add `series:` with a key from series.yaml, or remove `part`.',
      ['part'],
    );
}
