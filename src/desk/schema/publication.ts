import { z } from 'astro/zod';
import { text } from './text.ts';

const knows = (find: () => unknown) => {
  try {
    return Boolean(find());
  } catch {
    return false;
  }
};

/** publication.yaml: who publishes, and where. */
export const publication = z.strictObject({
  name: text(100).meta({ description: 'The publication’s name.', examples: ['ANH'] }),
  description: text(300).meta({
    description: 'What it publishes, in a sentence; for feeds and search engines.',
    examples: ['News from ANH'],
  }),
  url: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .refine((url) => !/[?#]/.test(url), { error: 'has a ? or # in it' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .meta({
      description:
        'The address of the front page; a path in it puts the whole site below that path.',
      examples: ['https://anh.example/news/'],
    }),
  language: z
    .string()
    .refine(
      (tag) =>
        knows(
          () =>
            Intl.getCanonicalLocales(tag)[0] === tag && new Intl.Locale(tag).language.length < 4,
        ),
      {
        error: 'is not a language tag',
        params: { mend: 'Write it as BCP 47 has it, such as en-US.' },
      },
    )
    .meta({ description: 'The language of the stories, as a BCP 47 tag.', examples: ['en-US'] }),
  timeZone: z
    .string()
    .refine((zone) => knows(() => new Intl.DateTimeFormat('en', { timeZone: zone })), {
      error: 'is not a time zone',
      params: { mend: 'Write its IANA name, such as Europe/Tirane or UTC.' },
    })
    .meta({
      description: 'The newsroom’s time zone: times are read and shown in it.',
      examples: ['Europe/Tirane'],
    }),
});

export type Publication = z.output<typeof publication>;
