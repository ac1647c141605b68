import { z } from 'astro/zod';
import { languageTag } from './language.ts';
import { formerly } from './old-address.ts';
import { text } from './text.ts';

/** The policies that a publication can state for its readers, in a newsroom’s words. */
export const policies = [
  'principles',
  'ethics',
  'corrections',
  'feedback',
  'verification',
  'sources',
  'bylines',
  'coverage',
  'diversity',
  'staff',
  'ownership',
  'masthead',
  'machines',
] as const;

/** The frontmatter of a page that is not a story: about, policies. */
export const page = z.strictObject({
  title: text(100).meta({ description: 'The page’s title.', examples: ['About ANH'] }),
  description: text(300).meta({
    description: 'What the page is about, in one sentence, for search engines.',
    examples: ['Who publishes ANH and how to reach us.'],
  }),
  language: languageTag.optional().meta({
    description: 'The language of the page, if it is not the publication’s.',
    examples: ['sq'],
  }),
  policies: z
    .array(z.enum(policies, { error: `must be one of ${policies.join(', ')}` }))
    .optional()
    .meta({
      description: `The publication’s policies that this page states, so that search engines find them: ${policies.join(', ')}.`,
      examples: ['[corrections, feedback]'],
    }),
  formerly: formerly('the page'),
});

export type Policy = (typeof policies)[number];
export type Page = z.output<typeof page>;
