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
 * How to show a story’s pictures wherever they appear, by file name: the lead and those in the text.
 */
export const pictures = z.record(
  z.string(),
  z.strictObject({
    focus: focus.optional().meta({
      description:
        'The point that stays visible when the picture is cropped: how far from its left edge, then how far from its top. Previews and search results get crops around it; phones get a square crop of a lead that is wider than 3:2. Without it, the picture is shown whole.',
      examples: ['40% 30%'],
    }),
    warning: text(200)
      .optional()
      .meta({
        description:
          'What readers may not want to see. These words cover the picture until a reader asks for it. It is left out of the front page, feeds, previews, search results and the wire; its caption and credit stay.',
        examples: ['Shows the body of a man'],
      }),
  }),
);

/** The settings of one picture. */
export type PictureSettings = z.output<typeof pictures>[string];
