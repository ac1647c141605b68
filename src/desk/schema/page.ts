import { z } from 'astro/zod';
import { text } from './text.ts';

/** The frontmatter of a page that is no story: about, policies. */
export const page = z.strictObject({
  title: text(100).meta({ description: 'The page’s title.', examples: ['About ANH'] }),
  description: text(300).meta({
    description: 'What is on it, in a sentence, for search engines.',
    examples: ['Who publishes ANH and how to reach us.'],
  }),
});

export type Page = z.output<typeof page>;
