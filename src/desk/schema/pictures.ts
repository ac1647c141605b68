import { z } from 'astro/zod';
import { text } from './text.ts';

/** A point in a picture, as shares of its width from the left and of its height from the top, 0 to 1. */
export interface Focus {
  x: number;
  y: number;
}

const focus = z
  .string()
  .regex(/^(?:\d{1,2}|100)% +(?:\d{1,2}|100)%$/, { error: 'is not a point in the picture' })
  .transform((written): Focus => {
    const [x = 0, y = 0] = written.split(/ +/).map((share) => Number.parseInt(share, 10) / 100);
    return { x, y };
  });

/**
 * What is to be minded wherever a story’s picture is shown, by file name, for the lead and the
 * pictures of the text alike.
 */
export const pictures = z.record(
  z.string(),
  z.strictObject({
    focus: focus.optional().meta({
      description:
        'The point that stays in sight when the picture is cut to another shape: how far from its left edge, then how far from its top. Previews and search results get cuts around it, and phones a square one of a lead that is wider than 3:2. A picture without it is shown whole.',
      examples: ['40% 30%'],
    }),
    warning: text(200)
      .optional()
      .meta({
        description:
          'What a reader may not want to see. These words cover the picture until it is asked for; it stays out of the front page, feeds, previews and search results, and off the wire. Its caption and credit stay.',
        examples: ['Shows the body of a man'],
      }),
  }),
);

/** What is said of one picture. */
export type PictureSettings = z.output<typeof pictures>[string];
