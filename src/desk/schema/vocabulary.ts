import type { Publication } from './publication.ts';
import { z } from 'astro/zod';
import { addressAdvice, fitsAddress, fitsTopAddress, topAddressAdvice } from './address.ts';
import { languageTag } from './language.ts';
import { formerly } from './old-address.ts';
import { text } from './text.ts';
import { profiles } from './web.ts';

const key = (fits: (name: string) => boolean, fix: string) =>
  z.string().refine(fits, {
    error: 'is reserved, or not valid in an address',
    params: { fix },
  });

const names = z
  .record(languageTag, text(100))
  .optional()
  .meta({
    description:
      'Names in other languages, by BCP 47 tag, for the pages of stories in those languages. A language without one gets the name above.',
    examples: ['{ sq: Ushtria, ar: الجيش }'],
  });

const term = z.strictObject({
  name: text(100).meta({ description: 'What readers see.', examples: ['Military'] }),
  names,
  description: text(500).optional().meta({ description: 'A sentence for the top of its page.' }),
  formerly: formerly('its page'),
});

/** sections.yaml: each section’s key with its name, in the order of the navigation. */
export const sections = z.record(key(fitsTopAddress, topAddressAdvice), term);

/** tags.yaml and series.yaml: each one’s key with its name. */
export const tags = z.record(key(fitsAddress, addressAdvice), term);

/** authors/<key>.yaml: one author. */
export const author = z.strictObject({
  name: text(100).meta({
    description: 'The name as it appears in the byline.',
    examples: ['Anthony Barnett'],
  }),
  names,
  description: text(1000).meta({
    description: 'Who the author is, in a sentence or two; shown below each of their stories.',
    examples: ['Anthony Barnett covers the armed forces.'],
  }),
  role: text(100)
    .optional()
    .meta({
      description: 'The author’s job; shown on the author’s page.',
      examples: ['Defense correspondent'],
    }),
  profiles: profiles.meta({
    description:
      'The author’s own pages elsewhere, such as social media accounts; the author’s page links to them.',
    examples: ['[https://social.example/@anthony]'],
  }),
  fediverse: z
    .string()
    .regex(/^@[\w.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, { error: 'is not of the form @name@host' })
    .optional()
    .meta({
      description:
        'The author’s fediverse account, which is named there beside links to their stories.',
      examples: ['"@anthony@social.example"'],
    }),
  formerly: formerly('the author’s page'),
});

export type Term = z.output<typeof term>;
export type Author = z.output<typeof author>;

/** The publication, and the terms that stories are filed under. Keys are in the order of the files. */
export interface Vocabulary {
  publication: Publication;
  sections: Map<string, Term>;
  tags: Map<string, Term>;
  authors: Map<string, Author>;
  /** Empty without series.yaml. */
  series: Map<string, Term>;
}
