import { z } from 'astro/zod';
import type { Moment } from '../moment.ts';
import { text } from './text.ts';
import { webAddress } from './web.ts';

/**
 * The rights to a story's pictures by file name: the lead and the pictures in the text. A picture that
 * is not listed may stay forever and be syndicated. The fields are those of the IPTC Photo Metadata
 * Standard (https://iptc.org/std/photometadata/specification) that a newsroom has to keep: Copyright
 * Owner, Rights Usage Terms, Web Statement of Rights.
 * @param moment reads a moment in the newsroom's time zone
 */
export const rightsWith = (moment: z.ZodType<Moment>) =>
  z.record(
    z.string(),
    z.strictObject({
      holder: text(200)
        .optional()
        .meta({
          description: 'Who owns the picture, if that says more than the credit.',
          examples: ['The Associated Press'],
        }),
      licence: text(200)
        .optional()
        .meta({
          description: 'The terms on which it may be used.',
          examples: ['CC BY 4.0'],
        }),
      licenceUrl: webAddress.optional().meta({
        description: 'Where those terms are published.',
        examples: ['https://creativecommons.org/licenses/by/4.0/'],
      }),
      expires: moment.optional().meta({
        description:
          'When the right to show the picture ends: a date (from its start) or a time. From then on, the build fails until the picture is removed.',
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
