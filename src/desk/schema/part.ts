import { z } from 'astro/zod';
import { refuse } from './refuse.ts';

/** Which part of a series a story is. */
export const part = z
  .number()
  .refine((number) => Number.isInteger(number) && number > 0, {
    error: 'is not a whole number from 1 on',
  })
  .optional()
  .meta({
    description:
      'Which part of the series it is, where the parts are not to be read as they were published; then every part says so.',
    examples: ['2'],
  });

/** A part has a series to be a part of. */
export function checkPart(
  story: { series?: string | undefined; part?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (story.part !== undefined && story.series === undefined)
    refuse(
      context,
      'The part belongs to no series.',
      'Add `series:` with a key of series.yaml, or leave `part` out.',
      ['part'],
    );
}
