import { z } from 'astro/zod';
import { findForbidden } from '../characters.ts';
import { text } from './text.ts';

/** A text without case, repeated spaces and punctuation, for comparison. */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();

/** What a picture shows. */
export const alt = text(500);

/** The words under a picture. */
export const caption = text(1000);

/** Whether alt text and caption differ: they serve different readers. */
export const differ = ({ alt, caption }: { alt: string; caption: string }) =>
  plain(alt) === '' || plain(alt) !== plain(caption);

export const differing = {
  path: ['alt'],
  error: 'says the same as the caption',
  params: {
    fix: 'Say in alt what the picture shows, and in the caption who, where and when.',
  },
};

/** A path to a picture. Astro ignores files and folders whose names begin with a dot. */
const pictureFile =
  /^(?:\.{1,2}\/)*(?:[^.:?#\\/][^:?#\\/]*\/)*[^.:?#\\/][^:?#\\/]*\.(?:jpe?g|png|webp|avif|tiff?)$/i;

/** A file’s name, decoded where an editor’s program encoded it: `IMG%201.png` (CommonMark 0.31.2, 6.3). */
export function decoded(name: string): string {
  try {
    const plain = decodeURIComponent(name);
    return findForbidden(plain) ? name : plain;
  } catch {
    return name;
  }
}

/** A picture with everything that readers must know about it, as the lead or in the text. */
export const figure = z
  .strictObject({
    image: z
      .string()
      .overwrite(decoded)
      .refine((path) => pictureFile.test(path), {
        error: 'is not a picture file beside the story',
        params: {
          fix: 'Name a .jpg, .png, .webp, .avif or .tiff file beside the text.',
        },
      })
      // Astro resolves a path against the Markdown file only when it starts with a dot.
      .transform((path) => (path.startsWith('.') ? path : `./${path}`))
      .meta({
        description: 'The picture file, beside the story’s text; at least 1200 px wide for a lead.',
        examples: ['ceremony.jpg'],
      }),
    alt: alt.meta({
      description:
        'What the picture shows, for someone who cannot see it. Do not repeat the caption.',
      examples: ['Soldiers in masks stand in three rows'],
    }),
    caption: caption.meta({
      description: 'Who, where and when: the words under the picture.',
      examples: ['Members of the force line up in Pristina on March 9, 2021.'],
    }),
    credit: text(200).meta({
      description:
        'Whose picture it is. A credit that begins with Drawing, Illustration, Graphic or Map is announced as an illustration, any other as a photograph.',
      examples: ['Visar Kryeziu/AP'],
    }),
  })
  .refine(differ, differing);

export type Figure = z.output<typeof figure>;
