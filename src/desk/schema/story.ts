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

/** A key from the vocabulary. */
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

/** Several keys from the vocabulary, each once. */
const several = (kind: string, terms: Map<string, Term> | undefined) =>
  z
    .array(known(kind, terms))
    .min(1, { error: 'has no entries' })
    .refine((list) => new Set(list).size === list.length, {
      error: 'lists an entry twice',
      params: { fix: 'List each entry once.' },
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

/** Kinds of story other than plain news; readers see the kind. */
export const kindsOfStory = ['reportage', 'analysis', 'background', 'opinion', 'review'] as const;

export type Kind = (typeof kindsOfStory)[number];

/**
 * The schema of a story’s frontmatter, with a newsroom’s vocabulary and time zone. Without a
 * vocabulary, any key is valid.
 */
export const storyWith = ({ publication, sections, tags, authors, series }: Partial<Vocabulary>) =>
  z
    .strictObject({
      id: z.uuid({ error: 'is not a UUID' }).toLowerCase().meta({
        description:
          'The story’s permanent ID; feed readers recognize the story by it. Never change it, not even when the story moves.',
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
        description: 'Who wrote the story (byline), by the file names in authors/.',
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
        .enum(kindsOfStory, { error: `must be one of ${kindsOfStory.join(', ')}` })
        .optional()
        .meta({
          description:
            'The kind of story, if it is not plain news; readers see it above the headline.',
          examples: ['analysis'],
        }),
      language: languageTag.optional().meta({
        description:
          'The language of the story, as a BCP 47 tag, if it is not the publication’s. The rest of its page is in that language too.',
        examples: ['ar'],
      }),
      translationOf: z.uuid({ error: 'is not a UUID' }).toLowerCase().optional().meta({
        description:
          'The `id` of the original, if this story is a version of it in another language. The pages of all versions link to each other.',
      }),
      dateline: text(100)
        .optional()
        .meta({
          description: 'Where the story was reported; it opens the first paragraph.',
          examples: ['PRISTINA, Kosovo'],
        }),
      published: moment(publication?.timeZone ?? 'UTC').meta({
        description:
          'When the story was first published: a date, a time in the newsroom’s zone, or a time with an offset. A time in the future is an embargo.',
        examples: ['2021-03-09', '2021-03-09 14:30', '2021-03-09T14:30+01:00'],
      }),
      updated: moment(publication?.timeZone ?? 'UTC')
        .optional()
        .meta({
          description: 'When the story last changed in substance. Do not change it for a typo.',
          examples: ['2021-03-10 09:00'],
        }),
      updateNote: text(300)
        .optional()
        .meta({
          description: 'What changed at that time, in a sentence; required with `updated`.',
          examples: ['Adds the ministry’s answer.'],
        }),
      corrections: z
        .array(correctionWith(moment(publication?.timeZone ?? 'UTC')))
        .optional()
        .meta({
          description: 'Corrections since publication, oldest first. Never remove an entry.',
        }),
      expires: moment(publication?.timeZone ?? 'UTC')
        .optional()
        .meta({
          description: 'When to take the story down. Its address then says that it was taken down.',
          examples: ['2026-03-09'],
        }),
      formerly: formerly('the story'),
      places: z.array(place).optional().meta({
        description:
          'Where the story happens. If the dateline begins with one of them, programs get it as the story’s location.',
      }),
      lead: figure.optional().meta({
        description: 'The picture above the text.',
      }),
      map: locatorMap.optional().meta({
        description:
          'A map of the story’s places, drawn by the site. It is shown above the text, instead of a `lead`.',
      }),
      pictures: pictures.optional().meta({
        description: 'How to show the story’s pictures, by file name.',
      }),
      rights: rightsWith(moment(publication?.timeZone ?? 'UTC'))
        .optional()
        .meta({
          description: 'Limits on the rights to pictures and recordings, by file name.',
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
      // Without the vocabulary the newsroom's zone is unknown, so times cannot be compared.
      if (publication) checkOrder(story, context);
      checkMap(story, context);
    });

export type StoryFrontmatter = z.output<ReturnType<typeof storyWith>>;
