import { z } from 'astro/zod';
import { NoMoment, readMoment } from '../moment.ts';
import { nearest } from '../nearest.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { figure } from './figure.ts';
import { text } from './text.ts';
import type { Term } from './vocabulary.ts';

/** Adds a fault whose problem is a sentence of its own. */
function refuse(context: z.RefinementCtx, problem: string, mend: string, path?: string[]): void {
  context.addIssue({ code: 'custom', message: problem, params: { mend, whole: true }, path });
}

/** A key of the vocabulary. */
const known = (kind: string, terms: Map<string, Term> | undefined) => {
  if (!terms) return z.string();
  const names = new Map([...terms].map(([key, { name }]) => [key, [name]]));
  return z.string().superRefine((key, context) => {
    if (terms.has(key)) return;
    const near = nearest(key, names);
    const mend = near ? `The nearest one is \`${near}\`.` : `Add it to the ${kind}s first.`;
    refuse(context, `There is no ${kind} “${key}”.`, mend);
  });
};

/** Several keys of the vocabulary, each once. */
const several = (kind: string, terms: Map<string, Term> | undefined) =>
  z
    .array(known(kind, terms))
    .min(1, { error: 'has no entry' })
    .refine((list) => new Set(list).size === list.length, {
      error: 'names the same one twice',
      params: { mend: 'Name each once.' },
    });

const moment = (timeZone: string) =>
  z.string().transform((written, context) => {
    try {
      return readMoment(written, timeZone);
    } catch (error) {
      if (!(error instanceof NoMoment)) throw error;
      refuse(context, error.problem, error.mend);
      return z.NEVER;
    }
  });

/** Where a story came from, when it is not the newsroom's own. */
const source = z.strictObject({
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
  url: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .optional()
    .meta({
      description: 'The original’s address; left out when it is not known.',
      examples: ['https://apnews.com/article/…'],
    }),
});

/**
 * The frontmatter of a story, held against a newsroom’s vocabulary and time zone; without one, any
 * key will do.
 */
export const storyWith = ({ publication, sections, tags, authors }: Partial<Vocabulary>) =>
  z
    .strictObject({
      id: z.uuid({ error: 'is not a UUID' }).toLowerCase().meta({
        description:
          'The story’s permanent mark, by which feed readers know it again. Never change it, not even when the story moves.',
      }),
      headline: text(200).meta({
        description: 'The headline, up to 200 characters.',
        examples: ['Kosovo sends troops to Kuwait on 1st peacekeeping mission'],
      }),
      standfirst: text(500).meta({
        description:
          'One or two sentences under the headline; also the summary in feeds and previews.',
        examples: ['A platoon leaves Pristina for a six-month tour.'],
      }),
      section: known('section', sections).meta({
        description: 'One section, by its key in sections.yaml.',
        examples: ['military'],
      }),
      tags: several('tag', tags).meta({
        description: 'What the story is about, by the keys in tags.yaml. Readers see “Topics”.',
        examples: ['[kosovo, kuwait]'],
      }),
      authors: several('author', authors).meta({
        description: 'Who signs the story, by the file names in authors/.',
        examples: ['[anthony-barnett]'],
      }),
      dateline: text(100)
        .optional()
        .meta({
          description: 'Where the story was reported; it opens the first paragraph.',
          examples: ['PRISTINA, Kosovo'],
        }),
      published: moment(publication?.timeZone ?? 'UTC').meta({
        description:
          'When the story was first published: a date, a time in the newsroom’s zone, or a time with an offset. In the future it is an embargo.',
        examples: ['2021-03-09', '2021-03-09 14:30', '2021-03-09T14:30+01:00'],
      }),
      updated: moment(publication?.timeZone ?? 'UTC')
        .optional()
        .meta({
          description:
            'When the story last changed in substance. Leave it alone for a typing error.',
          examples: ['2021-03-10 09:00'],
        }),
      lead: figure.optional().meta({
        description: 'The picture above the text.',
      }),
      source: source.optional().meta({
        description: 'Where the story came from, when it is not the newsroom’s own.',
      }),
      draft: z.boolean().default(false).meta({
        description: 'true keeps the story out of every build.',
      }),
    })
    .superRefine(({ published, updated }, context) => {
      if (publication && updated && updated.at < published.at)
        refuse(
          context,
          'The story would be updated before it was published.',
          `Write a moment after ${published.iso}, or leave \`updated\` out.`,
          ['updated'],
        );
    });

export type Story = z.output<ReturnType<typeof storyWith>>;
