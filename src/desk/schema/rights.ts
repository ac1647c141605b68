import { z } from 'astro/zod';
import type { Moment } from '../moment.ts';
import { text } from './text.ts';
import { webAddress } from './web.ts';

/**
 * The rights to a story's pictures by file name, for the lead and the pictures of the text alike;
 * a picture that is not named may stay for good and be syndicated. The fields are those of the
 * IPTC Photo Metadata Standard (https://iptc.org/std/photometadata/specification) that a newsroom
 * has to keep: Copyright Owner, Rights Usage Terms, Web Statement of Rights.
 * @param moment reads a moment in the newsroom's time zone
 */
export const rightsWith = (moment: z.ZodType<Moment>) =>
  z.record(
    z.string(),
    z.strictObject({
      holder: text(200)
        .optional()
        .meta({
          description: 'Who owns the picture, where that says more than the credit.',
          examples: ['The Associated Press'],
        }),
      licence: text(200)
        .optional()
        .meta({
          description: 'On which terms it may be used.',
          examples: ['CC BY 4.0'],
        }),
      licenceUrl: webAddress.optional().meta({
        description: 'Where those terms are to be read.',
        examples: ['https://creativecommons.org/licenses/by/4.0/'],
      }),
      expires: moment.optional().meta({
        description:
          'From when on the picture may not be shown: a date, which counts from its start, or a time. The site is not built any more then until the picture is gone.',
        examples: ['2027-01-01'],
      }),
      syndicate: z
        .boolean()
        .default(true)
        .meta({
          description:
            'false keeps the picture out of feeds and off the wire; its caption and credit stay.',
          examples: ['false'],
        }),
    }),
  );

export type Rights = z.output<ReturnType<typeof rightsWith>>[string];
