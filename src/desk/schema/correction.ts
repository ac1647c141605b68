import { z } from 'astro/zod';
import type { Moment } from '../moment.ts';
import { text } from './text.ts';

/** Kinds of correction, the most serious first. */
export const kindsOfCorrection = [
  'retraction',
  'correction',
  'editors-note',
  'clarification',
] as const;

/**
 * An entry in a story's corrections.
 * @param moment reads a moment in the newsroom's zone
 */
export const correctionWith = (moment: z.ZodType<Moment>) =>
  z.strictObject({
    date: moment.meta({
      description: 'When the entry was made.',
      examples: ['2021-03-10 09:00'],
    }),
    kind: z
      .enum(kindsOfCorrection, { error: `must be one of ${kindsOfCorrection.join(', ')}` })
      .meta({
        description:
          'correction: something was wrong. clarification: something could be misread. editors-note: readers should know something about the story. retraction: the story is withdrawn and its text removed.',
        examples: ['correction'],
      }),
    text: text(2000).meta({
      description: 'What was wrong and what is right.',
      examples: ['An earlier version gave the wrong number of troops. It is 3,400.'],
    }),
  });

export type Correction = z.output<ReturnType<typeof correctionWith>>;
