import { emptyStory } from '../../../src/import/imported-story.ts';
import { htmlToMarkdown } from '../../../src/import/html-to-markdown.ts';
import { namePictures } from '../../../src/import/pictures.ts';
import { tidy } from '../../../src/import/tidy.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';

/** The Markdown of a piece of HTML, as it would stand in the file. */
export function markdownOf(html: string, base?: string) {
  const { text, lost, notes } = htmlToMarkdown(html, base);
  const imported = tidy({ ...emptyStory('x'), text });
  const pictures = namePictures(imported);
  return { markdown: toMarkdown(imported.text), lost, notes, pictures };
}

/** As markdownOf, the Markdown alone. */
export const told = (html: string) => markdownOf(html).markdown.trim();
