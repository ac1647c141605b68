import { z } from 'astro/zod';
import { addressAdvice, fitsAddress, fitsTopAddress, topAddressAdvice } from './address.ts';
import { text } from './text.ts';

const key = (fits: (name: string) => boolean, mend: string) =>
  z.string().refine(fits, {
    error: 'is taken, or not fit for an address',
    params: { mend },
  });

const term = z.strictObject({
  name: text(100).meta({ description: 'What readers see.', examples: ['Military'] }),
  description: text(500).optional().meta({ description: 'A sentence for the top of its page.' }),
});

/** sections.yaml: each section’s key with its name, in the order of the navigation. */
export const sections = z.record(key(fitsTopAddress, topAddressAdvice), term);

/** tags.yaml: each tag’s key with its name. */
export const tags = z.record(key(fitsAddress, addressAdvice), term);

/** authors/<key>.yaml: one author. */
export const author = z.strictObject({
  name: text(100).meta({ description: 'The name as it is signed.', examples: ['Anthony Barnett'] }),
  description: text(1000).meta({
    description: 'Who the author is, in a sentence or two; it stands under each of their stories.',
    examples: ['Anthony Barnett covers the armed forces.'],
  }),
});

export type Term = z.output<typeof term>;
