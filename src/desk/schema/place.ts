import { z } from 'astro/zod';
import { text } from './text.ts';

const degrees = (most: number) => {
  const error = `is not between -${most} and ${most}`;
  return z.number().min(-most, { error }).max(most, { error });
};

/** A place on the map, in degrees of WGS 84. */
export const place = z.strictObject({
  name: text(100).meta({ description: 'Its name as the story has it.', examples: ['Pristina'] }),
  at: z.tuple([degrees(90), degrees(180)], { error: 'is not a latitude and a longitude' }).meta({
    description: 'Its latitude and longitude in degrees; south and west are negative.',
    examples: ['[42.6629, 21.1655]'],
  }),
});

export type Place = z.output<typeof place>;
