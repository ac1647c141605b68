import { z } from 'astro/zod';
import { findForbidden } from '../characters.ts';
import { text } from './text.ts';

/** Two texts say the same when only case, spaces and punctuation differ. */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();

/** What a picture shows. */
export const alt = text(500);

/** The words under a picture. */
export const caption = text(1000);

/** Alt text and caption serve different readers. */
export const differ = (told: { alt: string; caption: string }) =>
  plain(told.alt) === '' || plain(told.alt) !== plain(told.caption);

export const differing = {
  path: ['alt'],
  error: 'says the same as the caption',
  params: {
    fix: 'Let alt say what the picture shows, and the caption who, where and when.',
  },
};

/** A path to a picture; of a file or folder whose name begins with a dot Astro makes none. */
const pictureFile =
  /^(?:\.{1,2}\/)*(?:[^.:?#\\/][^:?#\\/]*\/)*[^.:?#\\/][^:?#\\/]*\.(?:jpe?g|png|webp|avif|tiff?)$/i;

/** A name as editors’ programs write it into an address, `IMG%201.png`, as the file has it (CommonMark 0.31.2, 6.3). */
export function decoded(name: string): string {
  try {
    const plain = decodeURIComponent(name);
    return findForbidden(plain) ? name : plain;
  } catch {
    return name;
  }
}

/** A picture with all that a reader must know of it; the same for the lead and within the text. */
export const figure = z
  .strictObject({
    image: z
      .string()
      .overwrite(decoded)
      .refine((path) => pictureFile.test(path), {
        error: 'is not a picture file beside the story',
        params: {
          fix: 'Name a .jpg, .png, .webp, .avif or .tiff file that lies beside the text.',
        },
      })
      // Astro resolves a path against the Markdown file only when it starts with a dot.
      .transform((path) => (path.startsWith('.') ? path : `./${path}`))
      .meta({
        description: 'The picture file, beside the story’s text; at least 1200 px wide for a lead.',
        examples: ['ceremony.jpg'],
      }),
    alt: alt.meta({
      description: 'What the picture shows, for someone who cannot see it. Not the caption again.',
      examples: ['Soldiers in masks stand in three rows'],
    }),
    caption: caption.meta({
      description: 'Who, where and when: the words under the picture.',
      examples: ['Members of the force line up in Pristina on March 9, 2021.'],
    }),
    credit: text(200).meta({
      description:
        'Whose picture it is. One that begins with Drawing, Illustration, Graphic or Map is announced as an illustration, every other as a photograph.',
      examples: ['Visar Kryeziu/AP'],
    }),
  })
  .refine(differ, differing);

export type Figure = z.output<typeof figure>;
