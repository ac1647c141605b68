import { z } from 'astro/zod';
import { text } from './text.ts';
import { webAddress } from './web.ts';

/** Where a story came from, when it is not the newsroom's own. */
export const source = z.strictObject({
  name: text(200).meta({
    description: 'The agency or publication that the reporting comes from.',
    examples: ['The Associated Press (AP)'],
  }),
  byline: text(200)
    .optional()
    .meta({
      description: 'Its reporter.',
      examples: ['Llazar Semini'],
    }),
  place: text(200)
    .optional()
    .meta({
      description: 'Where the reporter worked from.',
      examples: ['Tirana, Albania'],
    }),
  url: webAddress.optional().meta({
    description: 'The web address of the original, if it is known.',
    examples: ['https://apnews.com/article/…'],
  }),
});
