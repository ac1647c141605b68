import { z } from 'astro/zod';
import { FixableError } from '../problem.ts';
import { readMoment } from '../moment.ts';
import { nearest } from '../nearest.ts';
import type { Term, Vocabulary } from './vocabulary.ts';
import { correctionWith } from './correction.ts';
import { figure } from './figure.ts';
import { languageTag } from './language.ts';
import { checkMap, locatorMap } from './map.ts';
import { formerly } from './old-address.ts';
import { checkOrder } from './order.ts';
import { checkPart, part } from './part.ts';
import { pictures } from './pictures.ts';
import { place } from './place.ts';
import { refuse } from './refuse.ts';
import { rightsWith } from './rights.ts';
import { source } from './source.ts';
import { text } from './text.ts';

/** A key of the vocabulary. */
const known = (kind: string, terms: Map<string, Term> | undefined) => {
  if (!terms) return z.string();
  const names = new Map([...terms].map(([key, { name }]) => [key, [name]]));
  return z.string().superRefine((key, context) => {
    if (terms.has(key)) return;
    const near = nearest(key, names);
    const fix = near
      ? `The nearest one is \`${near}\`.`
      : `Add it to the ${kind.replace(/s?$/, 's')} first.`;
    refuse(context, `There is no ${kind} “${key}”.`, fix);
  });
};

/** Several keys of the vocabulary, each once. */
const several = (kind: string, terms: Map<string, Term> | undefined) =>
  z
    .array(known(kind, terms))
    .min(1, { error: 'has no entry' })
    .refine((list) => new Set(list).size === list.length, {
      error: 'names the same one twice',
      params: { fix: 'Name each once.' },
    });

const moment = (timeZone: string) =>
  z.string().transform((written, context) => {
    try {
      return readMoment(written, timeZone);
    } catch (error) {
      if (!(error instanceof FixableError)) throw error;
      refuse(context, error.summary, error.fix);
      return z.NEVER;
    }
  });

/** Kinds of story that are something else than the news itself, and say so. */
export const kindsOfStory = ['reportage', 'analysis', 'background', 'opinion', 'review'] as const;

export type Kind = (typeof kindsOfStory)[number];

/**
 * The frontmatter of a story, held against a newsroom’s vocabulary and time zone; without one, any
 * key will do.
 */
export const storyWith = ({ publication, sections, tags, authors, series }: Partial<Vocabulary>) =>
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
      series: known('series', series)
        .optional()
        .meta({
          description: 'The series that the story is a part of, by its key in series.yaml.',
          examples: ['a-new-army'],
        }),
      part,
      kind: z
        .enum(kindsOfStory, { error: `is none of ${kindsOfStory.join(', ')}` })
        .optional()
        .meta({
          description:
            'What the story is, where it is not simply news; readers see it above the headline.',
          examples: ['analysis'],
        }),
      language: languageTag.optional().meta({
        description:
          'The language it is written in, as a BCP 47 tag, where that is not the publication’s. Its page speaks it.',
        examples: ['ar'],
      }),
      translationOf: z.uuid({ error: 'is not a UUID' }).toLowerCase().optional().meta({
        description:
          'Of which story it is a version in another language: the `id` of the original. The pages of all versions lead to each other.',
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
      updateNote: text(300)
        .optional()
        .meta({
          description: 'What changed then, in a sentence; goes with `updated`.',
          examples: ['Adds the answer of the ministry.'],
        }),
      corrections: z
        .array(correctionWith(moment(publication?.timeZone ?? 'UTC')))
        .optional()
        .meta({
          description: 'What had to be put right since, oldest first. Entries are never taken out.',
        }),
      expires: moment(publication?.timeZone ?? 'UTC')
        .optional()
        .meta({
          description:
            'When the story is taken down on purpose. Its address then says that it was.',
          examples: ['2026-03-09'],
        }),
      formerly: formerly('the story'),
      places: z.array(place).optional().meta({
        description:
          'Where the story happens. The one by which the dateline begins places the story on the map for programs.',
      }),
      lead: figure.optional().meta({
        description: 'The picture above the text.',
      }),
      map: locatorMap.optional().meta({
        description:
          'A map of the story’s places, which the site draws. It stands above the text where there is no `lead`.',
      }),
      pictures: pictures.optional().meta({
        description: 'How the story’s pictures are to be shown, by file name, where that matters.',
      }),
      rights: rightsWith(moment(publication?.timeZone ?? 'UTC'))
        .optional()
        .meta({
          description: 'Rights to pictures and recordings, by file name, where there are limits.',
        }),
      source: source.optional().meta({
        description: 'Where the story came from, when it is not the newsroom’s own.',
      }),
      draft: z.boolean().default(false).meta({
        description: 'true keeps the story out of every build.',
      }),
    })
    .superRefine((story, context) => {
      checkPart(story, context);
      // Without the vocabulary the newsroom's zone is not known, nor what comes before what.
      if (publication) checkOrder(story, context);
      checkMap(story, context);
    });

export type StoryFrontmatter = z.output<ReturnType<typeof storyWith>>;
